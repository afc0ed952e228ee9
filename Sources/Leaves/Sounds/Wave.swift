/// WAV: chunks. `fmt ` has the number of bytes per second, and `data` has their total.
extension SoundFile {
  func waveDuration() throws -> Double? {
    var place = 12
    var bytesPerSecond: Int?
    for _ in 0..<1_000 where place + 8 <= size {
      let head = SoundBytes(try bytes(at: place, 20))
      guard let length = head.littleNumber(at: 4, 4) else { return nil }
      if head.has("fmt ", at: 0) { bytesPerSecond = head.littleNumber(at: 16, 4) }
      if head.has("data", at: 0) {
        guard let bytesPerSecond, bytesPerSecond > 0 else { return nil }
        // Programs that record to a pipe do not know the length.
        return Double(min(length, size - place - 8)) / Double(bytesPerSecond)
      }
      place += 8 + length + length % 2
    }
    return nil
  }
}
