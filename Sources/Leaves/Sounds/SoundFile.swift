/// How long a recording lasts, in seconds; nil for a format that is not known, or a damaged file.
///
/// Known are MP3, MP4 (M4A), WAV, FLAC, and Ogg with Vorbis or Opus.
///
/// - Parameters:
///   - size: of the file, in bytes.
///   - read: returns the bytes from an offset on; fewer only at the end of the file.
package func soundDuration(
  size: Int, read: (_ offset: Int, _ count: Int) throws -> [UInt8]
) throws -> Double? {
  try withoutActuallyEscaping(read) { try SoundFile(size: size, read: $0).duration() }
}

/// A sound file. Only the parts from which its duration follows are read.
struct SoundFile {
  /// In bytes.
  let size: Int
  let read: (_ offset: Int, _ count: Int) throws -> [UInt8]

  func duration() throws -> Double? {
    let head = try SoundBytes(bytes(at: 0, 12))
    let found: Double? =
      if head.has("fLaC", at: 0) {
        try flacDuration()
      } else if head.has("OggS", at: 0) {
        try oggDuration()
      } else if head.has("RIFF", at: 0), head.has("WAVE", at: 8) {
        try waveDuration()
      } else if head.has("ftyp", at: 4) {
        try movieDuration()
      } else {
        try mpegDuration()
      }
    // A damaged header may contain any number.
    guard let found, found.isFinite, found > 0, found < Self.longest else { return nil }
    return found
  }

  /// A week.
  private static let longest = 604_800.0

  func bytes(at offset: Int, _ count: Int) throws -> [UInt8] {
    guard offset >= 0, offset < size else { return [] }
    return try read(offset, min(count, size - offset))
  }
}

/// Bytes with the numbers of file formats in them; what is beyond their end is nil.
struct SoundBytes {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func has(_ text: StaticString, at offset: Int) -> Bool {
    offset >= 0 && bytes.dropFirst(offset).starts(with: text.description.utf8)
  }

  /// Big-endian.
  func number(at offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return Int(exactly: bytes[offset..<(offset + count)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  func littleNumber(at offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return Int(exactly: bytes[offset..<(offset + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}
