/// Finds the HTML tags in text, with their attributes. Skips comments, including conditional ones that only Outlook
/// reads, and the text of scripts and styles.
package struct MarkupScanner {
  private let bytes: [UInt8]
  /// Whether `{{…}}` is part of the surrounding text or attribute, never markup.
  private let isTemplate: Bool
  private var place = 0
  private(set) var tags: [MarkupTag] = []
  /// The first markup that does not end; nil if everything does.
  private(set) var open: OpenMarkup?

  /// The tags of a rendered document.
  package static func tags(of document: String) -> [MarkupTag] {
    MarkupScanner(Array(document.utf8), isTemplate: false).tags
  }

  /// - Parameter isTemplate: false for a rendered document, in which braces are plain text.
  init(_ bytes: [UInt8], isTemplate: Bool) {
    self.bytes = bytes
    self.isTemplate = isTemplate
    while place < bytes.count { readNext() }
  }
}

extension MarkupScanner {
  private mutating func readNext() {
    if skipPlace() { return }
    guard bytes[place] == UInt8(ascii: "<") else {
      place += 1
      return
    }
    if starts("<!--") {
      // `<!-->` is a whole comment.
      skip(to: "-->", from: place + 2, "the comment that begins here")
    } else if starts("<!") || starts("<?") {
      skip(to: ">", from: place + 2, "this tag")
    } else if starts("</"), isLetter(at: place + 2) {
      readEndTag()
    } else if isLetter(at: place + 1) {
      readStartTag()
    } else {
      place += 1
    }
  }

  private mutating func readEndTag() {
    let offset = place
    place += 2
    let tag = MarkupTag(readName(), isEnd: true, at: offset)
    let afterName = place
    place = offset
    skip(to: ">", from: afterName, "this tag")
    tags.append(tag)
  }

  private mutating func readStartTag() {
    let offset = place
    place += 1
    var tag = MarkupTag(readName(), isEnd: false, at: offset)
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if skipPlace() { continue }
      let isSlash = bytes[place] == UInt8(ascii: "/")
      tag.closesItself = isSlash || (tag.closesItself && isSpace(bytes[place]))
      if isSlash || isSpace(bytes[place]) {
        place += 1
      } else {
        tag.attributes.append(readAttribute())
      }
    }
    if place >= bytes.count { note("this tag", at: offset) }
    guard place < bytes.count || isTemplate else { return }  // HTML drops a tag that never ends
    place = min(place + 1, bytes.count)
    if Self.rawElements.contains(tag.name), !tag.closesItself { skipText(of: &tag) }
    tags.append(tag)
  }

  private mutating func readAttribute() -> MarkupTag.Attribute {
    let offset = place
    place += 1  // an `=` may begin a name
    let name = String(decoding: bytes[offset...offset], as: UTF8.self).lowercased() + readName(until: "=")
    let afterName = place
    skipSpaces()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
      place = afterName
      return .init(name: name, value: "", offset: offset)
    }
    place += 1
    skipSpaces()
    return .init(name: name, value: readValue(), offset: offset)
  }

  private mutating func readValue() -> String {
    guard place < bytes.count else { return "" }
    let quote = bytes[place]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { place += 1 }
    let start = place
    while place < bytes.count {
      if skipPlace() { continue }
      let byte = bytes[place]
      if isQuoted ? byte == quote : isSpace(byte) || byte == UInt8(ascii: ">") { break }
      place += 1
    }
    let value = String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self)
    if isQuoted { place = min(place + 1, bytes.count) }
    return value
  }

  /// Reads up to a space, a slash, the end of the tag or one of `stops`, and lower-cases the result.
  private mutating func readName(until stops: StaticString = "") -> String {
    let start = place
    while place < bytes.count, !isSpace(bytes[place]), !"/>".utf8.contains(bytes[place]),
      !stops.description.utf8.contains(bytes[place]), !(isTemplate && starts("{{"))
    {
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
  }

  /// Elements whose content contains no tags except their own end tag.
  private static let rawElements: Set<String> = ["script", "style", "textarea", "title"]

  private mutating func skipText(of tag: inout MarkupTag) {
    let start = place
    let end = "</" + tag.name
    while place < bytes.count, !isEnd(end) { place += 1 }
    if place >= bytes.count { note("`<\(tag.name)>`", at: tag.offset) }
    if tag.name == "style" { tag.style = (String(decoding: bytes[start..<place], as: UTF8.self), start) }
  }

  private func isEnd(_ text: String) -> Bool {
    bytes[place] == UInt8(ascii: "<")
      && String(decoding: bytes[place...].prefix(text.utf8.count), as: UTF8.self).lowercased() == text
  }
}

extension MarkupScanner {
  /// Skips `{{…}}`; false if there is none here.
  private mutating func skipPlace() -> Bool {
    guard isTemplate, starts("{{") else { return false }
    place = starts("{{{") ? end(of: "}}}", from: place + 3) : end(of: "}}", from: place + 2)
    return true
  }

  private mutating func skipSpaces() {
    while place < bytes.count, isSpace(bytes[place]) { place += 1 }
  }

  /// Goes to the position after the text that ends the markup at ``place``.
  private mutating func skip(to text: StaticString, from start: Int, _ what: String) {
    let stop = end(of: text, from: start)
    if !bytes[start..<stop].reversed().starts(with: text.description.utf8.reversed()) { note(what, at: place) }
    place = stop
  }

  private mutating func note(_ what: String, at offset: Int) { open = open ?? OpenMarkup(what: what, offset: offset) }

  /// The position after the text; the end of the input if the text never occurs.
  private func end(of text: StaticString, from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      if bytes[place...].starts(with: text.description.utf8) { return place + text.utf8CodeUnitCount }
      place += 1
    }
    return bytes.count
  }

  private func starts(_ text: StaticString) -> Bool { bytes[place...].starts(with: text.description.utf8) }

  private func isLetter(at place: Int) -> Bool { place < bytes.count && (0x61...0x7A).contains(bytes[place] | 0x20) }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// Markup that does not end: a browser takes the rest of the page for a part of it (WHATWG HTML §13.2.5).
package struct OpenMarkup: Hashable, Sendable {
  /// What it is, for messages.
  package let what: String
  /// Where it begins, in bytes.
  package let offset: Int
}
