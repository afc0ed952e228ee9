internal import Foundation
internal import Text

/// The places of the files that a string names.
extension SiblingLinks {
  /// Possible names of files.
  func names(in text: String) -> WrittenNames { WrittenNames(text, base: base) }

  /// The source's files whose URLs are in `text`: paths relative to `public/`.
  func ownFiles(in text: String) -> Set<String> {
    let bytes = Array(text.utf8)
    let base = Array(self.base.utf8)
    var files = Set<String>()
    var position = bytes.startIndex
    while let start = bytes[position...].firstIndex(of: base[0]) {
      position = start + 1
      guard bytes[start...].starts(with: base) else { continue }
      let end = bytes[(start + base.count)...].firstIndex { "\"'<> \n?#".utf8.contains($0) } ?? bytes.endIndex
      position = end
      let written = unescapedHTML(String(decoding: bytes[(start + base.count)..<end], as: UTF8.self))
      // In a list of URLs, a comma may follow.
      let path = written.hasSuffix(",") ? String(written.dropLast()) : written
      let file = path.removingPercentEncoding ?? path
      if FolderSource.publishesFile(named: parted(file).name) { files.insert(publicFolder + file) }
    }
    return files
  }

  /// Whether a link of this name leads to one of these files. It is resolved as links are when there is no such file.
  func isNamed(_ written: String, among files: Set<String>) -> Bool {
    if let path = path(written), files.contains(publicFolder + path) { return true }
    return asset(named: written).map(files.contains) ?? false
  }

  /// The file of this name relative to `public/`, if there is one.
  func asset(named written: String) -> String? { address(ofPicture: written).flatMap { ownFiles(in: $0).first } }

  /// Compares a name with the paths of files: see ``FileMentions/hidden``.
  func key(of written: String) -> String { nameKey(path(written) ?? parted(written).name) }

  /// Relative to the source; nil if it leaves it.
  private func path(_ written: String) -> String? {
    let plain = written.removingPercentEncoding ?? written
    var kept: [Substring] = []
    for component in (plain.hasPrefix("/") ? plain : folder + plain).split(separator: "/") where component != "." {
      if component != ".." { kept.append(component) } else if kept.popLast() == nil { return nil }
    }
    return kept.joined(separator: "/")
  }
}
