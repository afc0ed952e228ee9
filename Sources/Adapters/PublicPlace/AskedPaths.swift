internal import Glibc
internal import Synchronization

/// The paths in a public folder that were looked for, and what was there, to find out later whether the answers would be the same.
package final class AskedPaths: Sendable {
  private let found = Mutex<[String: String]>([:])

  package init() {}

  /// Called before the path is looked for, so that a change in between shows later.
  func note(_ path: String, in root: String) {
    found.withLock { found in
      if found[path] == nil { found[path] = Self.state(of: root + "/" + path) }
    }
  }

  /// What was at each path when it was first looked for.
  package var states: [String: String] { found.withLock { $0 } }

  /// Whether the same is at each path as before.
  ///
  /// - Parameters:
  ///   - states: as ``states`` was.
  ///   - root: the public folder.
  package static func isSame(_ states: [String: String], in root: String) -> Bool {
    states.allSatisfy { path, before in state(of: root + "/" + path) == before }
  }

  /// Changes with the file at a path and with what a symbolic link there leads to; empty if there is none.
  private static func state(of path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT || errno == ENOTDIR ? "" : "error \(errno)" }
    let link = text(status)
    guard status.st_mode & S_IFMT == S_IFLNK else { return link }
    return stat(path, &status) == 0 ? link + " to " + text(status) : link + " to nothing"
  }

  private static func text(_ status: stat) -> String {
    let modified = status.st_mtim
    let changed = status.st_ctim
    return "\(status.st_mode) \(status.st_ino) \(status.st_size) \(modified.tv_sec).\(modified.tv_nsec) "
      + "\(changed.tv_sec).\(changed.tv_nsec)"
  }
}
