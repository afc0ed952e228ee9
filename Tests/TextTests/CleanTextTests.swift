import CourantTesting
import Testing

@testable import Text

struct CleanTextTests {
  @Test(arguments: [UInt64.random(in: 0...UInt64.max)]) func aTextThatIsLeftAsItIsHadNothingToFold(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let pieces =
      [
        "a", "b", " ", "\n", "\t", "\r", "é", "—", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{2007}", "\u{3000}",
        "漢",
        "\u{FFFE}", "\u{FEFF}", "\u{FDCF}", "\u{1F7FF}", "\u{7F}", "\u{1}", "👩", "  ",
      ] + [0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF].compactMap(Unicode.Scalar.init).map(String.init)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
      #expect(oneLine(text) == folded(text), "seed \(seed): \(text.debugDescription)")
      let isUnclean = { (scalar: Unicode.Scalar) in
        scalar.properties.isNoncharacterCodePoint || scalar.properties.generalCategory == .control
      }
      #expect(!oneLine(text).unicodeScalars.contains(where: isUnclean), "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test func controlsThatWindowsWroteAreWhatTheyWereMeantToBe() {
    let controls = (0x80...0x9F).map { String(Unicode.Scalar(UInt8($0))) }
    let meant =
      ["€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", ""]
      + ["", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"]
    #expect(controls.map { cleanText($0) } == meant)
    #expect(controls.map { faithfulLine("a\($0)b") } == meant.map { $0 == "…" ? "a\u{85}b" : "a\($0)b" })
  }

  /// The fast path, at every position of a string.
  @Test func oneUncleanCharacterIsFoundAtEveryPosition() {
    let unclean = (0x0...0x8).map { UInt32($0) } + (0xB...0x1F) + [0x7F, 0x80, 0x9F, 0xFDD0, 0xFFFE, 0xFFFF, 0x10FFFF]
    let clean: [UInt32] = [0x9, 0xA, 0x20, 0x7E, 0xA0, 0xBF, 0xC2, 0xEF, 0xFDF0, 0xFFFD, 0x10FFFD]
    for length in 0...20 {
      for before in 0...length {
        let (head, tail) = (String(repeating: "x", count: before), String(repeating: "y", count: length - before))
        for value in unclean + clean {
          let scalar = Unicode.Scalar(value)!
          let left = value == 0xD ? "\n" : value == 0x80 ? "€" : value == 0x9F ? "Ÿ" : ""
          #expect(
            cleanText(head + String(scalar) + tail) == head + (clean.contains(value) ? String(scalar) : left) + tail)
        }
      }
    }
  }
}
