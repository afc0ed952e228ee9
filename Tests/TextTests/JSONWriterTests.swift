import CourantTesting
import Foundation
import Testing
import Text

/// The writer scans eight bytes at a time: characters to escape are found at every position, and nothing else changes.
@Suite struct JSONWriterTests {
  /// An escaping with the characters that it writes otherwise.
  struct Escapes: CustomStringConvertible {
    let escaping: JSONEscaping
    let written: [(Unicode.Scalar, String)]

    var description: String { "\(escaping)" }
  }

  private static let short: [(Unicode.Scalar, String)] = [
    ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\r", #"\r"#), ("\t", #"\t"#),
  ]
  private static let separators: [(Unicode.Scalar, String)] = [("\u{2028}", #"\u2028"#), ("\u{2029}", #"\u2029"#)]

  private static func controls(_ escape: (UInt8) -> String) -> [(Unicode.Scalar, String)] {
    (UInt8(0)..<0x20).map { (Unicode.Scalar($0), escape($0)) }
  }

  private static func long(_ byte: UInt8) -> String { (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16) }

  /// The later of two escapes holds.
  private static func table(_ escapes: [(Unicode.Scalar, String)]) -> [(Unicode.Scalar, String)] {
    Array(Dictionary(escapes) { $1 }.map { ($0.key, $0.value) })
  }

  static let escapes = [
    Escapes(escaping: .plain, written: table(controls(long) + short + [("\u{8}", #"\b"#), ("\u{C}", #"\f"#)])),
    Escapes(
      escaping: .feed,
      written: table(
        controls { _ in "" } + short + separators + [("\u{7F}", #"\u007f"#), ("\u{FFFE}", ""), ("\u{FFFF}", "")])),
    Escapes(
      escaping: .script,
      written: table(
        controls(long) + separators + ["\"", "<", ">", "&", "\u{7F}"].map { ($0, long(UInt8($0.value))) }
          + [("\\", #"\\"#)])),
  ]

  /// Neighbours of those, and what begins with the same byte.
  static let untouched: [Unicode.Scalar] = [
    " ", "!", "#", "[", "]", "~", "\u{80}", "\u{A2}", "\u{DC}", "\u{FF}", "\u{2027}", "\u{202A}", "\u{3000}",
    "\u{FFFD}",
    "\u{FEFF}", "\u{10FFFF}",
  ]

  /// All of these characters, with how an escaping writes them.
  private static func characters(of escapes: Escapes) -> [(Unicode.Scalar, String)] {
    let own = Set(escapes.written.map(\.0))
    let others = Set(Self.escapes.flatMap(\.written).map(\.0) + untouched).subtracting(own)
    return escapes.written + others.map { ($0, String($0)) }
  }

  @Test(arguments: escapes) func everyCharacterIsWrittenCorrectlyAtEveryPosition(escapes: Escapes) {
    for (scalar, expected) in Self.characters(of: escapes) {
      for length in 0...18 {
        for before in 0...length {
          let head = String(repeating: "x", count: before)
          let tail = String(repeating: "é", count: length - before)
          let written = Self.json(head + String(scalar) + tail, escapes.escaping)
          #expect(written == "\"\(head)\(expected)\(tail)\"", "\(scalar.value)")
        }
      }
    }
  }

  @Test(arguments: escapes) func randomTextIsWrittenLikeCharacterByCharacter(escapes: Escapes) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    let characters = Self.characters(of: escapes) + ["a", "b", "c", "é"].map { ($0, String($0)) }
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in characters.randomElement(using: &random)! }
      let plain = String(String.UnicodeScalarView(text.map(\.0)))
      #expect(Self.json(plain, escapes.escaping) == "\"\(text.map(\.1).joined())\"", "seed \(seed)")
    }
  }

  private static func json(_ text: String, _ escaping: JSONEscaping) -> String {
    var json = JSONWriter(.compact, escaping)
    json.string(text)
    return String(decoding: json.finish(), as: UTF8.self)
  }

  // MARK: - Layouts

  @Test func aDocumentIsLaidOutInLinesOrCompactly() {
    #expect(
      Self.document(.lines) == """
        {
          "a": [],
          "b": [
            {},
            "x",
            {
              "c": true,
              "d": [
                1
              ]
            }
          ],
          "e": "f"
        }

        """)
    #expect(Self.document(.compact) == #"{"a":[],"b":[{},"x",{"c":true,"d":[1]}],"e":"f"}"#)
  }

  private static func document(_ layout: JSONWriter.Layout) -> String {
    var json = JSONWriter(layout, .plain)
    json.object { json in
      json.member("a") { $0.array { _ in } }
      json.member("b") { json in
        json.array { json in
          json.object { _ in }
          json.string("x")
          json.object { json in
            json.member("c") { $0.boolean(true) }
            json.member("d") { json in json.array { $0.number("1") } }
          }
        }
      }
      json.member("e") { $0.written(Array(#""f""#.utf8)) }
    }
    return String(decoding: json.finish(), as: UTF8.self)
  }

  // MARK: - The reader

  @Test func writtenJSONReadsBack() {
    var reader = JSONReader(#"{"n":-12,"s":"a\"\\\/\n\té","l":[],"m":["x","y"],"t":true,"o":{"k":"v","e":{}},"z":0}"#)
    var found: [String] = []
    while let key = reader.nextKey() {
      switch key {
      case "n", "z": found.append("\(key) \(reader.number()!)")
      case "s": found.append(reader.text()!)
      case "l", "m": found.append("\(key) \(reader.strings()!)")
      case "t": found.append("\(reader.truth()!)")
      default:
        reader.object { key, reader in
          found.append(key)
          if key == "k" { found.append(reader.text()!) } else { reader.object { _, _ in } }
        }
      }
    }
    #expect(reader.isAtEnd)
    #expect(
      found == ["n -12", "a\"\\/\n\té", "l []", #"m ["x", "y"]"#, "true", "k", "v", "e", "z 0"])
  }

  @Test(arguments: [
    "", "{", "{\"", "{\"a\"", "{\"a\":", "{\"a\":\"", "{\"a\":\"x\"", "{\"a\":\"x\",", "{\"a\":\"x\"}}",
    "{\"a\":\"x\"} ",
    " {}", "[]", "{\"a\":5}", "{\"a\":\"\\u0041\"}", "{\"a\":\"\\", "{\"a\":null}", "{,}", "{\"a\" :\"x\"}",
  ])
  func unexpectedJSONEndsTheReading(text: String) {
    var reader = JSONReader(text)
    while reader.nextKey() != nil { _ = reader.text() }
    #expect(!reader.isAtEnd)
    #expect(reader.text() == nil && reader.number() == nil && reader.strings() == nil && reader.truth() == nil)
    #expect(!reader.isAtEnd)
  }
}
