/// Inlines a sheet's styles for classes and elements into the style attributes of a document, and lets its long words
/// break.
///
/// One pass over the bytes, which changes only start tags, and another one over the words. An element's own style attribute comes last
/// and so overrides the sheet.
package struct Inlining {
  private let styles: Styles
  private var out: [UInt8] = []
  /// Start tags seen before, with all attributes → their styled form.
  private var known: [String: [UInt8]] = [:]
  /// Whether the last document renders the same regardless of where it is inserted and what replaces its placeholders:
  /// no tag is open at its end or contains a placeholder, which begins with U+0001 and `#`.
  package private(set) var isSelfContained = true

  init(_ styles: Styles) { self.styles = styles }

  package mutating func inlined(_ html: String) -> String { LongWords.breakable(styled(html)) }

  private mutating func styled(_ html: String) -> String {
    let bytes = Array(html.utf8)
    isSelfContained = true
    out.removeAll(keepingCapacity: true)
    out.reserveCapacity(bytes.count * 2)
    var start = 0
    while let open = nextTag(in: bytes, from: start) {
      out += bytes[start..<open]
      let end = endOfTag(in: bytes, from: open)
      append(bytes[open..<end])
      start = end
    }
    out += bytes[start...]
    if bytes.last == UInt8(ascii: "<") { isSelfContained = false }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func append(_ tag: ArraySlice<UInt8>) {
    if holdsPlaceholder(tag) { isSelfContained = false }
    guard tag.last == UInt8(ascii: ">") else {
      isSelfContained = false
      return out += tag
    }
    let key = String(decoding: tag, as: UTF8.self)
    if let styled = known[key] { return out += styled }
    let styled = StartTag(tag).styled(by: styles) ?? Array(tag)
    known[key] = styled
    out += styled
  }

  private mutating func nextTag(in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: "<") {
        if isLetter(bytes[place + 1]) { return place }
        if bytes[place + 1] == 1 { isSelfContained = false }
      }
      place += 1
    }
    return nil
  }

  private func holdsPlaceholder(_ tag: ArraySlice<UInt8>) -> Bool {
    guard let sign = tag.firstIndex(of: 1) else { return false }
    return tag[sign...].indices.contains { tag[$0] == 1 && $0 + 1 < tag.endIndex && tag[$0 + 1] == UInt8(ascii: "#") }
  }

  /// The position after the `>`; characters in quotes are skipped.
  private func endOfTag(in bytes: [UInt8], from start: Int) -> Int {
    var place = start
    var quote = UInt8(0)
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    return place
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

/// A start tag, parsed as far as styles need it.
private struct StartTag {
  private let name: String
  /// As written, without `class` and `style`; each attribute includes the space before it.
  private var rest: [UInt8] = []
  private var classes: [String] = []
  private var ownStyle = ""
  private var hasOwnGround = false
  /// `>` or `/>`.
  private var end: ArraySlice<UInt8> = [UInt8(ascii: ">")]

  init(_ tag: ArraySlice<UInt8>) {
    let letters = tag.dropFirst()
    let nameEnd = letters.firstIndex { !isLetter($0) && !(0x30...0x39).contains($0) } ?? tag.endIndex
    name = String(decoding: letters[..<nameEnd], as: UTF8.self).lowercased()
    var place = nameEnd
    while place < tag.endIndex {
      let start = place
      while place < tag.endIndex, tag[place] == 0x20 || (0x09...0x0D).contains(tag[place]) { place += 1 }
      guard place < tag.endIndex, tag[place] != UInt8(ascii: ">"), tag[place] != UInt8(ascii: "/") else {
        end = tag[start...]
        break
      }
      let keyStart = place
      while place < tag.endIndex, !"= >\n\t\r/".utf8.contains(tag[place]) { place += 1 }
      let key = String(decoding: tag[keyStart..<place], as: UTF8.self).lowercased()
      let value = Self.value(in: tag, at: &place)
      switch key {
      case "class": classes = value.split(separator: " ").map(String.init)
      case "style": ownStyle = value
      default:
        if key == "bgcolor" { hasOwnGround = true }
        rest += tag[start..<place]
      }
      if place == start { break }  // no progress: not a tag that we can parse
    }
  }

  /// Reads and skips `="…"`; empty if there is none.
  private static func value(in tag: ArraySlice<UInt8>, at place: inout Int) -> String {
    guard place < tag.endIndex, tag[place] == UInt8(ascii: "=") else { return "" }
    place += 1
    guard place < tag.endIndex, tag[place] == UInt8(ascii: "\"") || tag[place] == UInt8(ascii: "'") else {
      let start = place
      while place < tag.endIndex, tag[place] > 0x20, tag[place] != UInt8(ascii: ">") { place += 1 }
      return String(decoding: tag[start..<place], as: UTF8.self)
    }
    let quote = tag[place]
    let start = place + 1
    let close = tag[start...].firstIndex(of: quote) ?? tag.endIndex
    place = min(close + 1, tag.endIndex)
    return String(decoding: tag[start..<close], as: UTF8.self)
  }

  /// The colour behind a cell or table, for its `bgcolor`: some mail programs drop every style (caniemail.com).
  private func ground(_ inline: [(property: String, value: String)]) -> String? {
    guard name == "td" || name == "table", !hasOwnGround else { return nil }
    return inline.last { $0.property == "background-color" && $0.value.hasPrefix("#") }?.value
  }

  /// Nil if the sheet has no styles for the element.
  func styled(by styles: Styles) -> [UInt8]? {
    let inline = styles.inline(element: name, classes: classes)
    let kept = classes.filter { styles.keptClasses.contains("." + $0) }
    guard !inline.isEmpty || kept.count != classes.count else { return nil }
    var written = "<\(name)"
    if !kept.isEmpty { written += " class=\"\(kept.joined(separator: " "))\"" }
    var bytes = Array(written.utf8) + rest
    let own = ownStyle.isEmpty ? [] : [ownStyle]
    let style = (inline.map { "\($0.property): \($0.value)" } + own).joined(separator: "; ")
    if let ground = ground(inline) { bytes += Array(" bgcolor=\"\(ground)\"".utf8) }
    if !style.isEmpty { bytes += Array(" style=\"\(style)\"".utf8) }
    return bytes + end
  }
}
