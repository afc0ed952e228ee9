internal import Cryptography
package import Files
package import Model

/// The files in `static/`, as they are at one instant.
package struct StaticFiles: Sendable {
  package struct File: Sendable {
    /// Relative to `static/`, and to `public/`.
    package let path: String
    package let stamp: FileStamp
    /// Opens the file.
    package let open: @Sendable () throws(UnreadableFile) -> OpenFile

    /// Relative to the site folder.
    package var original: String { StaticFolder.name + "/" + path }
  }

  /// In the order of their paths.
  package internal(set) var files: [File] = []
  /// Files that are not published, and why.
  package internal(set) var findings: [Finding] = []
  /// Folders that exist but cannot be read now, relative to the site folder.
  var closed: Set<String> = []

  package init() {}

  /// Files whose content keeps them from being published. Opens each of them, as a run does with new ones only.
  package var objections: [Finding] {
    files.compactMap { file in
      do throws(UnreadableFile) {
        _ = try file.open()
        return nil
      } catch {
        return Finding(printable(file.original), error.sentence)
      }
    }
  }

  /// Nothing can be read; what was published stays.
  static func unusable(_ path: String, _ sentence: String) -> StaticFiles {
    var files = StaticFiles()
    files.findings = [Finding(path, sentence)]
    files.closed = [path]
    return files
  }

  /// Changes whenever a file does.
  package var key: String {
    if files.isEmpty && closed.isEmpty { return "" }
    let lines = files.map { "\($0.path) \($0.stamp.text)" } + closed.sorted()
    return lowercaseHex(sha256(lines.joined(separator: "\u{0}").utf8))
  }

  /// Whether a file that is not listed may still exist, because its folder cannot be read.
  ///
  /// - Parameter path: relative to `static/`.
  package func mayHold(_ path: String) -> Bool {
    !closed.isEmpty && foldersAbove(StaticFolder.name + "/" + path).contains(where: closed.contains)
  }
}
