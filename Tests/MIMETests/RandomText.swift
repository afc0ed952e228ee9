import CourantTesting

extension SeededNumbers {
  /// Words, spaces and characters with a meaning in messages, mixed with scripts, emoji and arbitrary scalars.
  mutating func text(maxPieces: Int, lineEnds: Bool = false) -> String {
    let pieces =
      [
        "a", "word", " ", "  ", ".", "From ", "=?", "?=", "=", "_", "\"", "\\", "é", "e\u{301}", "漢字", "مرض", "–",
        "👨‍👩‍👧‍👦", "🇬🇧", "👩🏽‍❤️‍💋‍👨🏻", String(repeating: "x", count: 80), "P‐glycoprotein", "\u{301}", "\u{200D}",
      ] + (lineEnds ? ["\n", "\r\n", "\r", " \n", "\t", "\n.", "\nFrom ", "\u{0}", "\u{7F}"] : [])
    var text = ""
    for _ in 0..<Int.random(in: 0...maxPieces, using: &self) {
      text += Bool.random(using: &self) ? pieces.randomElement(using: &self) ?? "" : anyScalar()
    }
    return text
  }

  private mutating func anyScalar() -> String {
    let scalar = Unicode.Scalar(UInt32.random(in: 0xA0...0x2_FFFF, using: &self)) ?? "?"
    return scalar.value == 0x2028 || scalar.value == 0x2029 ? "?" : String(scalar)
  }
}
