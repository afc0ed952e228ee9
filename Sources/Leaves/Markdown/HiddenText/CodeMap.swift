internal import CCmarkGFM

/// The code in an article, as cmark sees it. The tree gives the lines of code blocks. Its columns are not exact enough
/// for code spans, so the text is parsed a second time with a number after each run of backticks, which shows where
/// the spans begin and end.
struct CodeMap {
  /// The whole lines inside code blocks, and code spans with their backticks; byte offsets, ascending.
  private(set) var ranges: [Range<Int>] = []
  /// The same, but each code block includes the line that opens it.
  private(set) var extents: [Range<Int>] = []

  /// The code blocks without fences, which are indented.
  private(set) var indented: [Range<Int>] = []
  /// Whether code spans are unknown because the text is too long to find them.
  private(set) var isPartial = false

  /// Without code.
  init() {}

  init(of text: String) {
    let bytes = Array(text.utf8)
    let blocks = CodeBlocks(of: text, bytes)
    let found = CodeSpans(of: bytes, outside: blocks.extents)
    let spans = found.ranges
    isPartial = found.isUnknown
    indented = blocks.indented
    ranges = (blocks.insides + spans).sorted { $0.lowerBound < $1.lowerBound }
    extents = (blocks.extents + spans).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether a cut at this position would be inside code, so that the text after it might no longer be code.
  func isCut(at position: Int) -> Bool {
    var low = 0
    var high = extents.count
    while low < high {
      let middle = (low + high) / 2
      if extents[middle].upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low < extents.count && extents[low].lowerBound < position
  }
}

/// Iterates over ranges in ascending order.
struct RangeCursor {
  private let ranges: [Range<Int>]
  private var index = 0

  init(_ ranges: [Range<Int>]) { self.ranges = ranges }

  /// The range that contains `position`, or the next one after it. Positions must not decrease.
  mutating func range(at position: Int) -> Range<Int>? {
    while index < ranges.count, ranges[index].upperBound <= position { index += 1 }
    return index < ranges.count ? ranges[index] : nil
  }
}

/// The code blocks of an article, fenced and indented.
private struct CodeBlocks {
  private(set) var insides: [Range<Int>] = []
  private(set) var indented: [Range<Int>] = []
  /// Includes the lines that open and close each block, so that backticks in them are not taken for code spans.
  private(set) var extents: [Range<Int>] = []

  init(of text: String, _ bytes: [UInt8]) {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    let start = { (line: Int) in line < starts.count ? starts[line] : bytes.count }
    let tree = Tree(parsing: text)
    for (node, _) in tree.root.subtree where node.kind == CMARK_NODE_CODE_BLOCK {
      // If a block ends with its list item, the tree gives a wrong last line, so the lines are counted.
      let count = node.literal.utf8.count { $0 == 0x0A }
      let opening = node.lines.lowerBound - 1
      let first = node.isFenced ? opening + 1 : opening
      let end = first + count
      insides.append(start(first)..<start(end))
      if !node.isFenced { indented.append(start(first)..<start(end)) }
      let closes = node.isFenced && isFence(bytes[start(end)..<start(end + 1)])
      extents.append(start(opening)..<start(closes ? end + 1 : end))
    }
  }

  /// A closing fence has signs of one kind without a gap (CommonMark §4.5).
  private func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    let content = line.drop { " \t>".utf8.contains($0) }
    guard let sign = content.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return false }
    let run = content.prefix { $0 == sign }
    return run.count >= 3 && content[run.endIndex...].allSatisfy { " \t\n".utf8.contains($0) }
  }
}

/// The code spans of an article.
private struct CodeSpans {
  private(set) var ranges: [Range<Int>] = []
  private(set) var isUnknown = false

  init(of bytes: [UInt8], outside blocks: [Range<Int>]) {
    let runs = Self.backticks(in: bytes, outside: blocks)
    guard !runs.isEmpty else { return }
    let text = runs.count < 1 << Self.width ? Self.numbered(bytes, runs) : ""
    // The numbered text is longer, but must meet the same limits as any text.
    guard !text.isEmpty, text.utf8.count <= MarkdownDocument.maxBytes, ParsingCost.lineOfTooMuch(in: text) == nil
    else {
      isUnknown = true
      return
    }
    let tree = Tree(parsing: text)
    for (node, _) in tree.root.subtree where node.kind == CMARK_NODE_CODE {
      guard let (first, last) = Self.runs(of: Array(node.literal.utf8)), last < runs.count else { continue }
      ranges.append(runs[first].lowerBound..<runs[last].upperBound)
    }
  }

  private static func backticks(in bytes: [UInt8], outside blocks: [Range<Int>]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var code = RangeCursor(blocks)
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "`")) {
      if let block = code.range(at: start), block.contains(start) {
        index = block.upperBound
        continue
      }
      index = start + bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count
      runs.append(start..<index)
    }
    return runs
  }

  private static let width = 21

  /// The text with the number of each run after it. Digits are encoded as letters in upper or lower case: labels of
  /// references are case-insensitive (CommonMark §6.3), and letters end neither a URL nor a tag. A digit at the end
  /// separates them from a scheme (`https:`) that may follow.
  private static func numbered(_ bytes: [UInt8], _ runs: [Range<Int>]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + runs.count * (width + 1))
    var copied = 0
    for (number, run) in runs.enumerated() {
      text += bytes[copied..<run.upperBound]
      for bit in 0..<width { text.append(number >> bit & 1 == 1 ? UInt8(ascii: "A") : UInt8(ascii: "a")) }
      text.append(UInt8(ascii: "0"))
      copied = run.upperBound
    }
    return String(decoding: text + bytes[copied...], as: UTF8.self)
  }

  /// The numbers of the runs that begin and end a code span. The span's text begins with the first run's number and
  /// contains the numbers of the runs in between.
  private static func runs(of literal: [UInt8]) -> (first: Int, last: Int)? {
    guard let first = number(in: literal, at: 0) else { return nil }
    var last = first + 1
    var index = width + 1
    while index < literal.count {
      let run = literal[index...].prefix { $0 == UInt8(ascii: "`") }.count
      if run > 0 {
        guard number(in: literal, at: index + run) == last else { return nil }
        last += 1
        index += width + 1
      }
      index += max(run, 1)
    }
    return (first, last)
  }

  private static func number(in literal: [UInt8], at index: Int) -> Int? {
    guard index + width < literal.count, literal[index + width] == UInt8(ascii: "0") else { return nil }
    var number = 0
    for bit in 0..<width {
      switch literal[index + bit] {
      case UInt8(ascii: "A"): number |= 1 << bit
      case UInt8(ascii: "a"): break
      default: return nil
      }
    }
    return number
  }
}
