/// Markup that does not end: a browser would take the rest of the page for a part of it (WHATWG HTML §13.2.5).
struct OpenMarkup {
  /// What it is, for messages.
  let what: String
  /// Where it begins, in bytes.
  let offset: Int

  /// The first one in HTML; nil if everything ends that must.
  init?(in html: [UInt8]) {
    var place = 0
    while let start = html[place...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = html[start...]
      var end: Int?
      var what = "this tag"
      if rest.starts(with: "<!--".utf8) {
        what = "the comment that begins here"
        end = Self.end(of: "-->", in: html, from: start + 2)
      } else if rest.dropFirst().first.map(Self.isLetter) == true {
        (what, end) = Self.element(in: html, at: start)
      } else if rest.starts(with: "</".utf8) {
        end = Self.end(of: ">", in: html, from: start + 2)
      } else {
        end = start + 1
      }
      guard let end else {
        self.what = what
        offset = start
        return
      }
      place = end
    }
    return nil
  }

  /// Elements whose content is not markup.
  private static let raw: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
  ]

  /// The end of a start tag, and of the element if its content is not markup.
  private static func element(in html: [UInt8], at start: Int) -> (what: String, end: Int?) {
    let name = String(decoding: html[(start + 1)...].prefix { isLetter($0) || isDigit($0) }, as: UTF8.self).lowercased()
    guard let end = endOfTag(in: html, from: start + 1 + name.utf8.count) else { return ("this tag", nil) }
    guard raw.contains(name) else { return ("", end) }
    return ("`<\(name)>`", self.end(of: "</" + name, in: html, from: end))
  }

  /// A `>` in quotes does not end a tag.
  private static func endOfTag(in html: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    var before = UInt8(ascii: " ")
    for place in html.indices[start...] {
      let byte = html[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      } else if before == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      if byte > 0x20 { before = byte }
    }
    return nil
  }

  /// The index after `mark`, whose letters may be capitals.
  private static func end(of mark: String, in html: [UInt8], from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    guard start <= html.count - mark.count else { return nil }
    let found = (start...(html.count - mark.count)).first { place in
      mark.indices.allSatisfy {
        html[place + $0] == mark[$0] || isLetter(mark[$0]) && html[place + $0] | 0x20 == mark[$0]
      }
    }
    return found.map { $0 + mark.count }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
