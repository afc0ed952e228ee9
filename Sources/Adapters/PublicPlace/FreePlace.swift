internal import Glibc

extension PublicFolder {
  /// The state of a path that an author chose.
  package enum Place: Equatable {
    case free
    case file
    /// A folder or a symbolic link is there, or a parent is not a folder. Symbolic links may lead outside the root.
    case taken
  }

  /// - Parameter path: relative to the root; no `.` or `..`.
  package func place(_ path: String) -> Place {
    asked?.note(path, in: root)
    var whole = root
    var names = path.split(separator: "/")
    guard let last = names.popLast() else { return .taken }
    for name in names {
      whole += "/" + name
      switch Self.kind(whole) {
      case nil: return .free
      case S_IFDIR?: continue
      default: return .taken
      }
    }
    switch Self.kind(whole + "/" + last) {
    case nil: return .free
    case S_IFREG?: return .file
    default: return .taken
    }
  }

  /// The type of file at a path; nil if there is none.
  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT ? nil : S_IFLNK }
    return status.st_mode & S_IFMT
  }
}
