internal import Model
internal import Settings
internal import Text

/// The attachments of an article: names of files, or tables of `file` and `title`.
extension FrontMatter {
  static let attachmentKeys = ["file", "title"]

  /// Whether it names files whose lengths are a part of the article.
  var attaches: Bool { reader.setting("attach") != nil }

  func readAttachments() -> [Attachment] {
    guard let setting = reader.setting("attach") else { return [] }
    var written = [setting]
    if case .array(let all) = setting.value { written = all }
    guard written.count <= Attachment.most else {
      reader.report("attach", "`attach` lists \(written.count) files; write at most \(Attachment.most)")
      return []
    }
    var seen = Set<String>()
    return written.compactMap(attachment).filter { seen.insert($0.url).inserted }
  }

  private func attachment(_ setting: Setting) -> Attachment? {
    var name = setting.string
    var title: String?
    if case .table(let table) = setting.value {
      name = table["file"]?.string
      title = table["title"]?.string.map(faithfulLine)
      for entry in table.entries.prefix(100) where !Self.attachmentKeys.contains(entry.key) {
        let hint = suggestion(for: entry.key, among: Self.attachmentKeys)
        reader.report(at: entry.keyPosition, "unknown key `attach.\(entry.key)`\(hint)")
      }
    }
    guard let name, showsCharacter(name) else {
      let example = "write [\"programme.pdf\"], the names of files next to the article"
      reader.report(at: setting.position, "`attach` names no file; \(example)")
      return nil
    }
    guard var attachment = attachedFile(name, at: setting.position) else { return nil }
    guard let address = fitting(attachment.url, FieldLimit.address, "attach", reader),
      let title = fitting(title ?? "", FieldLimit.line, "attach", reader)
    else { return nil }
    refuseHiddenText(title, "attach")
    attachment.url = address
    attachment.title = showsCharacter(title) ? title : nil
    return attachment
  }

  private func attachedFile(_ name: String, at position: TextPosition) -> Attachment? {
    let subject = "`attach` names \(quoted(name)), "
    guard !isWebAddress(name) else {
      let advice = "attach a file next to the article, or link to it in the text"
      reader.report(at: position, "\(subject)which is a URL; \(advice)")
      return nil
    }
    guard Attachment.type(ofFile: name) != nil else {
      let kinds = Attachment.endings.joined(separator: ", ")
      reader.report(at: position, subject + "which cannot be attached; use one of \(kinds)")
      return nil
    }
    do throws(AttachmentFault) {
      return try place.attached(name)
    } catch {
      reader.report(at: position, subject + error.sentence)
      return nil
    }
  }
}
