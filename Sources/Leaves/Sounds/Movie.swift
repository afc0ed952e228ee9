/// MP4 and M4A (ISO/IEC 14496-12): boxes, of which `moov` holds `mvhd`, the duration of the whole.
extension SoundFile {
  func movieDuration() throws -> Double? {
    guard let movie = try box("moov", in: 0..<size), let header = try box("mvhd", in: movie) else { return nil }
    let fields = SoundBytes(try bytes(at: header.lowerBound, 32))
    let isLong = fields.bytes.first == 1
    guard let scale = fields.number(at: isLong ? 20 : 12, 4), scale > 0,
      let duration = fields.number(at: isLong ? 24 : 16, isLong ? 8 : 4)
    else { return nil }
    return Double(duration) / Double(scale)
  }

  /// The content of the first box of a type among those in a part of the file.
  private func box(_ type: StaticString, in part: Range<Int>) throws -> Range<Int>? {
    var place = part.lowerBound
    // A file has a few dozen boxes; a damaged one could have millions.
    for _ in 0..<10_000 where place + 8 <= part.upperBound {
      let head = SoundBytes(try bytes(at: place, 16))
      guard let short = head.number(at: 0, 4) else { return nil }
      // 1: the size follows in 8 bytes; 0: to the end.
      let isLong = short == 1
      guard let length = short == 0 ? part.upperBound - place : isLong ? head.number(at: 8, 8) : short else {
        return nil
      }
      let start = place + (isLong ? 16 : 8)
      guard length >= start - place, length <= part.upperBound - place else { return nil }
      if head.has(type, at: 4) { return start..<(place + length) }
      place += length
    }
    return nil
  }
}
