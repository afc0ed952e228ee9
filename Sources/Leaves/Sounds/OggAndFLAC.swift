extension SoundFile {
  /// RFC 9639 §8.2: STREAMINFO is the first block.
  func flacDuration() throws -> Double? {
    let head = SoundBytes(try bytes(at: 0, 26))
    guard let packed = head.number(at: 18, 8) else { return nil }
    let rate = packed >> 44 & 0xFFFFF
    let samples = packed & 0xF_FFFF_FFFF
    return rate > 0 ? Double(samples) / Double(rate) : nil
  }

  /// RFC 3533 §6: the last page of the stream has the number of samples up to its end. Of several streams in one file, the
  /// first is meant.
  func oggDuration() throws -> Double? {
    let head = SoundBytes(try bytes(at: 0, 400))
    guard let segments = head.number(at: 26, 1), let serial = head.littleNumber(at: 14, 4) else { return nil }
    let packet = 27 + segments
    let isOpus = head.has("OpusHead", at: packet)
    guard isOpus || head.has("\u{1}vorbis", at: packet) else { return nil }
    // RFC 7845 §4: Opus always counts samples of 48 kHz, and begins with some that are not played.
    guard let rate = isOpus ? 48_000 : head.littleNumber(at: packet + 12, 4), rate > 0,
      let skipped = isOpus ? head.littleNumber(at: packet + 10, 2) : 0,
      let samples = try lastPosition(ofStream: serial)
    else { return nil }
    return Double(samples - skipped) / Double(rate)
  }

  private func lastPosition(ofStream serial: Int) throws -> Int? {
    // Longer than the longest page.
    let length = 131_072
    let end = SoundBytes(try bytes(at: max(0, size - length), length))
    for place in end.bytes.indices.reversed() where end.bytes[place] == UInt8(ascii: "O") && end.has("OggS", at: place)
    {
      // All bits set: no packet ends on that page.
      if end.littleNumber(at: place + 14, 4) == serial, let position = end.littleNumber(at: place + 6, 8) {
        return position
      }
    }
    return nil
  }
}
