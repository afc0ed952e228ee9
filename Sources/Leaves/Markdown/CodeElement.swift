/// The author's own HTML around code, such as `<pre>`. Template marks in it are shown as written, as in a code block.
enum CodeElement {
  private static let names: Set<String> = ["pre", "code", "kbd", "samp", "tt", "var"]

  /// Whether the element called `name`, from its `<` to the `</` of its end tag, is code.
  ///
  /// `<pre>` at the beginning of a line continues past empty lines (CommonMark §4.6); anything else
  /// ends with its paragraph.
  static func isCode(_ name: String, _ element: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard names.contains(name) else { return false }
    let start = element.lowerBound
    if name == "pre", beginsLine(start, in: bytes) || holdsCode(start, in: bytes) { return true }
    guard element.count <= SourceText.reach else { return false }
    var isBlank = false
    for byte in bytes[element] where byte != 0x20 && byte != 0x09 {
      if isBlank, byte == 0x0A { return false }
      isBlank = byte == 0x0A
    }
    return true
  }

  private static func beginsLine(_ index: Int, in bytes: [UInt8]) -> Bool {
    let before = bytes[..<index].suffix(100).last { !" \t>".utf8.contains($0) }
    return before == nil || before == 0x0A
  }

  /// Whether the content of `<pre>` begins with `<code>`.
  private static func holdsCode(_ index: Int, in bytes: [UInt8]) -> Bool {
    guard let end = bytes[index...].prefix(400).firstIndex(of: UInt8(ascii: ">")) else { return false }
    let inside = bytes[(end + 1)...].prefix(100).drop { " \n\t".utf8.contains($0) }
    return isSign("<code", in: bytes, at: inside.startIndex)
  }
}
