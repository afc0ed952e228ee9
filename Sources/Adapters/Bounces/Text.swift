/// Decodes UTF-8 if it is valid, otherwise Latin-1, in which every byte is a character, so decoding never
/// fails. Japanese servers write ISO-2022-JP even where no character set can be declared; its escapes
/// (`ESC $`) have no other meaning.
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

/// Removes spaces, tabs and line endings at both ends.
func trimmed(_ text: some StringProtocol) -> String {
  let isGap = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isGap($0) }), let last = scalars.lastIndex(where: { !isGap($0) })
  else { return "" }
  return String(String.UnicodeScalarView(scalars[first...last]))
}

/// Decodes RFC 2047 encoded words; those that cannot be decoded stay.
func decodedWords(_ text: String) -> String {
  var out = ""
  var rest = text[...]
  var isAfterWord = false
  while let start = rest.firstRange(of: "=?") {
    guard let (word, end) = encodedWord(rest[start.upperBound...]) else {
      out += rest[..<start.upperBound]
      (rest, isAfterWord) = (rest[start.upperBound...], false)
      continue
    }
    let gap = rest[..<start.lowerBound]
    if !isAfterWord || !gap.allSatisfy(\.isWhitespace) { out += gap }
    out += word
    (rest, isAfterWord) = (rest[end...], true)
  }
  return out + rest
}

/// Decodes `charset?Q?payload?=…`; returns the text, and where the rest begins.
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
    guard let close = rest[open...].firstIndex(of: ">") else { return unescaped(out) }
    let name = rest[rest.index(after: open)..<close].prefix { $0 != " " }.lowercased()
    rest = rest[rest.index(after: close)...]
    if ["style", "script"].contains(name) {
      guard let end = rest.firstRange(of: "</" + name) else { return unescaped(out) }
      rest = rest[end.lowerBound...]
    } else if ["br", "br/", "p", "/p", "div", "/div", "tr", "/tr", "/td", "/h1", "/h2", "/li"].contains(name) {
      out += "\n"
    }
  }
  return unescaped(out + rest)
}

private func unescaped(_ text: String) -> String {
  text.replacing("&nbsp;", with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    .replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
}
