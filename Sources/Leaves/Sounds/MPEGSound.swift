/// MP3, and the other layers of MPEG audio.
extension SoundFile {
  func mpegDuration() throws -> Double? {
    let start = try endOfTag()
    // Some programs pad the tag with more zeros than it says.
    let beginning = try bytes(at: start, 65_536)
    guard let offset = beginning.indices.first(where: { isFrame(at: $0, in: beginning) }),
      let frame = MPEGFrame(beginning[offset...])
    else { return nil }
    if let count = frames(inHeader: SoundBytes(Array(beginning[offset...])), frame) {
      return Double(count) * Double(frame.samples) / Double(frame.rate)
    }
    return try durationWithoutHeader(from: start + offset, frame)
  }

  /// The length of the ID3v2 tag at the beginning (§3.1), which often holds a picture.
  private func endOfTag() throws -> Int {
    let head = SoundBytes(try bytes(at: 0, 10))
    guard head.has("ID3", at: 0), head.bytes.count == 10 else { return 0 }
    // Seven bits a byte.
    let length = head.bytes[6...].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
    let hasFooter = head.bytes[5] & 0x10 != 0
    return 10 + length + (hasFooter ? 10 : 0)
  }

  /// Whether a frame begins there and another one after it, or the file ends.
  private func isFrame(at place: Int, in bytes: [UInt8]) -> Bool {
    guard bytes[place] == 0xFF, let frame = MPEGFrame(bytes[place...]) else { return false }
    let next = place + frame.length
    return next >= bytes.count || MPEGFrame(bytes[next...]) != nil || bytes[next...].starts(with: "TAG".utf8)
  }

  /// Encoders of variable bit rate write into the first frame how many there are: `Xing`, `Info` (LAME) or `VBRI` (Fraunhofer).
  private func frames(inHeader first: SoundBytes, _ frame: MPEGFrame) -> Int? {
    let place = frame.offsetOfXing
    if first.has("Xing", at: place) || first.has("Info", at: place) {
      guard let flags = first.number(at: place + 4, 4), flags & 1 != 0 else { return nil }
      return first.number(at: place + 8, 4).flatMap { $0 > 0 ? $0 : nil }
    }
    if first.has("VBRI", at: 36) { return first.number(at: 36 + 14, 4) }
    return nil
  }

  /// With a constant bit rate, the length of the file is enough; otherwise all frames are counted.
  private func durationWithoutHeader(from start: Int, _ first: MPEGFrame) throws -> Double? {
    let block = 262_144
    var place = start
    var samples = 0
    var count = 0
    var isConstant = true
    var bytes: [UInt8] = []
    var offset = 0
    while true {
      if place - offset + 4 > bytes.count {
        bytes = try self.bytes(at: place, block)
        offset = place
      }
      guard place - offset < bytes.count, let frame = MPEGFrame(bytes[(place - offset)...]) else { break }
      if frame.bitRate != first.bitRate { isConstant = false }
      samples += frame.samples
      count += 1
      place += frame.length
      if isConstant, count == Self.framesToTell { return Double(size - start) * 8 / Double(first.bitRate) }
    }
    return Double(samples) / Double(first.rate)
  }

  /// Half a minute: with a variable bit rate, one of so many frames has another one.
  private static let framesToTell = 1_200
}
