/// An address with an optional name before it: `Zoë Müller <zoe@example.org>` (RFC 5322 §3.4 `mailbox`).
package struct HeaderMailbox: HeaderValue, Hashable {
  private let name: HeaderPhrase?
  private let address: [UInt8]

  /// The address is `local@domain` with a dot-atom on either side; quoted local parts are refused.
  ///
  /// A local part that is not ASCII is written as raw UTF-8 (RFC 6532 §3.2), and only with `allowingUTF8`: such a
  /// message needs a server that offers SMTPUTF8. The domain is always in A-labels.
  package init(name: String?, address: String, allowingUTF8: Bool = false) throws(HeaderFault) {
    self.name = if let name { try HeaderPhrase(name) } else { nil }
    try Self.check(address, allowingUTF8: allowingUTF8)
    self.address = Array("<\(address)>".utf8)
  }

  package func write(to line: inout HeaderLine) {
    name?.write(to: &line)
    line.put(address)
  }

  private static func check(_ address: String, allowingUTF8: Bool) throws(HeaderFault) {
    try checkHeaderText(address)
    guard let (local, domain) = halves(atSignIn: address[...].utf8), isDotAtom(domain),
      isDotAtom(local) || allowingUTF8 && isInternationalDotAtom(Substring(local))
    else { throw HeaderFault(kind: .malformed(expected: "an address, local@domain"), text: address) }
  }

  private static func isInternationalDotAtom(_ text: Substring) -> Bool {
    text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty
        && atom.allSatisfy { $0.isASCII ? isAtext(UInt8($0.value)) : !$0.properties.isWhitespace }
    }
  }
}
