/// SplitMix64: the same texts again for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Words, spaces and signs that mean something to a mail, mixed with scripts, emoji and any scalar at all.
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
