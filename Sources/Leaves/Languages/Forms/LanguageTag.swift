/// RFC 4647 §3.4 (lookup): the tag in lower case, then shortened from its end. Old and regional tags of Chinese, Hebrew,
/// Indonesian and a few others are those that CLDR uses.
func lookUpRanges(_ tag: String) -> [String] {
  var subtags = tag.lowercased().split(separator: "-")
  if let first = subtags.first, let current = currentTags[first] { subtags[0] = Substring(current) }
  if subtags.first == "zh" { subtags.insert(scriptOfChinese(subtags), at: 1) }
  var ranges: [String] = []
  while !subtags.isEmpty {
    ranges.append(subtags.joined(separator: "-"))
    subtags.removeLast()
    if subtags.last?.utf8.count == 1 { subtags.removeLast() }  // a singleton, e.g. the `u` of `de-u-co-phonebk`
  }
  return ranges
}

private let currentTags: [Substring: String] = [
  "iw": "he", "in": "id", "ji": "yi", "tl": "fil", "mo": "ro", "no": "nb",
]

/// Taiwan, Hong Kong and Macau write traditional characters.
private func scriptOfChinese(_ subtags: [Substring]) -> Substring {
  let isTraditional = subtags.contains { ["hant", "tw", "hk", "mo"].contains($0) }
  return isTraditional ? "hant" : "hans"
}

/// What is wrong with a language tag; nil if it has the form of BCP 47 (RFC 5646 §2.1): `en`, `pt-BR`, `zh-Hant-TW`. It is
/// not looked up in the registry.
package func faultInLanguageTag(_ text: String, under key: String) -> String? {
  if text.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/) != nil { return nil }
  let dashed = text.replacing("_", with: "-")
  let hint = dashed != text ? "; write `\(dashed)`" : ""
  return "`\(key)` must be a language tag (BCP 47), for example \"en\" or \"pt-BR\"; found \"\(text)\"\(hint)"
}
