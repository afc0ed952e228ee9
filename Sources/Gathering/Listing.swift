package import Model

/// Every file of a source that matters, as it lies in the folder now.
package struct Listing: Hashable, Sendable {
  /// Markdown files, in the order of their paths.
  package var articles: [ListedFile] = []
  /// Pictures, sound, video and PDF files, in the order of their paths.
  package var assets: [ListedFile] = []
  /// Files that are neither and say what may be seen beside or below them, such as `_index.md`, in the order of their paths.
  package var marks: [ListedFile] = []
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

extension Listing {
  /// Of the files of values, only those of a folder or of an article tell anything: other JSON is the site's own business.
  mutating func keepTellingMarks() {
    guard marks.contains(where: { FolderMark(name: parted($0.path).name) == .values }) else { return }
    let stems = Set(articles.map { stem(of: $0.path) })
    marks.removeAll { file in
      let (folder, name) = parted(file.path)
      guard FolderMark(name: name) == .values, !name.lowercased().contains("11tydata"), !name.hasPrefix("_metadata.")
      else {
        return false
      }
      return String(name.prefix { $0 != "." }) != parted(folder).name && !stems.contains(stem(of: file.path))
    }
  }
}
