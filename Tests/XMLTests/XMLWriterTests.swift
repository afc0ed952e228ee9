import Testing
import XML

@Suite struct XMLWriterTests {
  @Test func elementsNestAndEmptyOnesAreShort() throws {
    var xml = try XMLWriter()
    try xml.element("a", [("xmlns:x", "urn:x"), ("b", "1")]) { (xml) throws(XMLWritingError) in
      try xml.element("x:c", text: "text")
      try xml.element("d")
      try xml.element("e", [("f", "\"<>&'\t\n")], text: "")
    }
    #expect(
      String(decoding: try xml.finish(), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a xmlns:x="urn:x" b="1">
          <x:c>text</x:c>
          <d/>
          <e f="&quot;&lt;&gt;&amp;'&#9;&#10;"></e>
        </a>

        """)
  }

  @Test(arguments: [
    ("<\u{301}b>&\u{200D}", "&lt;\u{301}b&gt;&amp;\u{200D}"), ("]]>", "]]&gt;"),
    ("a\u{0}b\u{1F}c\u{FFFE}\u{FFFF}d", "abcd"),
    ("\t\n\r", "\t\n&#13;"), ("&amp;", "&amp;amp;"),
    ("\u{FFFD}\u{FB01}\u{85}\u{2028}\u{7F}", "\u{FFFD}\u{FB01}\u{85}\u{2028}\u{7F}"),
    ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"), ("\u{0}", ""),
  ])
  func textIsEscapedScalarByScalar(_ text: String, _ written: String) throws {
    #expect(try Self.document(text).unicodeScalars.elementsEqual(Self.wrapped(written).unicodeScalars))
  }

  @Test func everyScalarComesOutAsXMLAllowsIt() throws {
    let all = (UInt32(0)...0x10FFFF).compactMap { Unicode.Scalar($0) }
    var (text, expected) = (String.UnicodeScalarView(), String.UnicodeScalarView())
    for scalar in all {
      text.append(scalar)
      switch scalar.value {
      case 0x22: expected.append(contentsOf: "&quot;".unicodeScalars)
      case 0x26: expected.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: expected.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: expected.append(contentsOf: "&gt;".unicodeScalars)
      case 0x0D: expected.append(contentsOf: "&#13;".unicodeScalars)
      // XML 1.0 §2.2: Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]
      case 0x9, 0xA, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: expected.append(scalar)
      default: break
      }
    }
    let (written, wanted) = (try Self.document(String(text)), Self.wrapped(String(expected)))
    let difference = zip(written.unicodeScalars, wanted.unicodeScalars).first { $0 != $1 }
    #expect(difference == nil)
    #expect(written.utf8.count == wanted.utf8.count)
  }

  @Test func longDocumentsAreWhole() throws {
    var xml = try XMLWriter()
    try xml.element("a") { (xml) throws(XMLWritingError) in
      for _ in 0..<20_000 { try xml.element("b", text: "0123456789") }
    }
    #expect(try xml.finish().count == 39 + 4 + 20_000 * 20 + 5)
  }

  /// Eight bytes are scanned together, and 4,096 written together: no position in a string is special.
  @Test(arguments: ["&", "<", "\"", "\u{0}", "\u{FFFE}", "\u{FFFF}", "\u{FFFD}", "é", "\u{10000}", "\t"])
  func everyPlaceOfATextIsEscaped(_ scalar: Unicode.Scalar) throws {
    let escape = ["&": "&amp;", "<": "&lt;", "\"": "&quot;", "\u{0}": "", "\u{FFFE}": "", "\u{FFFF}": ""]
    let written = escape[String(scalar)] ?? String(scalar)
    for length in Array(0...24) + Array(4085...4110) {
      let before = String(repeating: "é", count: length / 2) + String(repeating: "x", count: length % 2)
      for after in ["", "y", "yyyyyyyyy"] {
        let text = try Self.document(before + String(scalar) + after)
        #expect(text == Self.wrapped(before + written + after), "after \(length) bytes")
      }
    }
  }

  @Test func takenAndRemainingBytesAreTheDocument() throws {
    var xml = try XMLWriter()
    var bytes: [UInt8] = []
    try xml.start("a", [("b", "1")])
    for number in 0..<1000 {
      try xml.element("c", text: ["0123", "<", "\(number)"])
      if xml.count > 500 { bytes += try xml.drain() }
    }
    #expect(bytes.count > 15_000)
    try xml.end()
    bytes += try xml.finish()
    let elements = (0..<1000).map { "  <c>0123&lt;\($0)</c>\n" }.joined()
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    #expect(String(decoding: bytes, as: UTF8.self) == "\(declaration)<a b=\"1\">\n\(elements)</a>\n")
  }

  private static func document(_ text: String) throws -> String {
    var xml = try XMLWriter()
    try xml.element("a", text: text)
    return String(decoding: try xml.finish(), as: UTF8.self)
  }

  private static func wrapped(_ text: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\(text)</a>\n"
  }
}
