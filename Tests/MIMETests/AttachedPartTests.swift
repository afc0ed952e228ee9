import CourantTesting
import Foundation
import MIME
import Testing

struct AttachedPartTests {
  private func message(_ names: [String]) throws -> [UInt8] {
    let files = names.map { name in
      AttachedPart(name: name, type: "application/pdf", base64: Data("file \(name)".utf8).base64EncodedString())
    }
    let parts = MultipartAlternative<String>(
      text: EncodedBody([.text("Hello\n")]), html: EncodedBody([.text("<p>Hello")]), boundary: try Boundary("b1"),
      attached: files)
    var message = HeaderField("Content-Type", parts.contentType).bytes + [0x0D, 0x0A]
    parts.append(to: &message, text: { $0 }, html: { $0 })
    return message
  }

  @Test func filesFollowTheAlternatives() throws {
    let expected = """
      Content-Type: multipart/mixed; boundary="=_mixed_b1"

      --=_mixed_b1
      Content-Type: multipart/alternative;
       boundary="=_b1"

      --=_b1
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Hello

      --=_b1
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <p>Hello
      --=_b1--
      --=_mixed_b1
      Content-Type: application/pdf
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment;
       filename="a b.pdf"

      ZmlsZSBhIGIucGRm
      --=_mixed_b1--

      """
    #expect(try message(["a b.pdf"]) == withCRLF(expected))
  }

  /// RFC 2231.
  @Test(arguments: [
    ("a.pdf", ["filename=\"a.pdf\""]), ("é.pdf", ["filename*=UTF-8''%C3%A9.pdf"]),
    ("a\"b.pdf", ["filename*=UTF-8''a%22b.pdf"]),
    (
      String(repeating: "a", count: 60) + ".pdf",
      ["filename*0*=UTF-8''" + String(repeating: "a", count: 50) + ";", "filename*1*=aaaaaaaaaa.pdf"]
    ),
  ])
  func namesAreEncodedWhereTheyMustBe(_ name: String, _ lines: [String]) throws {
    let written = String(decoding: try message([name]), as: UTF8.self).split(separator: "\r\n")
    #expect(written.filter { $0.hasPrefix(" filename") }.map { String($0.dropFirst()) } == lines)
  }
}
