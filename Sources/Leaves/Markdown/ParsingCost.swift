/// Estimates, before parsing, the parts of an article whose cost for cmark is more than linear. cmark-gfm 0.29 rereads some
/// characters for each of the others, and an article must not delay a run. A step takes about a nanosecond.
enum ParsingCost {
  /// Text with more steps is rejected; they take about half a second.
  static let most = 200_000_000
  /// Shorter text is never slow: each cost below is at most about the square of its length.
  private static let harmless = 12_000

  /// The line (1-based) at which the limit is exceeded; nil for nearly every text.
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

  /// The counts so far.
  private struct Counts {
    private var summed = 0
    private var pictures = 0
    private var closingBrackets = 0
    private var linesOfParagraph = 0

    /// For each link that ends, cmark visits all images that have begun.
    var steps: Int { summed + pictures * closingBrackets }

    mutating func add(_ row: Substring.UTF8View) {
      var bars = 0
      var flags = 0
      var previous = UInt8(0)
      for byte in row {
        switch byte {
        case UInt8(ascii: "|"): bars += 1
        case UInt8(ascii: "]"): closingBrackets += 1
        // cmark searches the preceding text for the beginning of the address, and splits it there.
        case UInt8(ascii: "@"): summed += 10_000
        case UInt8(ascii: "[") where previous == UInt8(ascii: "!"): pictures += 1
        case 0x87 where previous == 0x9F: flags += 1
        default: break
        }
        previous = byte
      }
      // Regional indicators (U+1F1E6 …) form pairs, so Swift looks back over all of them for each one
      // (Unicode Annex 29, GB12).
      summed += 5 * flags * flags
      // The cells of a row are a linked list that is traversed for each cell.
      if bars > 100 { summed += bars * bars }
      addParagraph(row)
      if row.count > 1_000 { addAddresses(row) }
    }

    /// A row that could be the second of a table makes cmark read the preceding paragraph again, line by line.
    private mutating func addParagraph(_ row: Substring.UTF8View) {
      guard !row.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return linesOfParagraph = 0 }
      if linesOfParagraph > 100, isDelimiter(row) { summed += linesOfParagraph * linesOfParagraph }
      linesOfParagraph += 1
    }

    /// Whether a row may be `|---|:-:|` in a paragraph that continues; `---` alone is an underline.
    private func isDelimiter(_ row: Substring.UTF8View) -> Bool {
      let row = row.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      return row.allSatisfy { "|-: \t\r".utf8.contains($0) } && row.contains(UInt8(ascii: "-"))
        && row.contains { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") }
    }

    /// For each closing bracket at the end of an address without `<` and `>`, cmark counts all of them again.
    private mutating func addAddresses(_ row: Substring.UTF8View) {
      for word in row.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }) where word.count > 1_000 {
        summed += word.count * word.count { $0 == UInt8(ascii: ")") }
      }
    }
  }
}
