/// The size of the URLs and titles that references repeat in a page: 190 kB of text can produce 2 GB. cmark-gfm 0.29
/// does not limit this, and aborts the process at 1 GB.
enum ReferenceSize {
  /// More bytes than this are rejected.
  static let most = 2_000_000

  /// The line (1-based) of the definition that exceeds the limit.
  static func lineOfTooMuch(in text: String) -> Int? {
    // Each definition counts at most once per bracket.
    let brackets = text.utf8.count { $0 == UInt8(ascii: "]") }
    guard brackets * text.utf8.count > most else { return nil }
    let definitions = definitions(in: Array(text.utf8))
    guard definitions.reduce(0, { max($0, $1.size) }) * brackets > most else { return nil }
    let uses = uses(in: Array(text.utf8))
    var size = 0
    var seen = Set<String>()
    for definition in definitions where seen.insert(definition.label).inserted {
      size += definition.size * uses[definition.label, default: 0]
      if size > most { return definition.line }
    }
    return nil
  }

  private struct Definition {
    let label: String
    let line: Int
    /// Of URL and title together, in bytes.
    let size: Int
  }

  /// Everything that looks like `[label]: address 'title'`, in any position.
  private static func definitions(in bytes: [UInt8]) -> [Definition] {
    var definitions: [Definition] = []
    var line = 1
    var open: Int?
    var ahead = LookAhead(bytes: bytes)
    for index in bytes.indices {
      switch bytes[index] {
      case 0x0A: line += 1
      case UInt8(ascii: "["): open = index + 1
      case UInt8(ascii: "]"):
        if let start = open, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ":") {
          let size = ahead.endOfDefinition(from: index + 2) - index
          definitions.append(Definition(label: label(bytes[start..<index]), line: line, size: size))
        }
        open = nil
      default: break
      }
    }
    return definitions
  }

  /// Searches for ends from increasing positions, so that no part is searched twice for the same character.
  private struct LookAhead {
    let bytes: [UInt8]
    private var found: [UInt8: Int] = [:]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The end of the title after the URL; the end of the URL if there is no title.
    mutating func endOfDefinition(from start: Int) -> Int {
      var index = skip(from: start) { isSpace($0) }
      let end = min(next(0x0A, from: index), next(0x20, from: index))
      index = skip(from: end) { isSpace($0) }
      guard index < bytes.count, let close = closing(bytes[index]) else { return end }
      return min(next(close, from: index + 1), bytes.count)
    }

    private func skip(from start: Int, while isSkipped: (UInt8) -> Bool) -> Int {
      bytes[min(start, bytes.count)...].firstIndex { !isSkipped($0) } ?? bytes.count
    }

    /// The next position of the character.
    private mutating func next(_ sign: UInt8, from start: Int) -> Int {
      if let known = found[sign], known >= start { return known }
      let place = bytes[min(start, bytes.count)...].firstIndex(of: sign) ?? bytes.count
      found[sign] = place
      return place
    }
  }

  private static func closing(_ sign: UInt8) -> UInt8? {
    switch sign {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): sign
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  /// How often each label occurs in brackets.
  private static func uses(in bytes: [UInt8]) -> [String: Int] {
    var uses: [String: Int] = [:]
    var open: Int?
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "[") { open = index + 1 }
      guard bytes[index] == UInt8(ascii: "]") else { continue }
      if let start = open, index - start <= 1_000 { uses[label(bytes[start..<index]), default: 0] += 1 }
      open = nil
    }
    return uses
  }

  /// Labels are compared without case, with each run of white space as one space (CommonMark §6.3).
  private static func label(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: Array(bytes.prefix(1_000).split(whereSeparator: isSpace).joined(separator: [0x20])), as: UTF8.self)
      .lowercased()
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
