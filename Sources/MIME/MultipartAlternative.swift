/// A text and the same as HTML, the better one last (RFC 2046 §5.1.4): `multipart/alternative` of quoted-printable UTF-8.
package struct MultipartAlternative<Blank: Sendable>: Sendable {
  package let text: EncodedBody<Blank>
  package let html: EncodedBody<Blank>
  package let boundary: Boundary

  package init(text: EncodedBody<Blank>, html: EncodedBody<Blank>, boundary: Boundary) {
    (self.text, self.html, self.boundary) = (text, html, boundary)
  }

  /// About the room that the bytes take, without the values of the blanks.
  package var byteCount: Int { text.byteCount + html.byteCount + 512 }

  package func append(to out: inout [UInt8], text textValue: (Blank) -> String, html htmlValue: (Blank) -> String) {
    out += boundary.delimiter + Self.head("text/plain")
    text.append(to: &out, value: textValue)
    out += crlf + boundary.delimiter + Self.head("text/html")
    html.append(to: &out, value: htmlValue)
    out += crlf + boundary.closingDelimiter
  }

  private static func head(_ mediaType: String) -> [UInt8] {
    Array("Content-Type: \(mediaType); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n".utf8)
  }
}

/// The line between the parts (RFC 2046 §5.1.1).
///
/// It begins with `=_`, which quoted-printable never holds: so it can be derived from the content and still never
/// stands in a part, whatever a blank is filled with.
package struct Boundary: Hashable, Sendable {
  private let text: String

  /// 1–60 letters and digits.
  package init(_ name: String) throws(HeaderFault) {
    guard (1...60).contains(name.utf8.count), name.utf8.allSatisfy(isAlphanumeric) else {
      throw HeaderFault(kind: .malformed(expected: "a boundary of 1–60 letters and digits"), text: name)
    }
    text = "=_" + name
  }

  /// `multipart/alternative; boundary="…"`, the `Content-Type` of the whole.
  package var contentType: HeaderTokens { HeaderTokens(written: "multipart/alternative; boundary=\"\(text)\"") }

  fileprivate var delimiter: [UInt8] { Array("--\(text)\r\n".utf8) }
  fileprivate var closingDelimiter: [UInt8] { Array("--\(text)--\r\n".utf8) }
}
