internal import Text

/// Makes well-formed XML of what is found in the wild, piece by piece, with the same number of lines.
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
  /// Where the names of the open elements are in the input.
  var open: [Range<Int>] = []
  var hasRoot = false
  var isDone = false
  var entities: [String: [UInt8]] = [:]
  /// libxml2 would search in all of them.
  static let mostNamespaces = 1_000
  var countNamespaces = 0
  /// How many bytes entities of the document may still add to it.
  var entityRoom = 1_000_000
  /// By kind: where the first one is, and how many there are.
  private var found = XMLFault.Kind.allCases.map { _ in (first: 0, count: 0) }
  /// For each searched text: where it comes next, so that no search is done twice.
  var searches: [String: Int] = [:]

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
    let end = indexOfMarkup(from: position)
    if open.isEmpty {
      let run = position..<end
      if !hasRoot, input[run].contains(where: { $0 > 0x20 }) { fault(.junkBeforeRoot) }
      skip(to: end)
    } else {
      copy(to: end)
    }
  }

  private func indexOfMarkup(from start: Int) -> Int {
    unsafe input.withUnsafeBufferPointer {
      unsafe $0.firstIndex(from: start) { $0.equal(to: UInt8(ascii: "<")) | $0.equal(to: UInt8(ascii: "&")) }
    }
  }

  /// Copies text that contains no markup, without characters that XML forbids.
  mutating func copy(to end: Int, escapesGreater: Bool = true) {
    while position < end {
      let next = nextSuspect(in: position..<end)
      output += input[position..<next]
      position = next
      guard position < end else { break }
      let byte = input[position]
      if byte == 0x9 || byte == 0xA || byte == 0xD {
        output.append(byte)
      } else if byte == UInt8(ascii: ">") {
        output += escapesGreater && output.suffix(2).elementsEqual("]]".utf8) ? Array("&gt;".utf8) : [byte]
      } else if byte == 0xEF, !isNoncharacter(at: position) {
        output.append(byte)
      } else {
        fault(.forbiddenCharacter)
        position += byte == 0xEF ? 2 : 0
      }
      position += 1
    }
  }

  /// U+FFFE and U+FFFF are EF BF BE and EF BF BF.
  private func isNoncharacter(at index: Int) -> Bool {
    index + 2 < input.count && input[index + 1] == 0xBF && input[index + 2] >= 0xBE
  }

  /// Looks no further than the end of the range: a search to the end of the document for each piece would take
  /// quadratic time.
  private func nextSuspect(in range: Range<Int>) -> Int {
    unsafe input.withUnsafeBufferPointer {
      unsafe UnsafeBufferPointer(rebasing: $0[..<range.upperBound]).firstIndex(from: range.lowerBound) {
        $0.below(0x20) | $0.equal(to: UInt8(ascii: ">")) | $0.equal(to: 0xEF)
      }
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

  /// Where `text` comes next, from `start` on; nil if it does not. Starts never decrease.
  mutating func index(of text: String, from start: Int) -> Int? {
    if let known = searches[text], known >= start { return known < input.count ? known : nil }
    let wanted = Array(text.utf8)
    var index = start
    while index + wanted.count <= input.count {
      guard let first = input[index...].firstIndex(of: wanted[0]) else { break }
      index = first
      if input[first...].starts(with: wanted) {
        searches[text] = first
        return first
      }
      index += 1
    }
    searches[text] = input.count
    return nil
  }
}
