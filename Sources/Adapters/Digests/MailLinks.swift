internal import Text

/// The URLs that an email's HTML links to.
enum MailLinks {
  /// Each once, unescaped, in order.
  static func all(in html: String) -> [String] {
    var seen = Set<String>()
    return hrefs(in: Array(html.utf8)).map { unescapedHTML(String(decoding: $0, as: UTF8.self)) }
      .filter { seen.insert($0).inserted }
  }

  /// A position in the same email, or a blank that becomes an absolute URL.
  static func isInside(_ link: String) -> Bool { link.hasPrefix("#") || link.hasPrefix("\u{1}") }

  /// RFC 3986 §3.1; nil for a relative URL. Written by hand: each edition asks for all its links, and compiling a regular
  /// expression for each of them took a seventh of the time that an edition takes.
  static func scheme(of link: String) -> Substring? {
    let bytes = link.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first, isLetter(first),
      bytes[..<colon].allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || "+.-".utf8.contains($0) })
    else { return nil }
    return link[..<colon]
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

extension MailLinks {
  /// The HTML with other values for links (`href` of `a`, `area` and Outlook's `v:` elements).
  ///
  /// - Parameter replacement: for a value as written; nil keeps it.
  static func replacingTargets(in html: String, _ replacement: (String) -> String?) -> String {
    let bytes = Array(html.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    var place = 0
    for value in hrefs(in: bytes) where isLink(bytes, before: value.startIndex) {
      guard let new = replacement(String(decoding: value, as: UTF8.self)) else { continue }
      out += bytes[place..<value.startIndex]
      out += new.utf8
      place = value.endIndex
    }
    return String(decoding: out + bytes[place...], as: UTF8.self)
  }

  /// Whether the tag around a place is that of an element whose `href` a reader follows.
  private static func isLink(_ html: [UInt8], before place: Int) -> Bool {
    guard let open = html[..<place].lastIndex(of: UInt8(ascii: "<")) else { return false }
    let name = String(decoding: html[(open + 1)..<place].prefix { !isSpace($0) }, as: UTF8.self).lowercased()
    return name == "a" || name == "area" || name.hasPrefix("v:")
  }

  /// The quoted values after ` href=`. Written by hand, because a regular expression takes
  /// longer than the whole rendering.
  private static func hrefs(in html: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var place = 1
    while place + 5 < html.count {
      guard html[place] | 0x20 == UInt8(ascii: "h"), isSpace(html[place - 1]), isHref(html[place..<(place + 4)]),
        let value = quoted(in: html, after: place + 4)
      else {
        place += 1
        continue
      }
      found.append(value)
      place = value.endIndex + 1
    }
    return found
  }

  private static func isHref(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual("href".utf8) || name.map { $0 | 0x20 }.elementsEqual("href".utf8)
  }

  /// Nil unless `= "…"` or `= '…'` follows.
  private static func quoted(in html: [UInt8], after start: Int) -> ArraySlice<UInt8>? {
    guard let sign = html[start...].firstIndex(where: { !isSpace($0) }), html[sign] == UInt8(ascii: "="),
      let open = html[(sign + 1)...].firstIndex(where: { !isSpace($0) }),
      html[open] == UInt8(ascii: "\"") || html[open] == UInt8(ascii: "'"),
      let close = html[(open + 1)...].firstIndex(of: html[open])
    else { return nil }
    return html[(open + 1)..<close]
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
