/// Reads replies from a stream of octets that arrives in chunks of any size (RFC 5321 §4.2.1). Accepts any input.
///
/// A line longer than 512 octets (§4.5.3.1.5) is cut; a bare LF also ends a line. After a throw the rest of the stream
/// is meaningless and the connection must be closed.
package struct ReplyParser {
  package enum Malformed: Error, Hashable {
    /// A line that does not begin with a code; its first octets, cleaned.
    case noCode(String)
    /// More than 64 kB without the last line of the reply.
    case tooLong
  }

  private static let maxLine = 512
  private static let maxReply = 65_536

  private var line: [UInt8] = []
  private var lines: [ReplyLine] = []
  /// Octets of the reply so far, including those cut.
  private var size = 0
  private var finished: [SMTPReply] = []
  private var fault: Malformed?

  package init() {}

  /// Adds received octets; ``next()`` returns the replies.
  package mutating func append(_ octets: some Sequence<UInt8>) {
    for octet in octets where fault == nil {
      size += 1
      if octet == UInt8(ascii: "\n") {
        endLine()
      } else if size > Self.maxReply {
        fault = .tooLong
      } else if line.count < Self.maxLine {
        line.append(octet)
      }
    }
  }

  /// The oldest complete reply not yet returned; nil if more octets are needed.
  package mutating func next() throws(Malformed) -> SMTPReply? {
    if !finished.isEmpty { return finished.removeFirst() }
    if let fault { throw fault }
    return nil
  }
}

extension ReplyParser {
  private mutating func endLine() {
    defer { line.removeAll(keepingCapacity: true) }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    guard let read = ReplyLine(line) else {
      fault = .noCode(cleanText(line.prefix(80)))
      return
    }
    lines.append(read)
    guard read.isLast else { return }
    let status = lines.first { $0.status != nil }?.status
    finished.append(SMTPReply(code: read.code, status: status, lines: lines.map { $0.text }))
    lines.removeAll(keepingCapacity: true)
    size = 0
  }
}

/// `250-5.1.1 text` split into its parts.
private struct ReplyLine {
  let code: Int
  let isLast: Bool
  let status: String?
  let text: String

  init?(_ octets: [UInt8]) {
    guard octets.count >= 3, (0x32...0x35).contains(octets[0]), isDigit(octets[1]), isDigit(octets[2]) else {
      return nil
    }
    let separator = octets.count > 3 ? octets[3] : UInt8(ascii: " ")
    guard separator == UInt8(ascii: " ") || separator == UInt8(ascii: "-") else { return nil }
    code = octets[..<3].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    isLast = separator == UInt8(ascii: " ")
    let rest = octets.dropFirst(4)
    let statusLength = enhancedStatusLength(rest, class: octets[0])
    status = statusLength == 0 ? nil : String(decoding: rest.prefix(statusLength), as: UTF8.self)
    text = cleanText(rest.dropFirst(statusLength == 0 ? 0 : statusLength + 1))
  }
}

/// The length of `class "." 1*3DIGIT "." 1*3DIGIT` (RFC 3463 §2) that ends at a space or at the end; 0 if there is
/// none. A class that contradicts the reply code is ignored (RFC 2034 §4).
private func enhancedStatusLength(_ octets: ArraySlice<UInt8>, class digit: UInt8) -> Int {
  guard octets.first == digit, digit != UInt8(ascii: "3") else { return 0 }
  var part = 1
  var digits = 0
  var length = 0
  for octet in octets {
    if octet == UInt8(ascii: " ") { break }
    if octet == UInt8(ascii: "."), digits > 0, part < 3 {
      part = part + 1
      digits = 0
    } else if isDigit(octet), digits < (part == 1 ? 1 : 3) {
      digits += 1
    } else {
      return 0
    }
    length += 1
  }
  return part == 3 && digits > 0 ? length : 0
}

private func isDigit(_ octet: UInt8) -> Bool { (0x30...0x39).contains(octet) }

/// Repairs UTF-8, turns tabs into spaces, and removes control characters, format characters and line separators, so
/// that a server's text can neither move the cursor nor break a line of the report.
private func cleanText(_ octets: ArraySlice<UInt8>) -> String {
  let text = String(decoding: octets, as: UTF8.self)
  if octets.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
  let kept = text.unicodeScalars.lazy.map { $0 == "\t" ? " " : $0 }.filter { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
  return String(String.UnicodeScalarView(kept))
}
