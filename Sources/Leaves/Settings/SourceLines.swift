/// The bytes of a source and the offsets of its lines, to turn offsets into positions.
struct SourceLines {
  let bytes: [UInt8]
  /// The number of the source's first line in its file.
  private let firstLine: Int
  private let starts: [Int]

  /// A line ends in LF or CRLF.
  init(_ text: String, firstLine: Int) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    self.firstLine = firstLine
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  func position(atByte offset: Int) -> TextPosition {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return TextPosition(line: firstLine + low, column: offset - starts[low] + 1)
  }
}
