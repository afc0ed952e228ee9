/// A list's title and its permanent identifier: `Neurology research <weekly.research.example.org>` (RFC 2919 §2).
package struct HeaderListID: HeaderValue, Hashable {
  private let title: HeaderPhrase
  private let identifier: [UInt8]

  /// The identifier is a dot-atom with at least one dot and at most 255 octets.
  package init(title: String, identifier: String) throws(HeaderFault) {
    self.title = try HeaderPhrase(title)
    guard isDotAtom(identifier.utf8), identifier.contains("."), identifier.utf8.count <= 255 else {
      throw HeaderFault(kind: .malformed(expected: "a list identifier, label.domain"), text: identifier)
    }
    self.identifier = Array("<\(identifier)>".utf8)
  }

  package func write(to line: inout HeaderLine) {
    title.write(to: &line)
    line.put(identifier)
  }
}
