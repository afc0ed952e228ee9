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
  /// Folders and files that are there and cannot be looked at now, by their paths; empty for the site folder itself.
  package var closed: Set<String> = []
  /// Where symbolic links in the place of articles and assets lead, by their paths: what is hidden there is hidden here.
  package var targets: [String: String] = [:]
  /// Symbolic links to folders, which are not entered.
  package var links: Set<String> = []

  package static let empty = Listing()

  package init() {}
}

extension Listing {
  /// Whether `path`, which is not listed, may be there all the same: it lies in a folder that cannot be looked at.
  package func mayHold(_ path: String) -> Bool { Self.holds(path, in: closed) }

  /// The symbolic link that stands in the place of a folder above `path`.
  package func link(above path: String) -> String? { Self.above(path).first(where: links.contains) }

  private static func holds(_ path: String, in folders: Set<String>) -> Bool {
    !folders.isEmpty && (folders.contains("") || above(path).contains(where: folders.contains))
  }

  /// The path itself and the folders that it lies in.
  private static func above(_ path: String) -> [String] {
    var folders = [path]
    while let end = folders.last?.lastIndex(of: "/") { folders.append(String(folders[folders.count - 1][..<end])) }
    return folders
  }
}

package struct ListedFile: Hashable, Sendable {
  /// Relative to the site folder, such as `articles/2026/mogad.md`.
  package let path: String
  package let stamp: FileStamp

  package init(path: String, stamp: FileStamp) {
    self.path = path
    self.stamp = stamp
  }
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

  /// No file's stamp.
  package static let unknown = FileStamp(size: 0, modified: 0, changed: 0, inode: 0)

  /// Reads what ``text`` wrote.
  package init?(text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 4, let size = Int64(parts[0]), let modified = Int64(parts[1]), let changed = Int64(parts[2]),
      let inode = UInt64(parts[3])
    else { return nil }
    self.init(size: size, modified: modified, changed: changed, inode: inode)
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
      guard FolderMark(name: name) == .values, !name.lowercased().contains("11tydata"), !FolderMark.isOfFolder(name)
      else {
        return false
      }
      return String(name.prefix { $0 != "." }) != parted(folder).name && !stems.contains(stem(of: file.path))
    }
  }
}
