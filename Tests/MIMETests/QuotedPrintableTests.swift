import CourantTesting
import MIME
import Testing

struct QuotedPrintableTests {
  @Test(arguments: [
    ("", ""),
    ("plain\n", "plain\r\n"),
    ("a\nb\r\nc\rd", "a\r\nb\r\nc\r\nd"),
    ("1 = 1", "1 =3D 1"),
    ("Größe", "Gr=C3=B6=C3=9Fe"),
    (".", "=2E"),
    ("..a\n.b c.", "=2E.a\r\n=2Eb c."),
    ("From here\nFromage\n From x\nFrom", "=46rom here\r\nFromage\r\n From x\r\nFrom"),
    ("end \nend\t\r\nend ", "end=20\r\nend=09\r\nend=20"),
    ("  x \t\n", "  x =09\r\n"),
    ("\u{0}\u{7F}\u{C}", "=00=7F=0C"),
    ("~!", "~!"),
  ])
  func aTextIsEncodedAs(text: String, encoded: String) {
    #expect(String(decoding: self.encoded(text), as: UTF8.self) == encoded)
  }

  @Test(arguments: [
    (String(repeating: "x", count: 75) + "\ny", String(repeating: "x", count: 75) + "\r\ny"),
    (String(repeating: "x", count: 76), String(repeating: "x", count: 75) + "=\r\nx"),
    (String(repeating: "x", count: 73) + "é", String(repeating: "x", count: 73) + "=\r\n=C3=A9"),
    (String(repeating: "x", count: 72) + "é", String(repeating: "x", count: 72) + "=C3=\r\n=A9"),
    (String(repeating: "x", count: 75) + ".y", String(repeating: "x", count: 75) + "=\r\n=2Ey"),
    (String(repeating: "x", count: 75) + "From y", String(repeating: "x", count: 75) + "=\r\n=46rom y"),
    (String(repeating: "x", count: 74) + " \n", String(repeating: "x", count: 74) + "=\r\n=20\r\n"),
    (String(repeating: "x", count: 74) + " y", String(repeating: "x", count: 74) + " =\r\ny"),
  ])
  func aLongLineIsBrokenSoftly(text: String, encoded: String) {
    #expect(String(decoding: self.encoded(text), as: UTF8.self) == encoded)
  }

  @Test func anyTextReadsBackByteForByte() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("anyTextReadsBackByteForByte: seed \(seed)")
    var random = SeededNumbers(seed: seed)
    for _ in 0..<500 {
      let text = random.text(maxPieces: 60, lineEnds: true)
      try #require(decodeQuotedPrintable(encoded(text)) == withCRLF(text), "seed \(seed)")
    }
  }

  /// A body without blanks.
  private func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    EncodedBody<Int>([.text(text)]).append(to: &bytes) { _ in "" }
    return bytes
  }
}

/// With every LF, CRLF and CR as CRLF.
func withCRLF(_ text: String) -> [UInt8] {
  var out: [UInt8] = []
  var previous: UInt8 = 0
  for byte in text.utf8 {
    let isSecondHalf = byte == 0x0A && previous == 0x0D
    if !isSecondHalf { out += byte == 0x0A || byte == 0x0D ? [0x0D, 0x0A] : [byte] }
    previous = byte
  }
  return out
}
