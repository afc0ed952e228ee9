internal import Text
internal import XML

/// The content of one element while it is read: its text, with elements in it as markup.
struct Capture {
  private static let mostBytes = 1_000_000
  /// Elements without an end tag.
  private static let voids: Set = ["br", "hr", "img", "wbr", "input", "area", "col", "embed", "source", "track"]

  let attributes: [XMLAttribute]
  let base: String?
  private var bytes: [UInt8] = []
  /// Where text is in `bytes` if there is markup. It is not escaped until then.
  private var textRanges: [Range<Int>] = []
  private var open: [String] = []
  private(set) var hasMarkup = false
  private(set) var isCut = false

  init(_ attributes: [XMLAttribute], base: String?) {
    self.attributes = attributes
    self.base = base
  }

  mutating func begin(_ name: XMLName, _ attributes: [XMLAttribute], base: String?) {
    if !hasMarkup { textRanges = [0..<bytes.count] }
    hasMarkup = true
    open.append(name.local)
    if isCut { return }
    write("<" + name.local)
    for attribute in attributes where attribute.name.prefix == nil {
      var value = attribute.value
      if base != self.base, ["href", "src", "cite"].contains(attribute.name.local), let base {
        value = resolve(value, against: base) ?? value
      }
      write(" \(attribute.name.local)=\"\(escapedHTML(value))\"")
    }
    write(">")
  }

  mutating func end() {
    guard let name = open.popLast(), !isCut else { return }
    if !Self.voids.contains(name) { write("</\(name)>") }
  }

  /// Cuts the text off once the limit is reached.
  mutating func text(_ text: ArraySlice<UInt8>) {
    if isCut { return }
    let room = Self.mostBytes - bytes.count
    var text = text
    if text.count > room {
      isCut = true
      text = text.prefix(room)
      // Not within a character.
      while let last = text.last, last >= 0x80 { text.removeLast() }
    }
    if hasMarkup { textRanges.append(bytes.count..<bytes.count + text.count) }
    bytes += text
  }

  private mutating func write(_ markup: String) {
    if isCut { return }
    guard bytes.count + markup.utf8.count <= Self.mostBytes else { return isCut = true }
    bytes += markup.utf8
  }

  /// Text with references resolved; text and markup if there is any.
  var value: String { cleanText(written) }

  private var written: String {
    guard hasMarkup else { return String(decoding: bytes, as: UTF8.self) }
    var result = ""
    var start = 0
    for range in textRanges {
      result += String(decoding: bytes[start..<range.lowerBound], as: UTF8.self)
      result += escapedHTML(String(decoding: bytes[range], as: UTF8.self))
      start = range.upperBound
    }
    return result + String(decoding: bytes[start...], as: UTF8.self)
  }

  /// Only the text outside elements.
  var ownText: String { hasMarkup ? plainText(ofHTML: value) : value }
}
