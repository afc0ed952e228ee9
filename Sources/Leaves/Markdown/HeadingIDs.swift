internal import Text
internal import CCmarkGFM

/// Ids for headings, so that links within the text (`#notes`) find them. cmark writes none, so each heading in the tree
/// begins with its id between two markers, which ``withHeadingIDs(_:)`` turns into an attribute.
extension Node {
  /// The rules of kramdown and, except for the first, of GitHub: `{#id}` or `{: #id}`; otherwise the heading's words
  /// in lower case, without punctuation, with each space replaced by `-`; `section` if nothing remains. A repeated name
  /// gets the suffix `-1`, `-2` …
  ///
  /// - Parameter attributes: ids from attribute lists, by a line of the heading that they belong to.
  /// - Returns: the ids of the headings.
  func nameHeadings(_ attributes: [Int: String]) -> Set<String> {
    var used = UsedNames()
    for (heading, _) in subtree where heading.kind == CMARK_NODE_HEADING {
      let written = heading.removeWrittenID() ?? heading.lines.lazy.compactMap { attributes[$0] }.first
      let wanted = written.flatMap { isHeadingID($0) ? $0 : nil } ?? headingID(of: oneLine(heading.words))
      let id = used.reserve(wanted)
      let mark = Node(CMARK_NODE_TEXT)
      mark.literal = "\u{1}\(id)\u{1}"
      heading.prepend(mark)
    }
    return used.all
  }

  /// Turns ids in attribute lists of other blocks into link targets, placed before the first words of the block.
  func markTargets(_ attributes: [Int: String], except used: Set<String>) {
    if attributes.isEmpty { return }
    var rest = attributes
    var used = used
    let kinds = [CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING]
    for (block, _) in subtree where kinds.contains(block.kind) {
      for line in block.lines {
        guard let id = rest.removeValue(forKey: line), block.kind != CMARK_NODE_HEADING, isHeadingID(id),
          used.insert(id).inserted
        else {
          continue
        }
        block.prepend(Node(custom: "<span id=\"\(id)\">", "</span>", isInline: true))
      }
    }
  }

  /// Removes `{#id}` from the end of the heading.
  private func removeWrittenID() -> String? {
    guard let last = children.last, last.kind == CMARK_NODE_TEXT, last.literal.hasSuffix("}") else { return nil }
    let text = last.literal.unicodeScalars.dropLast()
    guard let brace = text.lastIndex(of: "{") else { return nil }
    let id = text[brace...].dropFirst()
    guard id.first == "#" else { return nil }
    last.literal = String(String.UnicodeScalarView(text[..<brace].reversed().drop { $0 == " " }.reversed()))
    return String(id.dropFirst())
  }
}

/// Whether a heading may have this id: letters and digits of any script, `-`, `_` and `.`, at most 1,000 bytes. Ids
/// with a `:` are reserved for the page.
func isHeadingID(_ id: String) -> Bool {
  (1...1_000).contains(id.utf8.count)
    && (id.utf8.allSatisfy(isWordByte)
      || id.unicodeScalars.allSatisfy { isWordScalar($0) || $0 == "-" || $0 == "." })
}

/// In ASCII: a letter, a digit, `-`, `_` or `.`.
private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
  default: false
  }
}

func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    || scalar.properties.generalCategory == .nonspacingMark
}

func headingID(of words: String) -> String {
  if words.utf8.allSatisfy({ $0 < 0x80 }) { return headingID(ascii: words) }
  var id = String.UnicodeScalarView()
  for scalar in words.lowercased().unicodeScalars.prefix(200) {
    if scalar == " " { id.append("-") } else if isWordScalar(scalar) || scalar == "-" { id.append(scalar) }
  }
  return id.contains { $0 != "-" } ? String(id) : "section"
}

/// The same for ASCII, where each character is one byte.
private func headingID(ascii words: String) -> String {
  var id: [UInt8] = []
  for byte in words.utf8.prefix(200) {
    switch byte {
    case UInt8(ascii: " "): id.append(UInt8(ascii: "-"))
    case 0x41...0x5A: id.append(byte | 0x20)
    case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): id.append(byte)
    default: break
    }
  }
  return id.contains { $0 != UInt8(ascii: "-") } ? String(decoding: id, as: UTF8.self) : "section"
}

/// Names already in use.
private struct UsedNames {
  private(set) var all = Set<String>()
  /// The last number given to each repeated name, so that a thousand headings with the same name are not
  /// counted from 1 each time.
  private var counts: [String: Int] = [:]

  /// The name, or the name with the next number if it is in use.
  mutating func reserve(_ wanted: String) -> String {
    if all.insert(wanted).inserted { return wanted }
    var count = counts[wanted] ?? 0
    var name = wanted
    repeat {
      count += 1
      name = "\(wanted)-\(count)"
    } while !all.insert(name).inserted
    counts[wanted] = count
    return name
  }
}

/// Turns the id at the beginning of each heading in cmark's HTML into an attribute. An author cannot write the marker:
/// it is removed from the source, and one that an entity creates within a heading comes after the first two.
func withHeadingIDs(_ bytes: [UInt8]) -> [UInt8] {
  unsafe bytes.withUnsafeBufferPointer { bytes in
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var start = 0
    while true {
      let mark = unsafe bytes.firstIndex(from: start) { $0.equal(to: 1) }
      unsafe result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<mark]))
      guard mark < bytes.count else { return result }
      start = mark + 1
      guard result.endsInHeadingTag else { continue }
      let end = unsafe bytes.firstIndex(from: start) { $0.equal(to: 1) }
      let id = unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
      guard end < bytes.count, isHeadingID(id) else { continue }
      result.removeLast()
      result += " id=\"\(id)\">".utf8
      start = end + 1
    }
  }
}

extension [UInt8] {
  /// `<h1>` to `<h6>`.
  fileprivate var endsInHeadingTag: Bool {
    guard count >= 4 else { return false }
    let tag = self[(count - 4)...]
    return tag.starts(with: "<h".utf8) && (0x31...0x36).contains(self[count - 2]) && last == UInt8(ascii: ">")
  }
}
