internal import Glibc

extension PublicFolder {
  /// What is at a path that someone else chose.
  package enum Place: Equatable {
    case free
    case file
    /// A folder is there, or something above it is no folder, or a symbolic link, which may lead out of the root.
    case taken
  }

  /// - Parameter path: relative, of plain names.
  package func place(_ path: String) -> Place {
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

  /// Nil if nothing is there.
  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT ? nil : S_IFLNK }
    return status.st_mode & S_IFMT
  }
}
