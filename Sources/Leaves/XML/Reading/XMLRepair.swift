internal import Text

/// Turns XML as found in the wild into well-formed XML, piece by piece, with the same number of lines.
///
/// Without this, libxml2 drops unknown entities and bare `&`, and stops at others' mistakes. Comments, processing
/// instructions and document types are left out. Tags are balanced: an end tag ends all elements within its own, and
/// one without a beginning is left out.
struct XMLRepair {
  static let pieceLength = 32_768
  static let mostOpen = 240

  let input: [UInt8]
  let isRoot: (String) -> Bool
  var position = 0
  var output: [UInt8] = []
  /// The names of the open elements.
  var open: [WrittenName] = []
  var names = KnownNames()
  var hasRoot = false
  var isDone = false
  var entities: [String: [UInt8]] = [:]
  /// libxml2 would search in all of them.
  static let mostNamespaces = 1_000
  /// How many prefixes were declared.
  var countNamespaces = 0
  /// The different default namespaces, as written.
  var defaultNamespaces: Set<[UInt8]> = []
  /// Whether a document type without an end was found; the ends of later ones are not searched for.
  var hasEndlessType = false
  /// The end of the open CDATA section; nil if none is open.
  var sectionEnd: Int?
  /// The index of the next `<` or `&`, once it was searched for: long text is copied in pieces.
  private var markupAt = 0
  /// Characters by HTML entity name, cached because libxml2 compares each name with hundreds.
  var characters: [String: Unicode.Scalar?] = [:]
  /// How many bytes entities of the document may still add to it.
  var entityRoom = 1_000_000
  /// By kind: the position of the first one, and the number.
  private var found = XMLFault.Kind.allCases.map { _ in (first: 0, count: 0) }
  /// The next index of each of these, so that no search is repeated; -1 if it has not been searched for.
  private var searches = [Int](repeating: -1, count: Searched.allCases.count)

  init(_ input: [UInt8], isRoot: @escaping (String) -> Bool) {
    self.input = input
    self.isRoot = isRoot
  }

  /// The next piece; nil at the end.
  mutating func next() -> [UInt8]? {
    output.reserveCapacity(Self.pieceLength + 4096)
    while position < input.count, output.count < Self.pieceLength, !isDone { step() }
    guard !output.isEmpty else { return nil }
    let piece = output
    output = []
    return piece
  }

  private mutating func step() {
    if let end = sectionEnd { return section(to: end) }
    switch input[position] {
    case UInt8(ascii: "<"): markup()
    case UInt8(ascii: "&"): reference()
    default: text()
    }
  }

  mutating func fault(_ kind: XMLFault.Kind) {
    if found[kind.rawValue].count == 0 { found[kind.rawValue].first = position }
    found[kind.rawValue].count += 1
  }

  var report: XMLReport {
    let kinds = XMLFault.Kind.allCases.filter { found[$0.rawValue].count > 0 }
    let inOrder = kinds.sorted { found[$0.rawValue].first < found[$1.rawValue].first }
    var line = 1
    var seen = 0
    let faults = inOrder.map { kind in
      let place = found[kind.rawValue]
      line += lines(in: seen..<place.first)
      seen = place.first
      return XMLFault(kind: kind, line: line, count: place.count)
    }
    return XMLReport(hasRoot: hasRoot, isCutOff: hasRoot && !isDone && position >= input.count, faults: faults)
  }

  func lines(in range: Range<Int>) -> Int { input[range].count { $0 == 0xA } }
}

// MARK: - Text

extension XMLRepair {
  private mutating func text() {
    if markupAt <= position { markupAt = indexOfMarkup(from: position) }
    let end = markupAt
    if open.isEmpty {
      let run = position..<end
      if !hasRoot, input[run].contains(where: { $0 > 0x20 }) { fault(.junkBeforeRoot) }
      skip(to: end)
    } else {
      copy(to: pieceEnd(before: end))
    }
  }

  /// The end of a piece, never inside a character: libxml2 would take its bytes for another encoding.
  private func pieceEnd(before end: Int) -> Int {
    var piece = min(end, position + Self.pieceLength)
    while piece < end, piece > position + 1, input[piece] & 0xC0 == 0x80 { piece -= 1 }
    return piece
  }

  private mutating func section(to end: Int) {
    copy(to: pieceEnd(before: end), escapesGreater: false)
    guard position >= end else { return }
    sectionEnd = nil
    output += "]]>".utf8
    position = min(end + 3, input.count)
  }

  private func indexOfMarkup(from start: Int) -> Int {
    unsafe input.withUnsafeBufferPointer {
      unsafe $0.firstIndex(from: start) { $0.equal(to: UInt8(ascii: "<")) | $0.equal(to: UInt8(ascii: "&")) }
    }
  }

  /// Copies text that contains no markup, without characters that XML forbids.
  mutating func copy(to end: Int, escapesGreater: Bool = true) {
    while position < end {
      let next = nextSuspect(in: position..<end, escapesGreater)
      output += input[position..<next]
      position = next
      guard position < end else { break }
      let byte = input[position]
      if byte == UInt8(ascii: ">") {
        output += output.suffix(2).elementsEqual("]]".utf8) ? Array("&gt;".utf8) : [byte]
      } else {
        fault(.forbiddenCharacter)
        position += byte == 0xEF ? 2 : 0
      }
      position += 1
    }
  }

  /// Looks no further than the end of the range: a search to the end of the document for each piece would take
  /// quadratic time.
  private func nextSuspect(in range: Range<Int>, _ escapesGreater: Bool) -> Int {
    unsafe input.withUnsafeBufferPointer { input in
      let bytes = unsafe UnsafeBufferPointer(rebasing: input[..<range.upperBound])
      var index = range.lowerBound
      while true {
        index = unsafe bytes.firstIndex(from: index) {
          $0.below(0x20) | $0.equal(to: UInt8(ascii: ">")) | $0.equal(to: 0xEF)
        }
        guard index < bytes.count, unsafe !isSuspect(input, index, range.lowerBound, escapesGreater) else {
          return index
        }
        index += 1
      }
    }
  }

  /// Whether a byte needs a closer look: a `>` that may end `]]>`, or part of a character that XML forbids.
  @unsafe private func isSuspect(
    _ input: UnsafeBufferPointer<UInt8>, _ index: Int, _ start: Int, _ escapesGreater: Bool
  ) -> Bool {
    switch unsafe input[index] {
    case 0x9, 0xA, 0xD: return false
    case UInt8(ascii: ">"):
      // The bytes before the start may have been left out.
      return unsafe escapesGreater && (index - 2 < start || input[index - 1] == UInt8(ascii: "]"))
    case 0xEF:
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      return unsafe index + 2 < input.count && input[index + 1] == 0xBF && input[index + 2] >= 0xBE
    default: return true
    }
  }

  /// Leaves out everything up to `end`, except that its lines count.
  mutating func skip(to end: Int) {
    let lines = lines(in: position..<end)
    position = end
    guard lines > 0 else { return }
    let breaks = [UInt8](repeating: 0xA, count: lines)
    output += open.isEmpty ? breaks : Array("<!--".utf8) + breaks + Array("-->".utf8)
  }

  /// The next index of something, from `start` on; nil if it does not occur. Successive starts never decrease.
  mutating func index(of wanted: Searched, from start: Int) -> Int? {
    let known = searches[wanted.rawValue]
    if known >= start { return known < input.count ? known : nil }
    let found = unsafe input.withUnsafeBufferPointer { unsafe wanted.place(in: $0, from: start) }
    searches[wanted.rawValue] = found
    return found < input.count ? found : nil
  }
}
