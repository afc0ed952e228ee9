/// `<left@right>`, the identifier of one message (RFC 5322 §3.6.4).
package struct MessageID: HeaderValue, Hashable, CustomStringConvertible {
  /// Includes the angle brackets.
  package let description: String

  /// Parses `<left@right>`, for example as stored in a ledger. Both halves must be dot-atoms.
  package init(_ text: String) throws(HeaderFault) {
    let bytes = text[...].utf8
    guard bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">"),
      let (left, right) = halves(atSignIn: bytes.dropFirst().dropLast()), isDotAtom(left), isDotAtom(right)
    else { throw HeaderFault(kind: .malformed(expected: "a message identifier, <left@right>"), text: text) }
    description = text
  }

  package func write(to line: inout HeaderLine) { line.put(description.utf8) }
}
