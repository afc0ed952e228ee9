/// Phrases with one meaning each, all found in one pass over the text.
///
/// A phrase starts at the beginning of a word and may end within one: `greylist` is also found in `greylisted`, but
/// `rbl.` only in `rbl`. ` * ` matches up to ``maxGap`` bytes. Phrases in scripts without spaces are found anywhere.
struct PhraseBook<Meaning: Hashable & Sendable>: Sendable {
  private struct Entry: Sendable {
    let pieces: [[UInt8]]
    let meaning: Meaning
  }

  /// Keyed by the first two bytes, so that most positions cost one look-up.
  private var entries: [UInt16: [Entry]] = [:]

  private static var maxGap: Int { 48 }

  /// - Parameter table: phrases separated by commas.
  init(_ table: [(Meaning, String)]) {
    for (meaning, phrases) in table {
      for phrase in phrases.split(separator: ",") { add(String(phrase), meaning) }
    }
  }

  private mutating func add(_ phrase: String, _ meaning: Meaning) {
    var pieces = phrase.split(separator: "*").map { Array(PlainWords(String($0)).bytes.dropFirst().dropLast()) }
    if phrase.hasSuffix("."), !pieces.isEmpty { pieces[pieces.count - 1].append(0x20) }
    pieces.removeAll(where: \.isEmpty)
    guard let first = pieces.first, let key = Self.key(first[...]) else { return }
    entries[key, default: []].append(Entry(pieces: pieces, meaning: meaning))
  }

  func meanings(in words: PlainWords) -> Set<Meaning> {
    let text = words.bytes
    var found: Set<Meaning> = []
    for index in text.indices {
      guard let key = Self.key(text[index...]), let candidates = entries[key], Self.isStart(index, of: text) else {
        continue
      }
      for entry in candidates where !found.contains(entry.meaning) {
        if Self.matches(entry.pieces, at: index, of: text) { found.insert(entry.meaning) }
      }
    }
    return found
  }

  private static func key(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    guard bytes.count >= 2 else { return nil }
    return UInt16(bytes[bytes.startIndex]) << 8 | UInt16(bytes[bytes.startIndex + 1])
  }

  private static func isStart(_ index: Int, of text: [UInt8]) -> Bool {
    text[index] >= 0x80 || index == 0 || text[index - 1] == 0x20
  }

  private static func matches(_ pieces: [[UInt8]], at index: Int, of text: [UInt8]) -> Bool {
    guard text[index...].starts(with: pieces[0]) else { return false }
    var end = index + pieces[0].count
    for piece in pieces.dropFirst() {
      let last = min(end + maxGap, text.count - piece.count)
      guard end <= last, let start = (end...last).first(where: { begins(piece, at: $0, of: text) }) else {
        return false
      }
      end = start + piece.count
    }
    return true
  }

  private static func begins(_ piece: [UInt8], at index: Int, of text: [UInt8]) -> Bool {
    text[index] == piece[0] && isStart(index, of: text) && text[index...].starts(with: piece)
  }
}
