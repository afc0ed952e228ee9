internal import Model
internal import Text

/// The address in `<a@b>`, `Name <a@b>`, `a@b (comment)` or `a@b:`; nil if there is none.
func address(in text: some StringProtocol) -> EmailAddress? {
  if let close = text.lastIndex(of: ">"), let open = text[..<close].lastIndex(of: "<"),
    let found = EmailAddress(text[text.index(after: open)..<close].trimmed)
  {
    return found
  }
  return text.split(whereSeparator: { $0.isWhitespace || "<>()[],;\"'".contains($0) }).prefix(50).lazy
    .compactMap { word in
      guard word.contains("@") else { return nil }
      let bare = word.hasPrefix("mailto:") ? word.dropFirst(7) : word
      return EmailAddress(String(bare)) ?? EmailAddress(String(bare.reversed().drop { ".:!".contains($0) }.reversed()))
    }.first
}

/// The address in a field such as `rfc822; ann@example.org` (RFC 3464 §2.1.2); with type `utf-8` it may contain
/// `\x{F6}` (RFC 6533 §3).
func typedAddress(_ value: String?) -> EmailAddress? {
  guard let value else { return nil }
  let parts = value.split(separator: ";", maxSplits: 1)
  guard parts.count == 2 else { return address(in: value) }
  let isUnicode = parts[0].trimmed.lowercased() == "utf-8"
  return address(in: isUnicode ? unicodeUnescaped(parts[1]) : String(parts[1]))
}

private func unicodeUnescaped(_ text: Substring) -> String {
  var out = ""
  var rest = text
  while let start = rest.firstRange(of: "\\x{") {
    out += rest[..<start.lowerBound]
    rest = rest[start.upperBound...]
    guard let end = rest.firstIndex(of: "}"), let value = UInt32(rest[..<end], radix: 16),
      let scalar = Unicode.Scalar(value)
    else { continue }
    out.unicodeScalars.append(scalar)
    rest = rest[rest.index(after: end)...]
  }
  return out + rest
}
