internal import Text

/// Turns XML as found in the wild into well-formed XML and its texts, piece by piece, with the same number of lines.
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
  /// The piece that is being written.
  var piece = XMLPiece()
  /// Whether what is written next is part of the last text.
  var isInText = false
  /// Whether what is written next is part of an attribute's value.
  var isInValue = false
  /// The names of the open elements.
  var open: [WrittenName] = []
  var names = KnownNames()
  var hasRoot = false
  var isDone = false
  /// Whether the rest is not read.
  private var isTooLong = false
  var entities: [String: [UInt8]] = [:]
  /// libxml2 would search in all of them.
  static let mostNamespaces = 1_000
  /// How many prefixes were declared.
  var countNamespaces = 0
  /// The different default namespaces, as written.
  var defaultNamespaces: Set<[UInt8]> = []
  /// Each tag, attribute, entity of the document, comment and mistake in a tag takes time.
  private static let mostMarkup = 400_000
  private var countMarkup = 0
  /// Whether a document type without an end was found; the ends of later ones are not searched for.
  var hasEndlessType = false
  /// The end of the open CDATA section; nil if none is open.
  var sectionEnd: Int?
  /// The index of the next `<` or `&`, once it was searched for: long text is copied in pieces.
  private var markupAt = 0
  /// By the letters of the name; nil for names that mean nothing.
  var characters: [UInt64: NamedCharacter?] = [:]
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

  /// Writes the next piece. False at the end.
  mutating func advance() -> Bool {
    piece.removeAll()
    isInText = false
    while position < input.count, piece.markup.count < Self.pieceLength, piece.text.count < Self.pieceLength, !isDone,
      !isTooLong
    {
      step()
    }
    return !piece.markup.isEmpty
  }

  private mutating func step() {
    if let end = sectionEnd { return section(to: end) }
    switch input[position] {
    case UInt8(ascii: "<"): markup()
    case UInt8(ascii: "&"): reference()
    default: text()
    }
  }

  /// Counts a piece of markup. After too many, the document ends here.
  mutating func countPiece() {
    countMarkup += 1
    guard countMarkup > Self.mostMarkup else { return }
    fault(.muchMarkup)
    isTooLong = true
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
    let isCutOff = hasRoot && !isDone && (isTooLong || position >= input.count)
    return XMLReport(hasRoot: hasRoot, isCutOff: isCutOff, faults: faults)
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
      copyText(to: pieceEnd(before: end))
    }
  }

  /// The end of a piece, never inside a character.
  private func pieceEnd(before end: Int) -> Int {
    var piece = min(end, position + Self.pieceLength)
    while piece < end, piece > position + 1, input[piece] & 0xC0 == 0x80 { piece -= 1 }
    return piece
  }

  private mutating func section(to end: Int) {
    copyText(to: pieceEnd(before: end))
    guard position >= end else { return }
    sectionEnd = nil
    position = min(end + 3, input.count)
  }

  private func indexOfMarkup(from start: Int) -> Int {
    unsafe input.withUnsafeBufferPointer {
      unsafe $0.firstIndex(from: start) { $0.equal(to: UInt8(ascii: "<")) | $0.equal(to: UInt8(ascii: "&")) }
    }
  }

  mutating func write(text byte: UInt8) {
    beginText()
    piece.text.append(byte)
    piece.lengths[piece.lengths.count - 1] += 1
  }

  mutating func write(text bytes: some Collection<UInt8>) {
    beginText()
    piece.text += bytes
    piece.lengths[piece.lengths.count - 1] += bytes.count
  }

  private mutating func beginText() {
    guard !isInText else { return }
    isInText = true
    piece.markup.append(XMLPiece.mark)
    piece.lengths.append(0)
  }

  /// Copies text that contains no markup, without characters that XML forbids, and with `\n` at the end of each line.
  private mutating func copyText(to end: Int) {
    beginText()
    let before = piece.text.count
    while position < end {
      copyLines(to: nextSuspect(in: position..<end, keepsReturns: false))
      while position < end, input[position] == 0xD {
        if position + 1 >= input.count || input[position + 1] != 0xA { piece.text.append(0xA) }
        position += 1
      }
      while position < end, isForbidden(at: position) { leaveOutCharacter() }
    }
    piece.lengths[piece.lengths.count - 1] += piece.text.count - before
  }

  private mutating func copyLines(to end: Int) {
    let range = position..<end
    unsafe input.withUnsafeBufferPointer {
      unsafe piece.text.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
    let lines = lines(in: range)
    if lines > 0 { piece.markup.append(contentsOf: repeatElement(0xA, count: lines)) }
    position = end
  }

  /// Copies a part of a value that contains no markup, without characters that XML forbids.
  mutating func copyValue(to end: Int) {
    while position < end {
      let next = nextSuspect(in: position..<end, keepsReturns: true)
      piece.markup += input[position..<next]
      position = next
      while position < end, isForbidden(at: position) { leaveOutCharacter() }
    }
  }

  private mutating func leaveOutCharacter() {
    fault(.forbiddenCharacter)
    position += input[position] == 0xEF ? 3 : 1
  }

  /// The next character that XML forbids, or carriage return. Looks no further than the end of the range: a search to the end of
  /// the document for each piece would take quadratic time.
  private func nextSuspect(in range: Range<Int>, keepsReturns: Bool) -> Int {
    unsafe input.withUnsafeBufferPointer { input in
      let bytes = unsafe UnsafeBufferPointer(rebasing: input[..<range.upperBound])
      var index = range.lowerBound
      while true {
        index = unsafe bytes.firstIndex(from: index) { $0.below(0x20) | $0.equal(to: 0xEF) }
        while index < bytes.count, unsafe bytes[index] == 0xA || bytes[index] == 0x9 { index += 1 }
        guard index < bytes.count else { return index }
        if unsafe bytes[index] == 0xD, !keepsReturns { return index }
        if isForbidden(at: index) { return index }
        if unsafe bytes[index] < 0x20 || bytes[index] == 0xEF { index += 1 }
      }
    }
  }

  /// Whether a character that XML 1.0 forbids begins here (§2.2, `Char`).
  private func isForbidden(at index: Int) -> Bool {
    switch input[index] {
    case 0x9, 0xA, 0xD: false
    case 0..<0x20: true
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    case 0xEF: index + 2 < input.count && input[index + 1] == 0xBF && input[index + 2] >= 0xBE
    default: false
    }
  }

  /// Leaves out everything up to `end`, except that its lines count.
  mutating func skip(to end: Int) {
    let lines = lines(in: position..<end)
    position = end
    guard lines > 0 else { return }
    countPiece()
    isInText = false
    let breaks = [UInt8](repeating: 0xA, count: lines)
    piece.markup += open.isEmpty ? breaks : Array("<!--".utf8) + breaks + Array("-->".utf8)
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
