import CourantTesting
import Testing

@testable import Syndication

/// The writer looks at eight bytes at a time: what must be escaped is found at every place of a text, and nothing else is touched.
@Suite struct JSONEscapeTests {
  static let written: [(Unicode.Scalar, String)] =
    [("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\r", #"\r"#), ("\t", #"\t"#), ("\u{7F}", #"\u007f"#)]
    + [("\u{2028}", #"\u2028"#), ("\u{2029}", #"\u2029"#), ("\u{FFFE}", ""), ("\u{FFFF}", "")]
    + [0x0...0x8, 0xB...0xC, 0xE...0x1F].joined().map { (Unicode.Scalar(UInt8($0)), "") }

  /// Neighbours of those, and what begins with the same byte.
  static let untouched: [Unicode.Scalar] = [
    " ", "!", "#", "[", "]", "~", "\u{80}", "\u{A2}", "\u{DC}", "\u{FF}", "\u{2027}", "\u{202A}", "\u{3000}",
    "\u{FFFD}",
    "\u{FEFF}", "\u{10FFFF}",
  ]

  @Test func everyCharacterIsWrittenAsItMustBeWhereverItStands() {
    for (scalar, expected) in Self.written + Self.untouched.map({ ($0, String($0)) }) {
      for length in 0...18 {
        for before in 0...length {
          let (head, tail) = (String(repeating: "x", count: before), String(repeating: "é", count: length - before))
          #expect(
            Self.json(head + String(scalar) + tail) == Array("\"\(head)\(expected)\(tail)\"\n".utf8), "\(scalar.value)")
        }
      }
    }
  }

  @Test func randomTextsAreWrittenAsCharacterByCharacter() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    let signs = Self.written + (Self.untouched + ["a", "b", "c", "é"]).map { ($0, String($0)) }
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in signs.randomElement(using: &random)! }
      let plain = String(String.UnicodeScalarView(text.map(\.0)))
      #expect(Self.json(plain) == Array("\"\(text.map(\.1).joined())\"\n".utf8), "seed \(seed)")
    }
  }

  private static func json(_ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.string(text)
    return json.finish()
  }
}
