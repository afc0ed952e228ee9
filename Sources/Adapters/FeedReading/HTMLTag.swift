/// An HTML tag at the beginning of some bytes, after its `<`.
struct HTMLTag {
  /// In lower case.
  let name: String
  /// The index after its `>`.
  let end: Int
  private let attributes: ArraySlice<UInt8>

  /// Nil if an unknown name, or nothing that ends within 2,000 bytes.
  init?(_ bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: "!--".utf8) {
      guard let end = bytes.prefix(2_000).firstIndex(of: UInt8(ascii: ">")) else { return nil }
      self.init(name: "!--", end: end + 1, attributes: [])
      return
    }
    let start = bytes.first == UInt8(ascii: "/") ? bytes.startIndex + 1 : bytes.startIndex
    let letters = bytes[start...].prefix(12).prefix { Self.isLetterOrDigit($0) }
    let name = String(decoding: letters, as: UTF8.self).lowercased()
    guard Self.names.contains(name), let end = Self.end(bytes[letters.endIndex...].prefix(2_000)) else { return nil }
    let after = bytes[letters.endIndex]
    guard after <= 0x20 || after == UInt8(ascii: "/") || after == UInt8(ascii: ">") else { return nil }
    self.init(
      name: bytes.startIndex == start ? name : "/" + name, end: end + 1, attributes: bytes[letters.endIndex..<end])
  }

  private init(name: String, end: Int, attributes: ArraySlice<UInt8>) {
    self.name = name
    self.end = end
    self.attributes = attributes
  }

  /// Whether its content is not text.
  var isScript: Bool { name == "script" || name == "style" }

  /// Its replacement in text: a space for a break, the description for an image.
  var words: String {
    switch name {
    case "br", "p", "div", "/p", "/div", "li": return " "
    case "img":
      return alternative
    default: return ""
    }
  }

  /// The value of `alt`, in double quotes.
  private var alternative: String {
    var rest = attributes
    while let start = rest.firstRange(of: Array("alt".utf8))?.lowerBound {
      let isName = start > attributes.startIndex && attributes[start - 1] <= 0x20
      let value = rest[(start + 3)...].drop { $0 <= 0x20 }
      rest = rest[(start + 3)...]
      guard isName, value.first == UInt8(ascii: "=") else { continue }
      let quoted = value.dropFirst().drop { $0 <= 0x20 }
      guard quoted.first == UInt8(ascii: "\"") else { continue }
      return String(decoding: quoted.dropFirst().prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
    return ""
  }

  /// Where the `>` is, which does not count within quotes unless they never end.
  private static func end(_ bytes: ArraySlice<UInt8>) -> Int? {
    var quote: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return bytes.firstIndex(of: UInt8(ascii: ">"))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static let names: Set<String> = [
    "a", "abbr", "acronym", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "body", "br",
    "center", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em", "embed", "figure", "font", "footer", "form",
    "frame", "frameset", "applet", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe",
    "img", "input", "ins", "kbd", "li", "link", "mark", "meta", "noscript", "object", "ol", "p", "pre", "q", "s",
    "samp", "script", "section", "small", "span", "strike", "strong", "style", "sub", "sup", "svg", "table", "tbody",
    "td", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr",
  ]
}
