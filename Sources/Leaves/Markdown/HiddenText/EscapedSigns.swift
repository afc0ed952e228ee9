internal import CCmarkGFM
internal import Text

/// The sign that tells what an author escaped on purpose (`\{`, `&lt;`, `{% raw %}`) from a mark, once cmark has taken the escape
/// away. It stands before the escaped sign while the text is parsed. No text holds it otherwise: ``cleanText(_:)`` takes it out.
enum EscapedSigns {
  static let sign: UInt8 = 0x7F
  /// What stands for code in ``ShownText``.
  static let code: UInt8 = 0x1A

  /// The text with the sign before each escape. Behind signs of emphasis it stands after the escape, since what stands beside them
  /// decides what they mean (CommonMark §6.2).
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

  /// How many bytes an escape has that may begin here; 0 if none does.
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

  /// Bytes that begin marks, each followed by two of these bytes: the content of `{% raw %}` is
  /// shown unchanged, even in HTML.
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
