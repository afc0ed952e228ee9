internal import CCmarkGFM
internal import Text

/// A marker that distinguishes characters escaped on purpose (`\{`, `&lt;`, `{% raw %}`) from marks after cmark has
/// resolved the escapes. It precedes the escaped character while the text is parsed. No text contains it otherwise,
/// because ``cleanText(_:)`` removes it.
enum EscapedSigns {
  static let sign: UInt8 = 0x7F
  /// Replaces code in ``ShownText``.
  static let code: UInt8 = 0x1A

  /// The text with a marker before each escape. After an emphasis character, the marker follows the escape instead,
  /// because adjacent characters determine the meaning of emphasis (CommonMark §6.2).
  static func marked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else { return text }
    var marked: [UInt8] = []
    marked.reserveCapacity(bytes.count + bytes.count / 8)
    var index = 0
    while index < bytes.count {
      let count = escape(in: bytes, at: index)
      let isMarked = count > 0 && !(count == 2 && !"{}<>%!:#[]/*@\\".utf8.contains(bytes[index + 1]))
      let end = index + max(count, 1)
      let isBehindEmphasis = index > 0 && isEmphasis(bytes[index - 1])
      if isMarked, !isBehindEmphasis { marked.append(sign) }
      marked += bytes[index..<end]
      if isMarked, isBehindEmphasis, end < bytes.count, !isEmphasis(bytes[end]) { marked.append(sign) }
      index = end
    }
    return String(decoding: marked, as: UTF8.self)
  }

  private static func isEmphasis(_ byte: UInt8) -> Bool { "*_~".utf8.contains(byte) }

  /// The length in bytes of the escape that begins here; 0 if there is none.
  private static func escape(in bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\\"): return index + 1 < bytes.count && bytes[index + 1] != 0x0A ? 2 : 0
    case UInt8(ascii: "&"):
      let name = bytes[(index + 1)...].prefix(32).prefix { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "#") }
      let end = index + 1 + name.count
      return !name.isEmpty && end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 - index : 0
    default: return 0
    }
  }

  /// Bytes that may begin marks, each followed by two markers, because the content of `{% raw %}` is shown
  /// unchanged, even in HTML.
  static func marked(raw bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.flatMap { "{%:".utf8.contains($0) ? [$0, sign, sign] : [$0] }
  }

  /// HTML without single markers, because escapes have no meaning in it.
  static func withoutSingle(_ html: String) -> [UInt8] {
    let bytes = Array(html.utf8)
    return bytes.indices.compactMap { index in
      let isSingle =
        bytes[index] == sign && (index == 0 || bytes[index - 1] != sign)
        && (index + 1 == bytes.count || bytes[index + 1] != sign)
      return isSingle ? nil : bytes[index]
    }
  }

  static func without(_ text: String) -> String {
    text.utf8.contains(sign) ? String(decoding: text.utf8.filter { $0 != sign }, as: UTF8.self) : text
  }
}

extension Node {
  /// Removes the bytes inserted by ``EscapedSigns``.
  func forgetEscapedSigns() {
    for (node, _) in subtree {
      switch node.kind {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE, CMARK_NODE_CODE_BLOCK:
        if node.literal.utf8.contains(EscapedSigns.sign) { node.literal = EscapedSigns.without(node.literal) }
        if node.kind == CMARK_NODE_CODE_BLOCK { node.fenceInfo = EscapedSigns.without(node.fenceInfo) }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        if node.url.utf8.contains(EscapedSigns.sign) { node.url = EscapedSigns.without(node.url) }
        if node.title.utf8.contains(EscapedSigns.sign) { node.title = EscapedSigns.without(node.title) }
      default: break
      }
    }
  }
}
