import Cryptography
import Foundation

/// Changes whenever a file of settings or a template does.
struct SettingsStamp {
  let text: String

  /// - Parameter others: folders whose files count too.
  init(_ folder: String, and others: [String] = []) {
    let names = ["schedule.conf", "authors.toml", "glossary.toml", "blocked_domains"]
    let below = (["feeds", "languages", "templates"] + others).flatMap { root in
      (FileManager.default.subpaths(atPath: folder + "/" + root) ?? []).sorted().map { root + "/" + $0 }
    }
    text = (names + below).map { name in
      var status = stat()
      guard stat(folder + "/" + name, &status) == 0 else { return name }
      return "\(name) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec) \(status.st_ino)"
    }.joined(separator: "\n")
  }

  /// Short enough for a page.
  var digest: String { lowercaseHex(sha256(text.utf8).prefix(12)) }
}
