internal import Text

extension HTMLSanitizer {
  /// Whether the end of a fragment is lost, because its elements are nested deeper than the parser reads.
  package static func isTooDeep(_ fragment: String) -> Bool {
    // Hardly any fragment has that many tags open at once, and parsing is costly.
    guard hasManyOpenTags(fragment) else { return false }
    return HTMLTree(fragment: fragment).isCut
  }

  private static func hasManyOpenTags(_ fragment: String) -> Bool {
    var fragment = fragment
    return fragment.withUTF8 { bytes in
      var open = 0
      var index = unsafe bytes.firstIndex(from: 0) { $0.equal(to: UInt8(ascii: "<")) }
      while index + 1 < bytes.count {
        if unsafe bytes[index + 1] == UInt8(ascii: "/") {
          if open > 0, unsafe !isNeverDeep(bytes, index + 2) { open -= 1 }
        } else if unsafe !isNeverDeep(bytes, index + 1) {
          open += 1
          if open > manyTags { return true }
        }
        index = unsafe bytes.firstIndex(from: index + 1) { $0.equal(to: UInt8(ascii: "<")) }
      }
      return false
    }
  }

  /// With a paragraph and a link in each of them, fewer cannot reach the parser's limit of 256.
  private static let manyTags = 80

  /// Whether the element named at an index can never be nested directly in another of its kind: a paragraph or link ends
  /// where the next begins, and `br`, `hr` and `img` have no content.
  @unsafe private static func isNeverDeep(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var name: UInt32 = 0
    var index = start
    while index < bytes.count, index < start + 4 {
      let letter = unsafe bytes[index] | 0x20
      guard (0x61...0x7A).contains(letter) else { break }
      name = name << 8 | UInt32(letter)
      index += 1
    }
    return name == 0x70 || name == 0x61 || name == 0x6272 || name == 0x6872 || name == 0x69_6D67
  }

  /// Whether parsing the attributes of a tag would delay a run: libxml2 compares each attribute of a
  /// tag with all previous ones.
  package static func hasTooManyAttributes(_ fragment: String) -> Bool {
    var steps = 0
    for tag in fragment.utf8.split(separator: UInt8(ascii: "<"))
    where tag.count > shortTag && tag.first != UInt8(ascii: "!") {
      let separators = tag.prefix { $0 != UInt8(ascii: ">") }.count { isHTMLSpace($0) || $0 == UInt8(ascii: "=") }
      if separators > 100 { steps += separators * separators }
    }
    return steps > mostSteps
  }

  /// What parsing a fragment costs, as a number of tags, each of which takes up to 2 µs.
  ///
  /// The parser compares the name of a reference with all names, and makes a message about each ampersand that begins none: it
  /// takes about a quarter of a tag's time.
  package static func countOfTags(_ fragment: String) -> Int {
    var fragment = fragment
    return fragment.withUTF8 { bytes in
      var tags = 0
      var references = 0
      var index = unsafe bytes.firstMarkup(from: 0)
      while index < bytes.count {
        if unsafe bytes[index] == UInt8(ascii: "<") {
          tags += 1
        } else if unsafe !bytes.hasNumber(at: index) {
          references += 1
        }
        index = unsafe bytes.firstMarkup(from: index + 1)
      }
      return tags + references / 4
    }
  }

  /// Of one document, in all its texts.
  package static let mostTags = 200_000

  /// In bytes; such a tag has at most a hundred attributes.
  private static let shortTag = 200
  /// Takes about half a second.
  private static let mostSteps = 150_000_000
}

/// `html`, in which every tag with more than a hundred attributes has none: libxml2 compares each attribute of a tag with
/// all previous ones.
func withoutCrowdedTags(_ html: String) -> String {
  // As many do not fit into fewer bytes.
  guard html.utf8.count > 2 * mostAttributes else { return html }
  var html = html
  let crowded = html.withUTF8 { unsafe crowdedTags($0) }
  guard !crowded.isEmpty else { return html }
  let bytes = Array(html.utf8)
  var kept: [UInt8] = []
  var start = 0
  for range in crowded {
    kept += bytes[start..<range.lowerBound]
    start = range.upperBound
  }
  return String(decoding: kept + bytes[start...], as: UTF8.self)
}

private let mostAttributes = 100

/// Where the attributes of these tags are.
@unsafe private func crowdedTags(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var index = unsafe bytes.firstIndex(from: 0) { $0.equal(to: UInt8(ascii: "<")) }
  while index < bytes.count {
    index += 1
    guard index < bytes.count, unsafe (0x61...0x7A).contains(bytes[index] | 0x20) else {
      index = unsafe bytes.firstIndex(from: index) { $0.equal(to: UInt8(ascii: "<")) }
      continue
    }
    let attributes = unsafe attributes(of: bytes, from: index)
    if attributes.count > mostAttributes { found.append(attributes.range) }
    index = unsafe bytes.firstIndex(from: attributes.range.upperBound) { $0.equal(to: UInt8(ascii: "<")) }
  }
  return found
}

/// The attributes of a tag whose name begins at an index, up to its `>`, and how many there are.
@unsafe private func attributes(
  of bytes: UnsafeBufferPointer<UInt8>, from start: Int
) -> (range: Range<Int>, count: Int) {
  var index = start
  while index < bytes.count, unsafe !isHTMLSpace(bytes[index]), unsafe !"/>".utf8.contains(bytes[index]) { index += 1 }
  let first = index
  var count = 0
  var isInName = false
  var follows: UInt8 = 0
  while index < bytes.count, unsafe bytes[index] != UInt8(ascii: ">") {
    let byte = unsafe bytes[index]
    index += 1
    if isHTMLSpace(byte) || byte == UInt8(ascii: "/") {
      isInName = false
      continue
    }
    if follows == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      while index < bytes.count, unsafe bytes[index] != byte { index += 1 }
      index = min(index + 1, bytes.count)
      isInName = false
    } else if !isInName {
      if follows != UInt8(ascii: "="), byte != UInt8(ascii: "=") { count += 1 }
      isInName = true
    }
    follows = byte
  }
  return (first..<index, count)
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func firstMarkup(from start: Int) -> Int {
    unsafe firstIndex(from: start) { $0.equal(to: UInt8(ascii: "<")) | $0.equal(to: UInt8(ascii: "&")) }
  }

  /// Whether the ampersand at an index begins a reference such as `&#228;`.
  fileprivate func hasNumber(at index: Int) -> Bool {
    guard index + 2 < count, unsafe self[index + 1] == UInt8(ascii: "#") else { return false }
    let next = unsafe self[index + 2]
    return next | 0x20 == UInt8(ascii: "x") || (0x30...0x39).contains(next)
  }
}
