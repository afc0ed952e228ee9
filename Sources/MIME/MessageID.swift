/// `<left@right>`, the name of one message (RFC 5322 §3.6.4).
package struct MessageID: HeaderValue, Hashable, CustomStringConvertible {
  /// With the angle brackets.
  package let description: String

  /// Both halves are dot-atoms.
  package init(left: String, right: String) throws(HeaderFault) { try self.init("<\(left)@\(right)>") }

  /// Reads `<left@right>`, such as a ledger kept it.
  package init(_ text: String) throws(HeaderFault) {
    let halves = text.dropFirst().dropLast().split(separator: "@", omittingEmptySubsequences: false)
    guard text.first == "<", text.last == ">", halves.count == 2, halves.allSatisfy({ isDotAtom($0) }) else {
      throw HeaderFault(kind: .malformed(expected: "a message identifier, <left@right>"), text: text)
    }
    description = text
  }

  package func write(to line: inout HeaderLine) { line.put(description.utf8) }
}
