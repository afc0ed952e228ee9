internal import Cryptography
internal import Files
package import Model

/// A file that an issue is to attach, as it is in the site folder now.
package struct DigestFile: Sendable {
  package let bytes: [UInt8]
  /// SHA-256, in hexadecimal digits.
  package let hash: String

  /// - Parameters:
  ///   - path: relative to the site folder.
  ///   - root: the absolute path of the site folder.
  package init(_ path: String, of site: Site, in root: String) throws(AttachmentFault) {
    let folder = SiteRoot(root, source: "", of: site)
    guard folder.target(ofLink: path) == nil else {
      throw AttachmentFault("which is a symbolic link; replace it with the file")
    }
    do throws(UnreadableFile) {
      bytes = try folder.openPlain(path).attachedBytes()
    } catch {
      throw AttachmentFault("but \(error.sentence)")
    }
    if let objection = Attachment.objection(toLength: Int64(bytes.count)) { throw AttachmentFault(objection) }
    hash = lowercaseHex(sha256(bytes))
  }
}

extension OpenFile {
  /// Of a file that is too long, only enough to see that.
  fileprivate borrowing func attachedBytes() throws(UnreadableFile) -> [UInt8] {
    do throws(FileFault) {
      return try firstBytes(Int(Attachment.mostBytes) + 100_000)
    } catch {
      throw UnreadableFile("this file cannot be read: \(error)", isPassing: true)
    }
  }
}
