internal import Model
internal import Settings

extension SettingReader {
  /// A Markdown file that no source reads.
  func introPath(_ key: String, of site: Site?) -> String? {
    guard let path = innerPath(key) else { return nil }
    guard path.hasSuffix(".md") || path.hasSuffix(".markdown") else {
      report(key, "`\(key)` must be a Markdown file, for example \"letters/next.md\"; found \"\(path)\"")
      return nil
    }
    let folders = (site?.sources.map(\.folder) ?? []) + ["pages"]
    if let folder = folders.first(where: { path.hasPrefix($0 + "/") }) {
      report(key, "`\(key)` is in \(folder)/, whose files become pages; put it elsewhere, for example into letters/")
      return nil
    }
    return path
  }
}
