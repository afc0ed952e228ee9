internal import Text
internal import XML

/// How to interpret an element's content: escaping and type (RFC 4287 §3.1; Atom 0.3 §3.1).
extension WrittenText {
  /// - Parameter isAtom: whether it is an Atom element, in which text is plain by default.
  init?(_ capture: Capture, isAtom: Bool) {
    let type = capture.attributes.value("type")?.trimmed.lowercased() ?? ""
    let mode = capture.attributes.value("mode")?.trimmed.lowercased()
    var value = capture.value
    let isBase64 = mode == "base64" || isAtom && Self.isBinary(type) && !capture.hasMarkup
    if isBase64 {
      if let decoded = decodedBase64(value) { value = decoded } else if mode != nil { return nil }
    }
    if capture.hasMarkup, isAtom { value = Self.peeled(value) }
    kind = Self.kind(value, type, isAtom: isAtom, hasMarkup: capture.hasMarkup, isStrict: mode == nil && !isBase64)
    self.value = value
    base = capture.base
    isCut = capture.isCut
  }

  private static func kind(
    _ value: String, _ type: String, isAtom: Bool, hasMarkup: Bool, isStrict: Bool
  ) -> FeedText.Kind {
    if hasMarkup || !isAtom || type.contains("html") { return .html }
    if isStrict, type == "text" || type == "text/plain" { return .plain }
    // Without a type, Atom means text, but many feeds mean HTML.
    return looksLikeHTML(value) ? .html : .plain
  }

  private static func isBinary(_ type: String) -> Bool {
    type.contains("/") && !type.hasPrefix("text/") && !type.contains("xml") && !type.contains("html")
  }

  /// Without the `div` that XHTML in Atom must have around it.
  private static func peeled(_ value: String) -> String {
    let text = Array(value.trimmed.utf8)
    let ending = "</div>".utf8
    guard text.starts(with: "<div".utf8), text.suffix(ending.count).elementsEqual(ending),
      let end = text.firstIndex(of: UInt8(ascii: ">")), !text[..<end].contains(UInt8(ascii: " "))
    else { return value }
    let inside = text[(end + 1)...].dropLast(ending.count)
    var depth = 0
    var hasDivisions = false
    for index in inside.indices where inside[index] == UInt8(ascii: "<") {
      let tag = inside[(index + 1)...].prefix(5)
      if tag.starts(with: "div>".utf8) || tag.starts(with: "div ".utf8) { depth += 1 }
      if tag.elementsEqual("/div>".utf8) {
        depth -= 1
        hasDivisions = true
      }
      // Two adjacent divisions stay.
      if depth < 0 { return value }
    }
    if hasDivisions, !inside.suffix(ending.count).elementsEqual(ending) { return value }
    return String(decoding: inside, as: UTF8.self)
  }
}

/// RFC 4648 §4, without white space. Nil if it is something else.
func decodedBase64(_ text: String) -> String? {
  var bytes: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for byte in text.utf8 where byte > 0x20 {
    let value: UInt32
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) + 4
    case UInt8(ascii: "+"): value = 62
    case UInt8(ascii: "/"): value = 63
    case UInt8(ascii: "="): continue
    default: return nil
    }
    bits = bits << 6 | value
    count += 6
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return String(validating: bytes, as: UTF8.self)
}
