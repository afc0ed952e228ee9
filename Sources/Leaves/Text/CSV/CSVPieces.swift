/// The bytes of a file as UTF-8, or unchanged if there is no byte order mark. The mark is removed, and UTF-16, which
/// spreadsheets call "Unicode text", is converted to UTF-8.
struct CSVPieces {
  private enum Form { case bytes, utf16LittleEndian, utf16BigEndian }

  private let piece: () -> [UInt8]
  private var form: Form?
  /// Whether a byte order mark declares UTF-8 or UTF-16.
  private(set) var isMarked = false
  /// The incomplete character at the end of the last piece.
  private var rest: [UInt8] = []

  init(_ piece: @escaping () -> [UInt8]) { self.piece = piece }

  /// Never empty; nil at the end.
  mutating func next() -> [UInt8]? {
    while true {
      let read = piece()
      let bytes = rest + read
      rest = []
      if bytes.isEmpty { return nil }
      // The longest byte order mark has three bytes.
      if form == nil, bytes.count < 3, !read.isEmpty {
        rest = bytes
        continue
      }
      let content = form == nil ? begin(bytes) : bytes
      let decoded = decode(content, isLast: read.isEmpty)
      if !decoded.isEmpty { return decoded }
      if read.isEmpty { return nil }
    }
  }

  private mutating func begin(_ bytes: [UInt8]) -> [UInt8] {
    let marks: [([UInt8], Form)] = [
      ([0xEF, 0xBB, 0xBF], .bytes), ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ]
    guard let (mark, form) = marks.first(where: { bytes.starts(with: $0.0) }) else {
      form = .bytes
      return bytes
    }
    self.form = form
    isMarked = true
    return Array(bytes.dropFirst(mark.count))
  }

  private mutating func decode(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    guard let form, form != .bytes else { return bytes }
    var units = stride(from: 0, to: bytes.count - bytes.count % 2, by: 2).map { index in
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      return form == .utf16LittleEndian ? second << 8 | first : first << 8 | second
    }
    var kept = bytes.count % 2
    if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      kept += 2
    }
    rest = isLast ? [] : Array(bytes.suffix(kept))
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

/// Text in windows-1252, which old spreadsheets write; nil if a byte is undefined in it.
func windows1252(_ bytes: [UInt8]) -> String? {
  var text = String.UnicodeScalarView()
  for byte in bytes {
    guard (0x80...0x9F).contains(byte) else {
      text.append(Unicode.Scalar(byte))
      continue
    }
    let scalar = highScalars[Int(byte) - 0x80]
    guard scalar != "\0" else { return nil }
    text.append(scalar)
  }
  return String(text)
}

/// 0x80–0x9F; the rest of windows-1252 equals Latin-1. NUL marks undefined bytes.
private let highScalars: [Unicode.Scalar] = [
  "€", "\0", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\0", "Ž", "\0",
  "\0", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\0", "ž", "Ÿ",
]
