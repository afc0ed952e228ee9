import CourantTesting
import MIME
import Testing

struct EncodedBodyTests {
  private static let body = EncodedBody<String>([
    .text("Dear "), .blank("name"), .text(",\n"), .blank("line"), .text("\n.end "), .blank("name"), .text(""),
  ])

  @Test(arguments: [
    (["name": "Zoë", "line": ".x"], "Dear =\r\nZo=C3=AB=\r\n,\r\n=2Ex=\r\n\r\n=2Eend =\r\nZo=C3=AB=\r\n"),
    (["name": "From x ", "line": ""], "Dear =\r\n=46rom x =\r\n,\r\n\r\n=2Eend =\r\n=46rom x =\r\n"),
  ])
  func aValueIsSplicedBetweenSoftLineBreaks(values: [String: String], encoded: String) {
    #expect(String(decoding: filled(Self.body, values), as: UTF8.self) == encoded)
  }

  @Test func theBytesBetweenTheBlanksAreTheSameForEveryReader() {
    let body = EncodedBody<String>([.text("Größe "), .blank("x"), .text(".und mehr = mehr\n")])
    for value in ["", "a", ".", "From ", "=", "é", String(repeating: "long ", count: 100)] {
      let bytes = filled(body, ["x": value])
      #expect(bytes.starts(with: Array("Gr=C3=B6=C3=9Fe =\r\n".utf8)))
      #expect(bytes.suffix(22).elementsEqual(Array("=2Eund mehr =3D mehr\r\n".utf8)))
    }
  }

  @Test func aFilledBodyReadsAsTheWholeTextWould() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("aFilledBodyReadsAsTheWholeTextWould: seed \(seed)")
    var random = SeededNumbers(seed: seed)
    for _ in 0..<200 {
      let values = ["a": random.text(maxPieces: 10), "b": random.text(maxPieces: 3)]
      var (pieces, whole): ([EncodedBody<String>.Piece], String) = ([], "")
      for _ in 0..<6 {
        // The x keeps a CR and an LF of two pieces apart, which would be one line end in the whole.
        let text = random.text(maxPieces: 30, lineEnds: true) + "x "
        let blank = Bool.random(using: &random) ? "a" : "b"
        pieces += [.text(text), .blank(blank)]
        whole += text + (values[blank] ?? "")
      }
      try #require(decodeQuotedPrintable(filled(EncodedBody(pieces), values)) == withCRLF(whole), "seed \(seed)")
    }
  }

  private func filled(_ body: EncodedBody<String>, _ values: [String: String]) -> [UInt8] {
    var out: [UInt8] = []
    body.append(to: &out) { values[$0] ?? "?" }
    return out
  }
}
