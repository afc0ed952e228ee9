import MIME
import Testing

struct MultipartAlternativeTests {
  @Test func theTextComesFirstAndTheHTMLLast() throws {
    let parts = MultipartAlternative<String>(
      text: EncodedBody([.text("Hello "), .blank("name"), .text("\n")]),
      html: EncodedBody([.text("<p>Hello "), .blank("name")]), boundary: try Boundary("b1"))
    let subject = HeaderField("Subject", try HeaderText("Hello"))
    let contentType = HeaderField("Content-Type", parts.contentType)
    var message = subject.bytes + contentType.bytes + [0x0D, 0x0A]
    parts.append(to: &message, text: { "<\($0)>" }, html: { "&lt;\($0)&gt;" })
    let expected = """
      Subject: Hello
      Content-Type: multipart/alternative; boundary="=_b1"

      --=_b1
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Hello =
      <name>=


      --=_b1
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <p>Hello =
      &lt;name&gt;=

      --=_b1--

      """
    #expect(message == withCRLF(expected))
  }

  @Test(arguments: ["", "a b", "a\"", "é", "a\r\nb", String(repeating: "a", count: 61)])
  func aBoundaryHasOnlyLettersAndDigits(name: String) {
    #expect(throws: HeaderFault(kind: .malformed(expected: "a boundary of 1–60 letters and digits"), text: name)) {
      try Boundary(name)
    }
  }

  @Test func aPartThatHoldsTheBoundaryDoesNotEnd() throws {
    let attack = "\n--=_b1--\n--=_b1\n"
    let parts = MultipartAlternative<String>(
      text: EncodedBody([.text(attack), .blank("x"), .text(attack)]), html: EncodedBody([.text(attack)]),
      boundary: try Boundary("b1"))
    var body: [UInt8] = []
    parts.append(to: &body, text: { _ in attack }, html: { $0 })
    let delimiters = String(decoding: body, as: UTF8.self).split(separator: "\r\n").filter { $0.hasPrefix("--=_b1") }
    #expect(delimiters == ["--=_b1", "--=_b1", "--=_b1--"])
  }
}
