/// The header of a frame of MPEG audio (ISO/IEC 11172-3 §2.4.1.3, 13818-3): four bytes.
struct MPEGFrame {
  /// In samples a second.
  let rate: Int
  /// In bits a second.
  let bitRate: Int
  let samples: Int
  /// In bytes, with the header.
  let length: Int
  /// Where a header of the encoder may be in the first frame, after the side information.
  let offsetOfXing: Int

  /// Nil if no frame begins there.
  init?(_ bytes: ArraySlice<UInt8>) {
    let head = Array(bytes.prefix(4))
    guard head.count == 4, head[0] == 0xFF, head[1] & 0xE0 == 0xE0 else { return nil }
    let version = Int(head[1] >> 3 & 3)  // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
    let layer = 4 - Int(head[1] >> 1 & 3)  // 4 is reserved
    let bits = Int(head[2] >> 4)
    let rates = Int(head[2] >> 2 & 3)
    guard version != 1, layer != 4, bits != 0, bits != 15, rates != 3 else { return nil }
    let isFirst = version == 3
    rate = [44_100, 48_000, 32_000][rates] / (isFirst ? 1 : version == 2 ? 2 : 4)
    bitRate = 1_000 * Self.bitRates(isFirst: isFirst, layer)[bits - 1]
    samples = layer == 1 ? 384 : layer == 3 && !isFirst ? 576 : 1_152
    let padding = Int(head[2] >> 1 & 1)
    length = layer == 1 ? (12 * bitRate / rate + padding) * 4 : samples / 8 * bitRate / rate + padding
    let isMono = head[3] >> 6 == 3
    offsetOfXing = 4 + (isFirst ? (isMono ? 17 : 32) : (isMono ? 9 : 17))
  }

  /// In kbit/s, without 0 ("free") and 15 ("bad").
  private static func bitRates(isFirst: Bool, _ layer: Int) -> [Int] {
    switch (isFirst, layer) {
    case (true, 1): [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448]
    case (true, 2): [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384]
    case (true, _): [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
    case (false, 1): [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256]
    case (false, _): [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
    }
  }
}
