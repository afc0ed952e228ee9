internal import Text

/// How many scalars are outside tags. A run of white space counts once, and so does a reference.
func countedText(ofHTML html: String) -> Int {
  var html = html
  return html.withUTF8 { unsafe TextCount($0).count }
}

private struct TextCount {
  private(set) var count = 0
  private let bytes: UnsafeBufferPointer<UInt8>
  private var endsInSpace = true

  @unsafe init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = bytes
    var index = 0
    while index < bytes.count {
      let end = unsafe bytes.firstIndex(from: index) {
        $0.equal(to: UInt8(ascii: "<")) | $0.equal(to: UInt8(ascii: "&"))
      }
      addText(index..<end)
      if end == bytes.count { break }
      if unsafe bytes[end] == UInt8(ascii: "<") {
        index = unsafe bytes.firstIndex(from: end) { $0.equal(to: UInt8(ascii: ">")) } + 1
      } else {
        index = addReference(at: end)
      }
    }
  }

  /// Each byte depends on the one before it alone, so that the compiler counts many at once.
  private mutating func addText(_ run: Range<Int>) {
    guard let first = run.first, let last = run.last else { return }
    var left = unsafe endsInSpace && bytes[first] <= 0x20 ? 1 : 0
    for index in run.dropFirst() {
      let isRepeated = unsafe bytes[index] <= 0x20 && bytes[index - 1] <= 0x20
      let isContinued = unsafe bytes[index] & 0xC0 == 0x80
      left += isRepeated || isContinued ? 1 : 0
    }
    count += run.count - left
    endsInSpace = unsafe bytes[last] <= 0x20
  }

  /// - Returns: where it ends.
  private mutating func addReference(at start: Int) -> Int {
    count += 1
    endsInSpace = false
    var index = start + 1
    while index < bytes.count, unsafe bytes[index] > 0x20, unsafe bytes[index] != UInt8(ascii: "<") {
      index += 1
      if unsafe bytes[index - 1] == UInt8(ascii: ";") { break }
    }
    return index
  }
}
