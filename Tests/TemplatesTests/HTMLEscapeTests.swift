import CourantTesting
import Templates
import Testing

/// Eight bytes are scanned at a time: characters to escape are found at every position, and nothing else changes.
@Suite struct HTMLEscapeTests {
  static let written: [(Unicode.Scalar, String)] =
    [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;"), ("'", "&#39;")]
    + (0x7F...0x9F).map { (Unicode.Scalar(UInt8($0)), $0 == 0x85 ? "…" : "") }
    + [0xFDD0, 0xFDEF, 0xFFFF, 0x10FFFF].map { (Unicode.Scalar(UInt32($0))!, "") }

  /// Neighbours of those, and what begins with the same byte.
  static let untouched: [Unicode.Scalar] = [
    " ", "!", "#", "%", "(", ";", "=", "?", "~", "\u{0}", "\u{1F}", "\u{A0}", "\u{BF}", "\u{C0}", "\u{C2}", "\u{27C2}",
    "\u{2028}", "\u{FDCF}", "\u{FDF0}", "\u{FFFD}", "\u{10FFFD}",
  ]

  @Test func everyCharacterIsWrittenCorrectlyAtEveryPosition() {
    for (scalar, expected) in Self.written + Self.untouched.map({ ($0, String($0)) }) {
      for length in 0...18 {
        for before in 0...length {
          let (head, tail) = (String(repeating: "x", count: before), String(repeating: "é", count: length - before))
          let escaped = (head + String(scalar) + tail).htmlEscaped
          #expect(Array(escaped.utf8) == Array("\(head)\(expected)\(tail)".utf8), "\(scalar.value)")
        }
      }
    }
  }

  @Test func randomTextIsWrittenLikeCharacterByCharacter() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    let pairs = Self.written + (Self.untouched + ["a", "b", "c", "é"]).map { ($0, String($0)) }
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in pairs.randomElement(using: &random)! }
      let plain = String(String.UnicodeScalarView(text.map(\.0)))
      #expect(Array(plain.htmlEscaped.utf8) == Array(text.map(\.1).joined().utf8), "seed \(seed)")
    }
  }
}
