extension HTMLSanitizer {
  /// Whether the end of a fragment is lost, because its elements are nested deeper than the parser reads.
  package static func isTooDeep(_ fragment: String) -> Bool {
    // Nearly no text has so many open tags at once, and parsing is costly.
    guard hasManyOpenTags(fragment) else { return false }
    return HTMLTree(fragment: fragment).isCut
  }

  private static func hasManyOpenTags(_ fragment: String) -> Bool {
    var open = 0
    var last: UInt8 = 0
    for byte in fragment.utf8 {
      if last == UInt8(ascii: "<") { open += byte == UInt8(ascii: "/") ? (open > 0 ? -1 : 0) : 1 }
      if open > manyTags { return true }
      last = byte
    }
    return false
  }

  /// Fewer cannot reach the parser's limit of 256.
  private static let manyTags = 240

  /// Whether parsing the attributes of a tag would delay a run: libxml2 compares each attribute of a
  /// tag with all previous ones.
  package static func hasTooManyAttributes(_ fragment: String) -> Bool {
    var steps = 0
    for tag in fragment.utf8.split(separator: UInt8(ascii: "<"))
    where tag.count > shortTag && tag.first != UInt8(ascii: "!") {
      let signs = tag.prefix { $0 != UInt8(ascii: ">") }.count { isHTMLSpace($0) || $0 == UInt8(ascii: "=") }
      if signs > 100 { steps += signs * signs }
    }
    return steps > mostSteps
  }

  /// In bytes; such a tag has at most a hundred attributes.
  private static let shortTag = 200
  /// Takes about half a second.
  private static let mostSteps = 150_000_000
}
