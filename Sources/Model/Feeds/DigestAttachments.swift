extension Digest {
  /// A file for the next issue, as the settings name it.
  package struct AttachedPath: Hashable, Sendable {
    /// Relative to the site folder.
    package let path: String
    /// Where the settings name it.
    package let line: Int
    package let column: Int

    package init(_ path: String, line: Int, column: Int) {
      self.path = path
      self.line = line
      self.column = column
    }

    /// Without folders.
    package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  }

  /// How readers get the files of an issue.
  package enum AttachAs: String, CaseIterable, Sendable { case links, files }
}
