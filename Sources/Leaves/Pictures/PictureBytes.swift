/// The first bytes of an image. Every read beyond their end is nil, so a file that is truncated or has wrong lengths has no
/// size.
struct PictureBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  enum Order { case bigEndian, littleEndian }

  func byte(_ offset: Int) -> Int? { bytes.indices.contains(offset) ? Int(bytes[offset]) : nil }

  /// An unsigned number of up to four bytes.
  func number(_ offset: Int, bytes length: Int, _ order: Order = .bigEndian) -> Int? {
    guard offset >= 0, offset <= bytes.count - length else { return nil }
    let digits = bytes[offset..<(offset + length)]
    switch order {
    case .bigEndian: return digits.reduce(0) { $0 << 8 | Int($1) }
    case .littleEndian: return digits.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
  }

  /// Whether these ASCII characters are present.
  func holds(_ text: String, at offset: Int) -> Bool {
    offset >= 0 && offset <= bytes.count && bytes[offset...].starts(with: text.utf8)
  }

  /// The text at the beginning.
  func text(most: Int) -> String { String(decoding: bytes.prefix(most), as: UTF8.self) }
}
