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
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  var rest = Array(text.utf8)[...]
  var result: [UInt8] = []
  while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
    guard let (value, end) = referenceToC1(in: rest[start...]) else {
      result += rest[...start]
      rest = rest[(start + 1)...]
      continue
    }
    result += rest[..<start]
    if let character = Unicode.Scalar(value).flatMap(meaning(ofC1:)) { result += Array(String(character).utf8) }
    rest = rest[end...]
  }
  return String(decoding: result + rest, as: UTF8.self)
}

/// The value of `&#150;` or `&#x96;` at the beginning, from 0x80 to 0x9F, and where the reference ends.
private func referenceToC1(in bytes: ArraySlice<UInt8>) -> (value: UInt32, end: Int)? {
  guard bytes.starts(with: "&#".utf8) else { return nil }
  var digits = bytes.dropFirst(2).prefix(5)
  let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
  if isHexadecimal { digits = digits.dropFirst() }
  guard let end = digits.firstIndex(of: UInt8(ascii: ";")) else { return nil }
  let written = String(decoding: digits[..<end], as: UTF8.self)
  guard written.allSatisfy(\.isHexDigit),
    let value = UInt32(written, radix: isHexadecimal ? 16 : 10), (0x80..<0xA0).contains(value)
  else { return nil }
  return (value, end + 1)
}

/// Leaves `List<String>` and `a < b` as they are: only elements of HTML are tags.
private func withoutTags(_ text: String) -> String {
  guard text.holds({ $0.equal(to: UInt8(ascii: "<")) }) else { return text }
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
