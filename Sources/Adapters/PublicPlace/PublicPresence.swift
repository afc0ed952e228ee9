internal import Glibc

extension PublicFolder {
  /// Every run asks for every file, so the kernel walks from the folder two levels above a file (`articles` for
  /// `articles/x/index.html`), which stays open while the next file has the same one, instead of from the root: less than
  /// two thirds of the time.
  package func holdsAll(_ paths: [String]) -> Bool {
    for path in asked == nil ? [] : paths { asked?.note(path, in: root) }
    var above = FolderAbove(root)
    return paths.allSatisfy { above.holds($0) }
  }
}

/// The folder two levels above the files that were looked for last.
private struct FolderAbove: ~Copyable {
  /// Absolute.
  private let root: String
  /// Relative to the root, with a slash at the end; empty for the root itself.
  private var folder = ""
  /// -1 if it cannot be opened: then the files in it cannot be found either, or only by their whole paths.
  private var descriptor: Int32

  init(_ root: String) {
    self.root = root
    descriptor = Self.opened(root)
  }

  deinit { close(descriptor) }

  mutating func holds(_ path: String) -> Bool {
    if !isAbove(path) { move(above: path) }
    if descriptor < 0 { return access(root + "/" + path, F_OK) == 0 }
    return path.withCString { faccessat(descriptor, $0 + folder.utf8.count, F_OK, 0) == 0 }
  }

  /// Whether the open folder will do for this path: also for `articles/x/easy/index.html` among pages of articles.
  private func isAbove(_ path: String) -> Bool {
    guard path.utf8.starts(with: folder.utf8) else { return false }
    let slashes = path.utf8.dropFirst(folder.utf8.count).count { $0 == UInt8(ascii: "/") }
    return slashes <= (folder.isEmpty ? 1 : 2)
  }

  private mutating func move(above path: String) {
    close(descriptor)
    let names = path.split(separator: "/").dropLast(2)
    folder = names.map { $0 + "/" }.joined()
    descriptor = Self.opened(root + "/" + folder)
  }

  private static func opened(_ path: String) -> Int32 { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
}
