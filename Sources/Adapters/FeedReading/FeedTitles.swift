internal import Text
internal import XML

/// In bytes.
private let longestTitle = 65_536

/// A title as text: one line, without markup of HTML, references decoded; once more if one remains.
/// - Parameter isPlain: whether the feed declares that it has no markup.
func titleText(_ written: String, isPlain: Bool) -> String {
  let isLong = written.utf8.count > longestTitle
  let written = isLong ? String(decoding: written.utf8.prefix(longestTitle), as: UTF8.self) : written
  if isPlain { return oneLine(hasReferences(written) ? decodedReferences(written) : written) }
  let once = decodedReferences(withoutTags(written))
  return oneLine(withoutTags(hasReferences(once) ? decodedReferences(once) : once))
}

/// Each paragraph of a plain text in its own element.
func paragraphs(_ text: String) -> String {
  let lines = cleanText(text).split(separator: "\n\n").map { $0.trimmed }.filter { !$0.isEmpty }
  return lines.map { "<p>\(escapedHTML($0).replacing("\n", with: "<br />\n"))</p>" }.joined(separator: "\n")
}

/// Whether a string has a tag of HTML.
func looksLikeHTML(_ text: String) -> Bool {
  var bytes = Array(text.utf8)[...]
  let last = bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
  while let start = bytes.firstIndex(of: UInt8(ascii: "<")), start < last {
    bytes = bytes[(start + 1)...]
    if HTMLTag(bytes) != nil { return true }
  }
  return false
}

/// Numeric references to C1 controls as the characters of windows-1252 that they mean.
func withoutC1References(_ text: String) -> String {
  guard text.contains("&#1") || text.contains("&#x") || text.contains("&#X") else { return text }
  return text.replacing(/&#(?:(1[2-5][0-9])|[xX]([89][0-9a-fA-F]));/) { match in
    let value = match.1.flatMap { UInt32($0) } ?? match.2.flatMap { UInt32($0, radix: 16) } ?? 0
    guard (0x80..<0xA0).contains(value) else { return String(match.0) }
    return Unicode.Scalar(value).flatMap(meaning(ofC1:)).map { String($0) } ?? ""
  }
}

/// Leaves `List<String>` and `a < b` as they are: only elements of HTML are tags.
private func withoutTags(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
  var result: [UInt8] = []
  var rest = Array(text.utf8)[...]
  // One search in vain is enough.
  var endsScripts = true
  let last = rest.lastIndex(of: UInt8(ascii: ">")) ?? 0
  while let start = rest.firstIndex(of: UInt8(ascii: "<")), start < last {
    result += rest[..<start]
    rest = rest[(start + 1)...]
    guard let tag = HTMLTag(rest) else {
      result.append(UInt8(ascii: "<"))
      continue
    }
    rest = rest[tag.end...]
    result += Array(tag.words.utf8)
    if tag.isScript, endsScripts, let close = rest.firstRange(of: Array("</\(tag.name)".utf8)) {
      rest = rest[close.lowerBound...]
    } else if tag.isScript {
      endsScripts = false
    }
  }
  return String(decoding: result + rest, as: UTF8.self)
}
