internal import Files
internal import Model
internal import Text

/// Why a file cannot be attached, as the end of a sentence about it.
package struct AttachmentFault: Error {
  package let sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  static let onlyArticles = AttachmentFault("but only articles have attachments; remove `attach`, and link to the file")
}

extension FolderSource {
  /// A file next to an article, or elsewhere in its source.
  func attachment(_ written: String, to path: String) throws(AttachmentFault) -> Attachment {
    guard kind == .articles else { throw .onlyArticles }
    let siblings = siblings(of: path, link: { _ in nil })
    guard let inside = siblings.pathInside(named: written) else {
      throw AttachmentFault("but there is no such file next to the article; add it, or correct the name")
    }
    guard HiddenPlace.hidingFolder(above: inside) == nil, let address = siblings.address(ofAsset: inside) else {
      throw AttachmentFault("which is not published; move it next to the article")
    }
    return Attachment(url: address, length: try length(ofAttached: folder.isEmpty ? inside : folder + "/" + inside))
  }

  /// - Parameter path: relative to the site folder.
  private func length(ofAttached path: String) throws(AttachmentFault) -> Int64 {
    guard root.target(ofLink: path) == nil else {
      throw AttachmentFault("which is a symbolic link; replace it with the file")
    }
    let length: Int64
    do throws(UnreadableFile) {
      length = Int64(try root.open(path).size)
    } catch {
      throw AttachmentFault("but \(error.sentence)")
    }
    if let objection = Attachment.objection(toLength: length) { throw AttachmentFault(objection) }
    return length
  }
}

extension Attachment {
  /// Why a file of this length cannot be attached, as the end of a sentence; nil if it can.
  package static func objection(toLength length: Int64) -> String? {
    if length == 0 { return "which is empty; write it again, or remove it from `attach`" }
    guard length > mostBytes else { return nil }
    let most = "at most \(mostBytes / 1_000_000) MB"
    return "which has \(megabytes(length)) MB; attach \(most), or put it elsewhere and link to it"
  }

  /// `1.2`; never 0, and with a point.
  package static func megabytes(_ length: Int64) -> String {
    let tenths = tenthsOfMegabytes(length)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
