internal import Languages
package import MIME
package import Model
internal import Presentation
internal import Templates
internal import Themes

extension EditionRenderer {
  /// The attachments of an issue as fields for templates.
  ///
  /// Throws an ``EditionError`` if one of the templates would not show them, and the emails do not contain them.
  func attachmentFields(of issue: Issue, in roots: [String]) throws(EditionError) -> TemplateRecord {
    let files = issue.attached?.files ?? []
    if !files.isEmpty, issue.attached?.areInMail == false {
      for root in roots where !theme.templates.use(of: [root]).values.contains("attachments") {
        throw .noAttachments(root)
      }
    }
    let records = files.map { file -> TemplateValue in
      guard site.hasPages else {
        return .record(["url": .absent, "label": .text(file.attachment.label(in: site.speech))])
      }
      return file.attachment.record(in: site.speech)
    }
    return ["has_attachments": .flag(!files.isEmpty), "attachments": .list(records)]
  }
}

extension AttachedPart {
  /// The files of an issue as parts of its messages; none if its emails only link to them.
  ///
  /// - Parameter frozen: in the order of the issue's files.
  package static func parts(of issue: IssueAttachments?, _ frozen: [FrozenFile]) -> [AttachedPart] {
    guard let issue, issue.areInMail else { return [] }
    return zip(issue.files, frozen).map { file, bytes in
      AttachedPart(name: file.name, type: file.attachment.type, base64: bytes.lines)
    }
  }
}
