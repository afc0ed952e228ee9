import CourantTesting
import MIME
import Testing

struct DKIMCanonicalTests {
  @Test(arguments: [
    // RFC 6376 §3.4.5
    ("A: X\r\n", "a:X\r\n"),
    ("B : Y\t\r\n\tZ  \r\n", "b:Y Z\r\n"),
    // By hand
    ("Subject:\r\n", "subject:\r\n"),
    ("Subject: \t \r\n", "subject:\r\n"),
    ("Subject:  \r\n  a\r\n", "subject:a\r\n"),
    ("SUBJect:a:b : c\r\n", "subject:a:b : c\r\n"),
    ("X:a\r\n \r\n\tb\r\n", "x:a b\r\n"),
    ("X: =?utf-8?Q?a?=\r\n =?utf-8?Q?b?=\r\n", "x:=?utf-8?Q?a?= =?utf-8?Q?b?=\r\n"),
    ("To: \"A  B\" <zoë@example.org>\r\n", "to:\"A B\" <zoë@example.org>\r\n"),
  ])
  func aFieldIsRelaxed(_ field: String, _ relaxed: String) {
    #expect(text(relaxedField(Array(field.utf8))) == relaxed)
  }

  @Test(arguments: [
    // RFC 6376 §3.4.5, without the empty lines at the end
    (" C \r\nD \t E\r\n", " C\r\nD E\r\n"),
    // By hand
    ("", ""),
    (" \t\r\na\r\n", "\r\na\r\n"),
    ("a \t\r\n", "a\r\n"),
    ("\r\n\r\na\r\n", "\r\n\r\na\r\n"),
    ("\t a\t\tb \r\n", " a b\r\n"),
    ("a\rb\nc\r\n", "a\rb\nc\r\n"),
    ("a \r b\r\n", "a \r b\r\n"),
    ("a =\r\n\r\n=20\r\n", "a =\r\n\r\n=20\r\n"),
  ])
  func linesAreRelaxed(_ lines: String, _ relaxed: String) {
    #expect(text(relaxedLines(Array(lines.utf8)[...])) == relaxed)
  }

  @Test func aBodyInPiecesIsRelaxedAsAWhole() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    for _ in 0..<200 {
      func text(of words: [String], _ most: Int) -> String {
        (0..<Int.random(in: 0...most, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined()
      }
      let parts = (0..<3).map { _ in text(of: ["a", "  ", "\t", "\n", "\n\n", " \n", "=", ".", "é", "From "], 9) }
      let value = text(of: ["a", " ", "  ", "ü"], 4)
      let body = EncodedBody<Int>([.text(parts[0]), .blank(0), .text(parts[1]), .blank(0), .text(parts[2])])
      let whole = MultipartAlternative(text: body, html: body, boundary: try Boundary("b"))
      var (sent, relaxed) = ([UInt8](), [UInt8]())
      whole.append(to: &sent, text: { _ in value }, html: { _ in value })
      whole.relaxed().append(to: &relaxed, text: { _ in value }, html: { _ in value })
      #expect(relaxed == relaxedLines(sent[...]), "seed \(seed)")
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
