/// Looks up DNS records. There are two implementations: the system's resolver, and one filled by tests.
package protocol NameService {
  /// The values of all records of this type; empty if there are none.
  func values(_ type: RecordType, at name: String) throws(NoAnswer) -> [String]
}

/// Record types, with the form of their values.
package enum RecordType: UInt16, CaseIterable, Sendable {
  /// `192.0.2.1`
  case a = 1
  /// A name in lower case without its final dot; the same for `ptr`.
  case ns = 2
  case ptr = 12
  /// Values like `10 mail.example.org`: preference and server. A null MX (RFC 7505) is `0 .`.
  case mx = 15
  /// All strings joined (RFC 7208 §3.3); invalid UTF-8 is replaced.
  case txt = 16
  /// In the form of RFC 5952.
  case aaaa = 28
}

/// No name server could be reached, or none answered in time.
package struct NoAnswer: Error, Hashable {
  package let name: String
  package init(name: String) { self.name = name }
}
