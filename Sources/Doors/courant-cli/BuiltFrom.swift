internal import CBuild
import Press

extension Courant {
  /// For `--version`: the version and, if known to the build, the commit.
  static var versionAndCommit: String {
    let commit = String(cString: courant_commit())
    return commit.isEmpty ? version : "\(version) (\(commit))"
  }
}
