/// Possible names of files in text, by their endings, in any markup.
///
/// A name may contain spaces and brackets, so each ending gives several names, the shortest first.
struct WrittenNames: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  /// The URL of the source's published files, ending in a slash.
  private let base: String
  private var position = 0
  private var count = 0

  /// More are not read: no article names this many files.
  private static let most = 10_000
  /// A longer path cannot be that of a file.
  private static let maxBytes = 400
  /// How many words and characters before an ending may belong to a name.
  private static let maxSteps = 8

  init(_ text: String, base: String) {
    bytes = Array(text.utf8)
    self.base = base
  }

  mutating func next() -> [String]? {
    while count < Self.most, let dot = bytes[position...].firstIndex(of: UInt8(ascii: ".")) {
      position = dot + 1
      guard let end = endOfEnding(after: dot) else { continue }
      count += 1
      let names = names(from: dot, to: end)
      if !names.isEmpty { return names }
    }
    return nil
  }

  /// Nil if what follows the dot is not the ending of a file that is published next to articles.
  private func endOfEnding(after dot: Int) -> Int? {
    let ending = bytes[(dot + 1)...].prefix(11).prefix(while: isAlphanumeric)
    guard (1...10).contains(ending.count), ending.contains(where: isLetter) else { return nil }
    let end = ending.endIndex
    let goesOn = end + 1 < bytes.count && bytes[end] == UInt8(ascii: ".") && isAlphanumeric(bytes[end + 1])
    guard !goesOn, isPublished("x" + String(decoding: bytes[dot..<end], as: UTF8.self)) else { return nil }
    return end
  }

  /// For a URL of this source, only the path from the root of the source; for other URLs, nothing.
  private func names(from dot: Int, to end: Int) -> [String] {
    var names: [String] = []
    var start = dot
    for _ in 0..<Self.maxSteps {
      start = self.start(before: start)
      if start < dot, !isSeparator(bytes[start]), let name = name(start..<end), !name.hasPrefix("//") {
        if name.hasPrefix(base) { return ["/" + name.dropFirst(base.count)] }
        if name.contains("://") { break }
        names.append(name)
      }
      guard start > 0, end - start < Self.maxBytes, !endsName(at: start - 1) else { break }
      start -= 1
    }
    return names
  }

  /// Where the word that ends before `position` begins.
  private func start(before position: Int) -> Int {
    var start = position
    while start > 0, position - start < Self.maxBytes, !isSeparator(bytes[start - 1]), !endsName(at: start - 1) {
      start -= 1
    }
    return start
  }

  /// Nil if no file of this name is published.
  private func name(_ range: Range<Int>) -> String? {
    let written = String(unescaped(bytes[range]).drop(while: isOpening))
    return isPublished(written) ? written : nil
  }

  private func isPublished(_ path: String) -> Bool { FolderSource.publishesFile(named: parted(path).name) }

  /// Never part of a name: the end of a line, of an attribute or of the text of a link.
  private func endsName(at position: Int) -> Bool {
    switch bytes[position] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"): true
    case UInt8(ascii: "("): position > 0 && bytes[position - 1] == UInt8(ascii: "]")
    default: false
    }
  }
}

/// Markdown's escapes are taken out; a backslash in a path of Windows is a slash.
private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
  var plain: [UInt8] = []
  for (byte, next) in zip(bytes, Array(bytes.dropFirst()) + [0]) {
    guard byte == UInt8(ascii: "\\") else {
      plain.append(byte)
      continue
    }
    if isAlphanumeric(next) || next > 0x7F { plain.append(UInt8(ascii: "/")) }
  }
  return String(decoding: plain, as: UTF8.self)
}

/// Quotes and dashes before a name.
private func isOpening(_ character: Character) -> Bool { "“”„‟‘‚«‹「『（【《–—…".contains(character) }

/// What may separate a name from other words, or be part of it.
private func isSeparator(_ byte: UInt8) -> Bool { " '()[]{}=|,;:!*#?&".utf8.contains(byte) }

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
