internal import Text

/// Decodes valid UTF-8, or otherwise Latin-1, in which every byte is a character, so this never fails. Japanese servers
/// use ISO-2022-JP even where no character set can be named; its escapes (`ESC $`) have no other meaning.
func decoded(_ bytes: ArraySlice<UInt8>) -> String {
  if let escape = bytes.firstIndex(of: 0x1B), bytes[escape...].dropFirst().first == UInt8(ascii: "$"),
    let text = converted(bytes, from: "iso-2022-jp")
  {
    return text
  }
  if let text = String(validating: bytes, as: UTF8.self) { return text }
  var scalars = String.UnicodeScalarView()
  for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
  return String(scalars)
}

/// The text with the encoded words of RFC 2047 decoded; those that are invalid stay unchanged.
func decodedWords(_ text: String) -> String {
  var out = ""
  var rest = text[...]
  var isAfterWord = false
  while let start = rest.firstRange(of: "=?") {
    guard let (word, end) = encodedWord(rest[start.upperBound...]) else {
      out += rest[..<start.upperBound]
      rest = rest[start.upperBound...]
      isAfterWord = false
      continue
    }
    let gap = rest[..<start.lowerBound]
    if !isAfterWord || !gap.allSatisfy(\.isWhitespace) { out += gap }
    out += word
    rest = rest[end...]
    isAfterWord = true
  }
  return out + rest
}

/// Decodes `charset?Q?payload?=…`. Returns the text and the start of the rest.
private func encodedWord(_ text: Substring) -> (String, Substring.Index)? {
  let head = text.prefix(200).split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
  guard head.count == 4, head[3].first == "=", !head[2].contains(where: \.isWhitespace) else { return nil }
  let payload = Array(head[2].utf8)
  let bytes: [UInt8]
  switch head[1].lowercased() {
  case "b": bytes = base64Decoded(payload[...])
  case "q": bytes = quotedPrintableDecoded(payload.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
  default: return nil
  }
  return (converted(bytes[...], from: String(head[0])) ?? decoded(bytes[...]), text.index(after: head[3].startIndex))
}

/// A rough text version of an HTML part, sufficient to find an address and a sentence in it. Blocks become lines.
func plainText(ofHTML html: String) -> String {
  var out = ""
  var rest = Substring(html)
  while let open = rest.firstIndex(of: "<") {
    out += rest[..<open]
    guard let close = rest[open...].firstIndex(of: ">") else { return plain(out) }
    let name = rest[rest.index(after: open)..<close].prefix { $0 != " " }.lowercased()
    rest = rest[rest.index(after: close)...]
    if ["style", "script"].contains(name) {
      guard let end = rest.firstRange(of: "</" + name) else { return plain(out) }
      rest = rest[end.lowerBound...]
    } else if ["br", "br/", "p", "/p", "div", "/div", "tr", "/tr", "/td", "/h1", "/h2", "/li"].contains(name) {
      out += "\n"
    }
  }
  return plain(out + rest)
}

private func plain(_ text: String) -> String { unescapedHTML(text.replacing("&nbsp;", with: " ")) }
