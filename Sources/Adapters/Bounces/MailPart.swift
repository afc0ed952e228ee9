internal import Text

/// An email, or a part of one, that is not a `multipart` (RFC 2045, RFC 2046).
struct MailPart {
  let fields: HeaderFields
  /// The media type in lower case; `text/plain` by default.
  let type: String
  /// As received, still encoded.
  private let encoded: ArraySlice<UInt8>

  init(fields: HeaderFields, type: String, encoded: ArraySlice<UInt8>) {
    self.fields = fields
    self.type = type
    self.encoded = encoded
  }

  var body: [UInt8] {
    switch fields["content-transfer-encoding"]?.lowercased() {
    case "base64": base64Decoded(encoded)
    case "quoted-printable": quotedPrintableDecoded(encoded)
    default: Array(encoded)
    }
  }

  /// The beginning of its text; nil if it has none.
  var text: String? { text(maxBytes: Self.maxTextBytes) }

  private var charset: String? { ContentType(fields["content-type"]).charset }

  func text(maxBytes: Int) -> String? {
    guard type.hasPrefix("text/"), !type.hasSuffix("headers") else { return nil }
    let bytes = body.prefix(maxBytes)
    let text = charset.flatMap { converted(bytes, from: $0) } ?? decoded(bytes)
    return type == "text/html" ? plainText(ofHTML: text) : text
  }

  /// A report states its reason near the beginning.
  private static let maxTextBytes = 65_536
}

/// The parts of an email, in order. A returned message (`message/rfc822`) is one part and is not opened.
struct MailParts {
  private(set) var all: [MailPart] = []
  /// The header fields of the email itself.
  let fields: HeaderFields
  let type: ContentType

  private static let maxDepth = 10
  private static let maxParts = 200

  init(_ mail: ArraySlice<UInt8>) {
    var rest = mail
    fields = HeaderFields(reading: &rest)
    type = ContentType(fields["content-type"])
    add(fields, type, rest, depth: 0)
  }

  /// The first part with one of these types.
  func first(_ types: String...) -> MailPart? { all.first { types.contains($0.type) } }

  /// The text for human readers; plain text if there is any.
  var text: String { (all.filter { $0.type == "text/plain" } + all).lazy.compactMap(\.text).first ?? "" }

  /// The text of all parts.
  var allText: String { all.lazy.prefix(10).compactMap(\.text).joined(separator: "\n") }

  private mutating func add(_ fields: HeaderFields, _ type: ContentType, _ body: ArraySlice<UInt8>, depth: Int) {
    guard all.count < Self.maxParts else { return }
    let bodies = type.name.hasPrefix("multipart/") && depth < Self.maxDepth ? split(body, at: type.boundary) : []
    guard !bodies.isEmpty else {
      // A multipart without parts is read as plain text, which it may be.
      let name = type.name.hasPrefix("multipart/") ? "text/plain" : type.name
      return all.append(MailPart(fields: fields, type: name, encoded: body))
    }
    for var rest in bodies {
      let fields = HeaderFields(reading: &rest)
      add(fields, ContentType(fields["content-type"]), rest, depth: depth + 1)
    }
  }

  /// RFC 2046 §5.1.1. Anything before the first boundary and after the last one is ignored; without a closing boundary,
  /// the last part extends to the end.
  private func split(_ body: ArraySlice<UInt8>, at boundary: String?) -> [ArraySlice<UInt8>] {
    guard let boundary, !boundary.isEmpty, boundary.utf8.count <= 200 else { return [] }
    let mark = Array("--\(boundary)".utf8)
    var bodies: [ArraySlice<UInt8>] = []
    var rest = body
    var start: Int?
    while bodies.count < Self.maxParts {
      let lineStart = rest.startIndex
      guard let line = nextLine(&rest) else { break }
      guard line.starts(with: mark) else { continue }
      let tail = line.dropFirst(mark.count)
      guard tail.starts(with: [0x2D, 0x2D]) || tail.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
      if let start { bodies.append(body[start..<lineStart]) }
      start = rest.startIndex
      if tail.first == 0x2D { return bodies }
    }
    if let start, bodies.count < Self.maxParts { bodies.append(body[start...]) }
    return bodies
  }
}

/// The Content-Type field (RFC 2045 §5.1), parsed leniently.
struct ContentType {
  /// In lower case.
  private(set) var name = "text/plain"
  private var parameters: [String: String] = [:]

  init(_ value: String?) {
    guard let value else { return }
    var parts = Self.split(value).makeIterator()
    let first = (parts.next() ?? "").trimmed.lowercased()
    if first.contains("/") { name = first.filter { !$0.isWhitespace } }
    while let part = parts.next() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let key = part[..<equals].trimmed.lowercased()
      if parameters[key] == nil { parameters[key] = Self.unquoted(part[part.index(after: equals)...].trimmed) }
    }
  }

  var boundary: String? { parameters["boundary"] }
  var charset: String? { parameters["charset"] }

  /// Splits at semicolons outside quotes.
  private static func split(_ value: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    var isEscaped = false
    for character in value {
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped
      if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return text }
    var out = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { out.append(character) }
    }
    return out
  }
}
