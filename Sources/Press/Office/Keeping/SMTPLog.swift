internal import Foundation

/// Finds out from a mail server's log which of some messages it accepted.
///
/// For Postfix, the queue file of a Message-ID must have become active, because cleanup logs the ID before the message is
/// complete. For other servers, any line counts that has a Message-ID and states that the message was accepted.
package struct SMTPLog {
  private let wanted: Set<String>
  package private(set) var accepted: Set<String> = []
  /// The wanted Message-IDs, by Postfix queue file.
  private var queued: [String: String] = [:]

  /// - Parameter wanted: Message-IDs, with their angle brackets.
  package init(wanted: Set<String>) { self.wanted = wanted }

  /// Reads a whole log in pieces.
  package mutating func read(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: path])
    }
    defer { try? file.close() }  // it was only read
    var rest: [UInt8] = []
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      rest += piece
      let lines = rest.split(separator: 0x0A, omittingEmptySubsequences: false)
      for line in lines.dropLast() { read(line: String(decoding: line, as: UTF8.self)) }
      rest = Array(lines.last ?? [])
    }
    read(line: String(decoding: rest, as: UTF8.self))
  }

  mutating func read(line: String) {
    let words = line.split(separator: " ")
    if let program = words.firstIndex(where: { $0.hasPrefix("postfix") && $0.hasSuffix("]:") }) {
      return readPostfix(words[program...], line)
    }
    for id in Self.ids(in: line) where wanted.contains(id) && Self.isAccepted(line) { accepted.insert(id) }
  }

  /// `postfix/cleanup[12]: QUEUEFILE: message-id=<…>`
  private mutating func readPostfix(_ words: ArraySlice<Substring>, _ line: String) {
    guard words.count >= 3, let program = words.first else { return }
    let file = String(words[words.startIndex + 1].prefix { $0 != ":" })
    if program.contains("/cleanup["), let id = Self.ids(in: line).first {
      if wanted.contains(id) { queued[file] = id }
    } else if let id = queued[file], Self.isTaken(line) {
      accepted.insert(id)
    }
  }

  /// The parts in angle brackets.
  private static func ids(in line: String) -> [String] {
    line.split(separator: "<", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: ">").map { "<" + part[...$0] }
    }
  }

  /// Whether Postfix took responsibility for a queue file.
  private static func isTaken(_ line: String) -> Bool {
    line.contains("(queue active)") || line.contains("status=") || line.hasSuffix(": removed")
  }

  private static func isAccepted(_ line: String) -> Bool {
    line.firstMatch(of: /(?i)\baccepted\b|\bsent\b|\bdelivered\b|\bqueued\b|\b250\b|result="?ok/) != nil
      && line.firstMatch(of: /(?i)\bnot accepted\b|\breject|\brefused\b|\bdeferred\b|\bbounced\b/) == nil
  }
}
