package import Model

/// Every file of a source that matters, as it lies in the folder now.
package struct Listing: Hashable, Sendable {
  /// Markdown files, in the order of their paths.
  package var articles: [ListedFile] = []
  /// Pictures, sound, video and PDF files, in the order of their paths.
  package var assets: [ListedFile] = []
  /// Files and folders that cannot be used.
  package var findings: [Finding] = []

  package static let empty = Listing()
}

package struct ListedFile: Hashable, Sendable {
  /// Relative to the site folder, such as `articles/2026/mogad.md`.
  package let path: String
  package let stamp: FileStamp
}

/// What changes when a file changes: equal stamps mean that it need not be read again.
///
/// The change time cannot be set by programs, so that a file is noticed even if a copy kept its size and modification
/// time, as `rsync -t` and `git checkout` can.
package struct FileStamp: Hashable, Sendable {
  /// In bytes.
  package let size: Int64
  /// In nanoseconds since 1970.
  package let modified: Int64
  /// In nanoseconds since 1970.
  package let changed: Int64
  package let inode: UInt64

  package init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    (self.size, self.modified, self.changed, self.inode) = (size, modified, changed, inode)
  }

  /// `size modified changed inode` in decimal: one text for one stamp.
  package var text: String { "\(size) \(modified) \(changed) \(inode)" }
}
