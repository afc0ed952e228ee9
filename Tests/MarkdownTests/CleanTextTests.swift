import CourantTesting
import Testing

@testable import Markdown

struct CleanTextTests {
  @Test(arguments: [UInt64.random(in: 0...UInt64.max)]) func aTextThatIsLeftAsItIsHadNothingToFold(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let signs =
      [
        "a", "b", " ", "\n", "\t", "\r", "é", "—", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{2007}", "\u{3000}",
        "漢",
        "\u{FFFE}", "\u{FEFF}", "\u{FDCF}", "\u{1F7FF}", "\u{7F}", "\u{1}", "👩", "  ",
      ] + [0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF].compactMap(Unicode.Scalar.init).map(String.init)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in signs.randomElement(using: &random)! }.joined()
      #expect(oneLine(text) == folded(text), "seed \(seed): \(text.debugDescription)")
      let isUnclean = { (scalar: Unicode.Scalar) in
        scalar.properties.isNoncharacterCodePoint || scalar.properties.generalCategory == .control
      }
      #expect(!oneLine(text).unicodeScalars.contains(where: isUnclean), "seed \(seed): \(text.debugDescription)")
    }
  }
}
