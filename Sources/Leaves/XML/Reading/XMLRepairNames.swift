/// A name in the document, compared by hashes, because each end tag is compared with the names of all open elements.
struct WrittenName {
  let range: Range<Int>
  /// Hash of the name as written.
  let exact: UInt64
  /// Hash of the name in lower case (ASCII).
  private let folded: UInt64

  init(_ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.range = range
    // FNV-1a, 64 bits.
    var exact: UInt64 = 0xCBF2_9CE4_8422_2325
    var folded = exact
    for index in range {
      let byte = unsafe input[index]
      let isUpper = byte &- 0x41 < 26
      exact = (exact ^ UInt64(byte)) &* 0x100_0000_01B3
      folded = (folded ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    self.exact = exact
    self.folded = folded
  }

  /// Whether the names are equal, regardless of case.
  func isSame(as other: WrittenName) -> Bool { folded == other.folded && range.count == other.range.count }
}

/// The distinct names of elements and attributes passed to the parser. libxml2 keeps them all, and its searches slow down
/// as they grow.
struct KnownNames {
  private static let most = 10_000
  private var all: Set<UInt64> = []
  /// Recent names, indexed by the lowest bits of their hashes: most tags have one of a few names.
  private var recent = [UInt64](repeating: 0, count: 256)

  /// Whether the name may be passed to the parser.
  mutating func admit(_ name: UInt64) -> Bool {
    let place = Int(name & 255)
    if recent[place] == name { return true }
    guard all.count < Self.most || all.contains(name) else { return false }
    all.insert(name)
    recent[place] = name
    return true
  }
}

extension XMLRepair {
  func writtenName(from start: Int) -> WrittenName {
    let range = nameRange(from: start)
    return unsafe input.withUnsafeBufferPointer { unsafe WrittenName($0, range) }
  }
}
