internal import Files
internal import Foundation

/// A folder that is deleted when the last reference to it is gone.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    path = NSTemporaryDirectory().trimmingSuffix("/") + "/courant-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }  // a leftover in /tmp must not fail a test

  /// Writes a file, creating its folders.
  package func write(_ text: String, to file: String) throws {
    let target = path + "/" + file
    try FileManager.default.createDirectory(atPath: enclosingFolder(of: target), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: target))
  }

  /// The text of a file; nil if it does not exist.
  package func text(_ file: String) -> String? {
    // Also nil for a read error: the file is then not as the test expects.
    (try? readFile(path + "/" + file)).map { String(decoding: $0, as: UTF8.self) }
  }

  package func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path + "/" + file) }

  /// All files in it, recursively, as sorted relative paths.
  package func files() -> [String] {
    var isFolder: ObjCBool = false
    return (FileManager.default.subpaths(atPath: path) ?? []).filter {
      unsafe FileManager.default.fileExists(atPath: path + "/" + $0, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
