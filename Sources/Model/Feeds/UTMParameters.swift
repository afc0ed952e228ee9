/// Parameters that are added to the links of an email, so that programs that count visits see which issue they came from. They
/// are the same for all readers.
package struct UTMParameters: Hashable, Sendable {
  package struct Parameter: Hashable, Sendable {
    /// `utm_source`, for example.
    package let name: String
    /// May contain a ``Place``.
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A placeholder in a value.
  package enum Place: String, CaseIterable, Sendable {
    case digest, number
    /// The day of the issue, `2026-11-23`.
    case date

    package var written: String { "{\(rawValue)}" }
  }

  /// In the order of the links.
  package var parameters: [Parameter]
  /// Only links to these hosts, and to those below them, get the parameters; all links if there are none. In lower case.
  package var hosts: [String] = []

  package init(_ parameters: [Parameter]) { self.parameters = parameters }

  /// Links stay as they are.
  package static let none = UTMParameters([])
}
