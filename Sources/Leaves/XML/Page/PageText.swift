internal import CLibXML2
internal import Text

/// The bytes of a page and their encoding, as the parser needs them.
struct PageText {
  let bytes: [UInt8]
  /// A name that libxml2 knows.
  let encoding: String

  init(_ text: String) { self.init(Array(droppingForbiddenCharacters(text).utf8), in: "UTF-8") }

  private init(_ bytes: [UInt8], in encoding: String) {
    self.bytes = bytes
    self.encoding = encoding
  }

  init(_ bytes: [UInt8]) {
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let isUTF8 = !hasMark && String(validating: bytes, as: UTF8.self) != nil
    guard !hasMark, !isUTF8, let label = Self.declared(in: bytes), Self.isKnown(label) else {
      self.init(DecodedText(bytes).text)
      return
    }
    // A byte of zero would end the page.
    self.init(bytes.map { $0 == 0 ? 0x20 : $0 }, in: label)
  }

  /// The name after `charset=` in the first 4,096 bytes; nil if it is missing, or if it is UTF-8 or Latin 1, which are
  /// assumed anyway.
  private static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4_096).map { $0 < 0x80 ? $0 : 0x20 }, as: UTF8.self).lowercased()
    guard let found = head.firstRange(of: "charset") else { return nil }
    let rest = head[found.upperBound...].drop { " =\"'\n\t".contains($0) }
    let label = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
    let isAssumed =
      label.hasPrefix("utf") || ["iso-8859-1", "iso8859-1", "latin1", "us-ascii", "windows-1252"].contains(label)
    return label.isEmpty || label.count > 30 || isAssumed ? nil : String(label)
  }

  private static func isKnown(_ label: String) -> Bool {
    guard let handler = unsafe xmlFindCharEncodingHandler(label) else { return false }
    unsafe xmlCharEncCloseFunc(handler)
    return true
  }
}
