internal import Text
package import Model
internal import Time

/// The history of consent as lines of a CSV file.
package struct ConsentExport {
  package static let header = csvLine(ConsentColumn.allCases.map(\.rawValue))

  package static func line(_ address: EmailAddress, _ event: ConsentEvent) -> String {
    csvLine(
      [
        address.description, event.at.rfc3339, event.kind.rawValue, event.digest ?? "", event.follows?.text ?? "",
        event.origin, event.language ?? "", event.words ?? "", event.machine ?? "",
      ], address: 0)
  }
}
