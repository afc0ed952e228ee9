/// Attributes in braces: kramdown's `{: .class #id}`, Pandoc's and Goldmark's `{.class #id key="value"}`.
extension DialectScan {
  /// Reads attributes of the preceding block or words; only an id has an effect.
  mutating func takeAttributes() -> Bool {
    if source.starts(with: Sign.attributes), let words = source.takeAttributeLists() {
      note(words)
      dropSpaces()
      return true
    }
    let isMarked = source.starts(with: Sign.attributes)
    guard let (words, end) = source.attributes(isMarked: isMarked) else { return false }
    let isAtWords = output.last.map { ")]`*_>".utf8.contains($0) } ?? false
    let endsBlock = source.endsLine(from: end) && (isAlone || isHeading)
    // `{#id}` at the end of a heading is read together with the heading.
    let isPlainID = !isMarked && words.count == 1 && words[0].hasPrefix("#") && isHeading && source.starts(with: "{#")
    guard !isPlainID, isMarked ? isAtWords : isAtWords && output.last != UInt8(ascii: ">") || endsBlock else {
      return false
    }
    if !isAtWords || isHeading { note(words) } else if let id = words.id { writeTarget(id) }
    source.skip(end - source.position)
    return true
  }

  private mutating func note(_ words: [String]) {
    guard let id = words.id else { return }
    ids[lineOfBlock] = id
  }

  /// Writes a target for links to this id.
  private mutating func writeTarget(_ id: String) {
    if isHeadingID(id) { output += "<span id=\"\(attributeValue(id))\"></span>".utf8 }
  }

  private var isHeading: Bool {
    mutating get {
      let line = lineSoFar.drop { " >".utf8.contains($0) }
      return line.first == UInt8(ascii: "#")
    }
  }
}

extension [String] {
  fileprivate var id: String? { last { $0.hasPrefix("#") }.map { String($0.dropFirst()) } }
}
