internal import Glibc
internal import Synchronization

/// The paths in a public folder that were looked for, and what was there, to find out later whether the answers would be the same.
package final class AskedPaths: Sendable {
  private let paths = Mutex<Set<String>>([])

  package init() {}

  func note(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  /// What is at each path now.
  ///
  /// - Parameter root: the public folder.
  package func states(in root: String) -> [String: String] {
    let paths = paths.withLock { $0 }
    return Dictionary(paths.map { ($0, Self.state(of: root + "/" + $0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the same is at each path as before.
  ///
  /// - Parameter states: as ``states(in:)`` returned them.
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
