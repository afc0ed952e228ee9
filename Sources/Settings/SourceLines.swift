/// The bytes of a text and where its lines begin, to turn offsets into marks.
struct SourceLines {
  /// What ends a line: LF (and so CRLF), or everything YAML 1.1 §4.2 counts: CR, LF, CRLF, NEL, LS and PS.
  enum Breaks { case lineFeed, yaml }

  let bytes: [UInt8]
  /// The number of the text's first line in its file.
  let firstLine: Int
  private let starts: [Int]

  /// A byte order mark at the beginning is left out.
  init(_ text: String, firstLine: Int, breaks: Breaks = .lineFeed) {
    let all = Array(text.utf8)
    self.init(bytes: all.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(all[3...]) : all, firstLine, breaks)
  }

  private init(bytes: [UInt8], _ firstLine: Int, _ breaks: Breaks) {
    var starts = [0]
    for i in bytes.indices where Self.isLineEnd(bytes, i, breaks) { starts.append(i + 1) }
    (self.bytes, self.firstLine, self.starts) = (bytes, firstLine, starts)
  }

  /// The same text with other line breaks.
  func counting(_ breaks: Breaks) -> SourceLines { SourceLines(bytes: bytes, firstLine, breaks) }

  func mark(atByte offset: Int) -> Mark {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Mark(line: firstLine + low, column: offset - starts[low] + 1)
  }

  /// The byte at a line and column from 1, the column counted in Unicode scalars; the nearest one if there is none.
  func byte(line: Int, scalarColumn: Int) -> Int {
    var offset = starts[min(max(line, 1), starts.count) - 1]
    for _ in 1..<max(scalarColumn, 1) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  private static func isLineEnd(_ bytes: [UInt8], _ i: Int, _ breaks: Breaks) -> Bool {
    if bytes[i] == 0x0A { return true }
    guard breaks == .yaml else { return false }
    if bytes[i] == 0x0D { return i + 1 == bytes.count || bytes[i + 1] != 0x0A }
    if bytes[i] == 0x85 { return i > 0 && bytes[i - 1] == 0xC2 }
    return (bytes[i] == 0xA8 || bytes[i] == 0xA9) && i > 1 && bytes[i - 1] == 0x80 && bytes[i - 2] == 0xE2
  }
}
