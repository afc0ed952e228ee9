/// The size of an image as browsers show it, in pixels.
package struct PictureSize: Hashable, Sendable {
  package let width: Int
  package let height: Int

  /// How many bytes from the beginning of a file to read: nearly always enough; a photograph with much else in it may need
  /// ``mostBytes``.
  package static let usualBytes = 65_536
  package static let mostBytes = 1_048_576

  /// Reads the beginning of a PNG, JPEG, GIF, WebP, AVIF or SVG file.
  ///
  /// Nil for any other file, for one that is truncated before its size, and for sizes that no page can use.
  package init?(_ bytes: [UInt8]) {
    let bytes = PictureBytes(bytes)
    let size = png(bytes) ?? gif(bytes) ?? webP(bytes) ?? jpeg(bytes) ?? avif(bytes) ?? svg(bytes)
    guard let size else { return nil }
    self = size
  }

  /// Nil if one of the two is not from 1 to 50,000.
  init?(_ width: Int?, _ height: Int?) {
    let usable = 1...50_000
    guard let width, let height, usable.contains(width), usable.contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// The size of an image that is shown rotated by 90°.
  var turned: PictureSize? { PictureSize(height, width) }
}

/// W3C, PNG, section 11.2.1: IHDR is the first chunk.
private func png(_ bytes: PictureBytes) -> PictureSize? {
  guard bytes.number(0, bytes: 4) == 0x8950_4E47, bytes.holds("\r\n\u{1A}\n", at: 4), bytes.holds("IHDR", at: 12) else {
    return nil
  }
  return PictureSize(bytes.number(16, bytes: 4), bytes.number(20, bytes: 4))
}

/// GIF89a, section 18: the logical screen.
private func gif(_ bytes: PictureBytes) -> PictureSize? {
  guard bytes.holds("GIF87a", at: 0) || bytes.holds("GIF89a", at: 0) else { return nil }
  return PictureSize(bytes.number(6, bytes: 2, .littleEndian), bytes.number(8, bytes: 2, .littleEndian))
}

/// RFC 9649, sections 2.5 to 2.7.
private func webP(_ bytes: PictureBytes) -> PictureSize? {
  guard bytes.holds("RIFF", at: 0), bytes.holds("WEBP", at: 8) else { return nil }
  if bytes.holds("VP8X", at: 12) {
    let width = bytes.number(24, bytes: 3, .littleEndian).map { $0 + 1 }
    return PictureSize(width, bytes.number(27, bytes: 3, .littleEndian).map { $0 + 1 })
  }
  if bytes.holds("VP8L", at: 12), bytes.byte(20) == 0x2F {
    guard let packed = bytes.number(21, bytes: 4, .littleEndian) else { return nil }
    return PictureSize((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1)
  }
  // RFC 6386, section 9.1: a key frame begins with these three bytes.
  guard bytes.holds("VP8 ", at: 12), bytes.number(23, bytes: 3) == 0x9D012A else { return nil }
  let width = bytes.number(26, bytes: 2, .littleEndian).map { $0 & 0x3FFF }
  return PictureSize(width, bytes.number(28, bytes: 2, .littleEndian).map { $0 & 0x3FFF })
}
