/// Text in UTF-16 or UTF-32, recognised by its byte order mark or by the zeros around its first `<` or `{`.
struct WideText {
  let name: String
  private let bytes: ArraySlice<UInt8>
  private let width: Int
  private let isLittle: Bool

  init?(_ written: [UInt8]) {
    let marks: [(mark: [UInt8], width: Int, isLittle: Bool)] = [
      ([0xFF, 0xFE, 0, 0], 4, true), ([0, 0, 0xFE, 0xFF], 4, false), ([0xFF, 0xFE], 2, true), ([0xFE, 0xFF], 2, false),
    ]
    let start = Array(written.prefix(4))
    if let found = marks.first(where: { start.starts(with: $0.mark) }) {
      self.init(written.dropFirst(found.mark.count), found.width, found.isLittle)
      return
    }
    guard start.count == 4 else { return nil }
    let zeros = start.map { $0 == 0 }
    switch zeros {
    case [false, true, true, true]: self.init(written[...], 4, true)
    case [true, true, true, false]: self.init(written[...], 4, false)
    case [false, true, false, true]: self.init(written[...], 2, true)
    case [true, false, true, false]: self.init(written[...], 2, false)
    default: return nil
    }
  }

  private init(_ bytes: ArraySlice<UInt8>, _ width: Int, _ isLittle: Bool) {
    self.bytes = bytes
    self.width = width
    self.isLittle = isLittle
    name = "utf-\(8 * width)\(isLittle ? "le" : "be")"
  }

  var decoded: [UInt8] {
    width == 2
      ? Array(String(decoding: units.map { UInt16($0) }, as: UTF16.self).utf8)
      : Array(String(decoding: Array(units), as: UTF32.self).utf8)
  }

  /// An incomplete last unit is left out.
  private var units: some Sequence<UInt32> {
    let (bytes, width, isLittle) = (bytes, width, isLittle)
    return stride(from: bytes.startIndex, to: bytes.endIndex - width + 1, by: width).lazy.map { start in
      (0..<width).reduce(UInt32(0)) { value, place in
        value << 8 | UInt32(bytes[start + (isLittle ? width - 1 - place : place)])
      }
    }
  }
}
