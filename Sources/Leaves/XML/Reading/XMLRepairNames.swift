/// A name in the document, with hashes in place of comparisons: the same name is found among all open elements for each
/// end tag.
struct WrittenName {
  let range: Range<Int>
  /// Of the name as written.
  let exact: UInt64
  /// Of the name in lower case (ASCII).
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

  /// Regardless of case.
  func isSame(as other: WrittenName) -> Bool { folded == other.folded && range.count == other.range.count }
}

/// The different names of elements and attributes that the parser has got. libxml2 keeps them all, and searches longer
/// the more there are.
struct KnownNames {
  private static let most = 10_000
  private var all: Set<UInt64> = []
  /// The last names, at the lowest bits of their hashes: most tags have one of a few names.
  private var recent = [UInt64](repeating: 0, count: 256)

  /// Whether the parser may get a name.
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
