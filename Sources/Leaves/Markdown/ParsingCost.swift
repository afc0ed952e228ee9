/// What of a text costs cmark more than its length, counted before it is parsed: cmark-gfm 0.29 looks at some signs again for each
/// other one, and an article may not hold up a run. Steps are about a nanosecond each.
enum ParsingCost {
  /// More steps than this are refused; about half a second.
  static let most = 200_000_000
  /// No shorter text takes long: each cost below is at most about the square of its length.
  private static let harmless = 12_000

  /// The line (1-based) with which it becomes too much; nil for nearly every text.
  static func lineOfTooMuch(in text: String) -> Int? {
    guard text.utf8.count > harmless else { return nil }
    var counts = Counts()
    var line = 0
    for row in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      counts.add(row)
      if counts.steps > most { return line }
    }
    return nil
  }

  /// What was seen so far.
  private struct Counts {
    private var summed = 0
    private var pictures = 0
    private var closingBrackets = 0
    private var linesOfParagraph = 0

    /// For each link that ends, cmark goes through the pictures that have begun.
    var steps: Int { summed + pictures * closingBrackets }

    mutating func add(_ row: Substring.UTF8View) {
      var bars = 0
      var flags = 0
      var previous = UInt8(0)
      for byte in row {
        switch byte {
        case UInt8(ascii: "|"): bars += 1
        case UInt8(ascii: "]"): closingBrackets += 1
        // The text before it is searched for the address's beginning, and cut there.
        case UInt8(ascii: "@"): summed += 10_000
        case UInt8(ascii: "[") where previous == UInt8(ascii: "!"): pictures += 1
        case 0x87 where previous == 0x9F: flags += 1
        default: break
        }
        previous = byte
      }
      // Letters of flags (U+1F1E6 …) pair up, so Swift looks back over all of them for each (Unicode Annex 29, GB12).
      summed += 5 * flags * flags
      // The cells of a row are a list that is walked for each.
      if bars > 100 { summed += bars * bars }
      addParagraph(row)
      if row.count > 1_000 { addAddresses(row) }
    }

    /// A row that could be a table's second makes cmark read the paragraph before it again, line after line.
    private mutating func addParagraph(_ row: Substring.UTF8View) {
      guard !row.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return linesOfParagraph = 0 }
      if linesOfParagraph > 100, isDelimiter(row) { summed += linesOfParagraph * linesOfParagraph }
      linesOfParagraph += 1
    }

    /// Whether a row may be `|---|:-:|` in a paragraph that goes on; `---` alone is an underline.
    private func isDelimiter(_ row: Substring.UTF8View) -> Bool {
      let row = row.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      return row.allSatisfy { "|-: \t\r".utf8.contains($0) } && row.contains(UInt8(ascii: "-"))
        && row.contains { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") }
    }

    /// Of an address without `<` and `>`, brackets at the end are counted for each of them.
    private mutating func addAddresses(_ row: Substring.UTF8View) {
      for word in row.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }) where word.count > 1_000 {
        summed += word.count * word.count { $0 == UInt8(ascii: ")") }
      }
    }
  }
}
