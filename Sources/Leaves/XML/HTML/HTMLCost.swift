extension HTMLSanitizer {
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
