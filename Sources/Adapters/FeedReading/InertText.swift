internal import Text

/// Text in which no character begins an HTML tag: `<script>` becomes `‹script>`, and `List<String>` stays.
///
/// Titles and names in feeds are text, but some RSS readers show them as HTML. Other people's text must not become active
/// there.
package func inertText(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
  var rest = Array(text.utf8)[...]
  var result: [UInt8] = []
  while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
    result += rest[..<start]
    rest = rest[(start + 1)...]
    if mayBeTag(rest) { result += "‹".utf8 } else { result.append(UInt8(ascii: "<")) }
  }
  return String(decoding: result + rest, as: UTF8.self)
}

/// - Parameter bytes: what follows a `<`.
private func mayBeTag(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard let first = bytes.first else { return false }
  if "/!?".utf8.contains(first) { return true }
  guard (0x61...0x7A).contains(first | 0x20) else { return false }
  let name = String(decoding: bytes.prefix(12).prefix { (0x61...0x7A).contains($0 | 0x20) }, as: UTF8.self).lowercased()
  return HTMLTag(bytes) != nil || swallowing.contains(name) || !isPlain(bytes)
}

/// Whether the text up to the `>` has no attributes: `String`, `K, V`.
private func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
  let inside = bytes.prefix(200).prefix { byte in
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || ", .".utf8.contains(byte)
  }
  return inside.endIndex < bytes.endIndex && bytes[inside.endIndex] == UInt8(ascii: ">")
}

/// Elements that change how what follows is parsed, even without attributes.
private let swallowing: Set<String> = [
  "button", "details", "dialog", "listing", "marquee", "math", "noembed", "noframes", "option", "plaintext", "select",
  "template", "textarea", "title", "xmp",
]
