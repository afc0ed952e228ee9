/// Asks what DNS says. There are two: the system's resolver, and one that tests fill.
package protocol NameService {
  /// The values of all records of this type; empty if there are none.
  func values(_ type: RecordType, at name: String) throws(NoAnswer) -> [String]
}

/// How each value is written.
package enum RecordType: UInt16, CaseIterable, Sendable {
  /// `192.0.2.1`
  case a = 1
  /// A name without its final dot, in lower case; so is `ptr`.
  case ns = 2
  case ptr = 12
  /// Its strings put together (RFC 7208 §3.3); what is not UTF-8 is replaced.
  case txt = 16
  /// As RFC 5952 has it.
  case aaaa = 28
}

/// No name server answered in time, or none could.
package struct NoAnswer: Error, Hashable {
  package let name: String
  package init(name: String) { self.name = name }
}
