/// Eight bytes of text, tested together. Every result is a set of matches: the highest bit of each matching byte.
///
/// The first match is always right; later ones may be false, because a byte may borrow from the next one (Warren,
/// Hacker's Delight, §6-1). So sets may be combined, but only the first match may be used.
@usableFromInline
package struct EightBytes {
  /// The first byte of the text is the lowest byte.
  @usableFromInline package let word: UInt64

  @inlinable @inline(__always)
  package init(_ word: UInt64) { self.word = word }

  /// Bytes equal to `byte`.
  @inlinable @inline(__always)
  package func equal(to byte: UInt8) -> UInt64 { EightBytes(word ^ Self.all(byte)).below(1) }

  /// Bytes equal to `byte`, or equal to it when the given bit is set.
  @inlinable @inline(__always)
  package func equal(to byte: UInt8, with bit: UInt8) -> UInt64 { EightBytes(word | Self.all(bit)).equal(to: byte) }

  /// Bytes less than `limit`, which is at most 0x80.
  @inlinable @inline(__always)
  package func below(_ limit: UInt8) -> UInt64 { (word &- Self.all(limit)) & ~word & Self.all(0x80) }

  /// Bytes from 0x80 up: everything outside ASCII.
  @inlinable @inline(__always)
  package var high: UInt64 { word & Self.all(0x80) }

  @inlinable @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}
