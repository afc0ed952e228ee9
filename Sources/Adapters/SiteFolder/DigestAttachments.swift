internal import Model
internal import Settings

extension SettingReader {
  /// Files of the site folder for the next issue, each named once.
  func attachedPaths(_ key: String) -> [Digest.AttachedPath] {
    let written = strings(key, acceptsOne: true) ?? []
    guard written.count <= Attachment.most else {
      report(key, "`\(key)` lists \(written.count) files; write at most \(Attachment.most)")
      return []
    }
    var names: Set<String> = []
    return written.compactMap { text, setting in
      guard let path = attachedPath(key, text, setting) else { return nil }
      guard names.insert(path.name).inserted else {
        report(at: setting.position, "`\(key)` names two files `\(path.name)`; rename one of them")
        return nil
      }
      return path
    }
  }

  private func attachedPath(_ key: String, _ text: String, _ setting: Setting) -> Digest.AttachedPath? {
    let parts = text.split(separator: "/").filter { $0 != "." }
    guard !text.hasPrefix("/"), !parts.isEmpty, !parts.contains(".."), isOneLine(text) else {
      let rule = "must name files inside the site folder, relative to it"
      report(at: setting.position, "`\(key)` \(rule), for example \"letters/programme.pdf\"; found \"\(text)\"")
      return nil
    }
    guard Attachment.type(ofFile: text) != nil else {
      let kinds = Attachment.endings.joined(separator: ", ")
      report(at: setting.position, "`\(key)` names \"\(text)\", which cannot be attached; use one of \(kinds)")
      return nil
    }
    return Digest.AttachedPath(
      parts.joined(separator: "/"), line: setting.position.line, column: setting.position.column)
  }

  private func isOneLine(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
