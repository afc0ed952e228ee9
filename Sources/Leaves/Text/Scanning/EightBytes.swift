/// Eight bytes of a text, asked about together. Every answer is a set of marks: the highest bit of each byte that is meant.
///
/// The first mark is always right; those behind it may be too many, because a byte may borrow from the next one (Warren,
/// Hacker's Delight, §6-1). So sets may be joined, and only the first of them may be used.
@usableFromInline
package struct EightBytes {
  /// The first byte is the lowest one.
  @usableFromInline package let word: UInt64

  @inlinable @inline(__always)
  package init(_ word: UInt64) { self.word = word }

  /// Those that are `byte`.
  @inlinable @inline(__always)
  package func equal(to byte: UInt8) -> UInt64 { EightBytes(word ^ Self.all(byte)).below(1) }

  /// Those that are `byte` or become it when the given bit is set.
  @inlinable @inline(__always)
  package func equal(to byte: UInt8, with bit: UInt8) -> UInt64 { EightBytes(word | Self.all(bit)).equal(to: byte) }

  /// Those that are less than `limit`, which is at most 0x80.
  @inlinable @inline(__always)
  package func below(_ limit: UInt8) -> UInt64 { (word &- Self.all(limit)) & ~word & Self.all(0x80) }

  /// Those that are 0x80 or more: all that is not ASCII.
  @inlinable @inline(__always)
  package var high: UInt64 { word & Self.all(0x80) }

  @inlinable @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}
