package import Model

/// The folder of a source does not exist, or is not inside the site folder.
package struct SourceUnavailable: Error, Hashable {
  package let finding: Finding

  package init(finding: Finding) { self.finding = finding }
}
