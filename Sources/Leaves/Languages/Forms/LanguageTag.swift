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
