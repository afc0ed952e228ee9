/// Plain text and the same content as HTML, the richer one last (RFC 2046 §5.1.4): `multipart/alternative`
/// of quoted-printable UTF-8. With files, it is the first part of a `multipart/mixed` that they follow.
package struct MultipartAlternative<Blank: Sendable>: Sendable {
  package let contentType: HeaderTokens
  private var form = BlankForm<PartBlank>()
  private var isRelaxed = false

  private enum PartBlank: Sendable {
    case text(Blank)
    case html(Blank)
  }

  package init(
    text: EncodedBody<Blank>, html: EncodedBody<Blank>, boundary: Boundary, attached: [AttachedPart] = []
  ) {
    let outer = boundary.around
    contentType = attached.isEmpty ? boundary.contentType("alternative") : outer.contentType("mixed")
    if !attached.isEmpty { form.append(outer.delimiter + boundary.head) }
    form.append(boundary.delimiter + Self.head("text/plain"))
    form.append(text.form) { .text($0) }
    form.append(crlf + boundary.delimiter + Self.head("text/html"))
    form.append(html.form) { .html($0) }
    form.append(crlf + boundary.closingDelimiter)
    for part in attached { form.append(outer.delimiter + part.bytes + crlf) }
    if !attached.isEmpty { form.append(outer.closingDelimiter) }
  }

  /// Excludes the values of the blanks.
  package var byteCount: Int { form.byteCount }

  package func append(to out: inout [UInt8], text textValue: (Blank) -> String, html htmlValue: (Blank) -> String) {
    form.append(to: &out) { blank, out in
      switch blank {
      case .text(let blank): append(textValue(blank), to: &out)
      case .html(let blank): append(htmlValue(blank), to: &out)
      }
    }
  }

  /// The same body in the form that a DKIM signature hashes (RFC 6376 §3.4.4). The text between blanks and the value of
  /// a blank are whole lines, so each is relaxed separately, and the text common to all readers only once.
  package func relaxed() -> MultipartAlternative {
    var relaxed = self
    relaxed.form = form.mapBytes(relaxedLines)
    relaxed.isRelaxed = true
    return relaxed
  }

  private func append(_ value: String, to out: inout [UInt8]) {
    guard isRelaxed else { return EncodedBody<Blank>.append(value, to: &out) }
    var lines: [UInt8] = []
    EncodedBody<Blank>.append(value, to: &lines)
    out += relaxedLines(lines[...])
  }

  private static func head(_ mediaType: String) -> [UInt8] {
    Array("Content-Type: \(mediaType); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n".utf8)
  }
}

/// The line between the parts (RFC 2046 §5.1.1).
///
/// It begins with `=_`, which quoted-printable never contains. So it can be derived from the content and still never
/// occur in a part, regardless of the blanks' values.
package struct Boundary: Hashable, Sendable {
  private let text: String

  /// Must be 1–60 letters and digits.
  package init(_ name: String) throws(HeaderFault) {
    guard (1...60).contains(name.utf8.count), name.utf8.allSatisfy(isAlphanumeric) else {
      throw HeaderFault(kind: .malformed(expected: "a boundary of 1–60 letters and digits"), text: name)
    }
    text = "=_" + name
  }

  private init(text: String) { self.text = text }

  /// Another one, of which neither begins with the other.
  fileprivate var around: Boundary { Boundary(text: "=_mixed_" + text.dropFirst(2)) }

  /// `multipart/alternative; boundary="…"`.
  fileprivate func contentType(_ kind: String) -> HeaderTokens {
    HeaderTokens(written: "multipart/\(kind); boundary=\"\(text)\"")
  }

  /// The header of a part that consists of the alternatives.
  fileprivate var head: [UInt8] {
    Array("Content-Type: multipart/alternative;\r\n boundary=\"\(text)\"\r\n\r\n".utf8)
  }

  fileprivate var delimiter: [UInt8] { Array("--\(text)\r\n".utf8) }
  fileprivate var closingDelimiter: [UInt8] { Array("--\(text)--\r\n".utf8) }
}
