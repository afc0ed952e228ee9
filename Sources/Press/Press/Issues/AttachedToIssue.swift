internal import Foundation
internal import Gathering
package import Model
internal import Presentation
internal import Text

/// A file that a digest's settings name for its next issue.
package struct NextFile: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case waits(length: Int64, hash: String)
    /// The issue of this number has it, so no other will.
    case used(by: Int)
  }

  package let path: Digest.AttachedPath
  package let state: State

  package init(path: Digest.AttachedPath, state: State) {
    self.path = path
    self.state = state
  }
}

extension PressRun {
  /// The files for the digest's next issue. Throws a ``Finding`` if one of them cannot be attached.
  package func nextFiles(of digest: Digest) throws -> [NextFile] {
    let files = try digest.attach.map { path in
      let file = try read(path)
      let issue = try ledger.issue(of: digest.name, withFile: file.hash)
      let waits = NextFile.State.waits(length: Int64(file.bytes.count), hash: file.hash)
      return NextFile(path: path, state: issue.map { .used(by: $0) } ?? waits)
    }
    try checkSum(of: files, digest)
    return files
  }

  /// The issue with the files that wait for it. Throws a ``RenderingFault`` if one of them cannot be attached.
  func attached(_ issue: Issue, of digest: Digest) throws -> Issue {
    if digest.attach.isEmpty { return issue }
    let folder = PagePath.issue(digest: issue.digest, number: issue.number).folder
    let files = try mailing(digest) { try nextFiles(of: digest) }.compactMap { next -> IssueAttachments.File? in
      guard case .waits(let length, let hash) = next.state else { return nil }
      let url = site.address(folder + percentEncodedPath(next.path.name))
      return IssueAttachments.File(Attachment(url: url, length: length), name: next.path.name, hash: hash)
    }
    guard let first = digest.attach.first, !files.isEmpty else { return issue }
    if !site.hasPages, digest.attachAs == .links {
      let fault = fault(first, "has no place for links, because of pages = false; add attach_as = \"files\"")
      return try mailing(digest) { throw fault }
    }
    var issue = issue
    issue.attached = IssueAttachments(files, areInMail: digest.attachAs == .files)
    return issue
  }

  /// The bytes of an issue's files, to be frozen with it.
  func frozenFiles(of issue: Issue, _ digest: Digest) throws -> [FrozenFile] {
    guard let attached = issue.attached else { return [] }
    return try attached.files.map { file in
      guard let path = digest.attach.first(where: { $0.name == file.name }) else { throw changed(file.name) }
      let found = try mailing(digest) { try read(path) }
      guard found.hash == file.hash else { throw changed(file.name) }
      return FrozenFile(hash: found.hash, lines: Self.lines(found.bytes))
    }
  }

  /// The same of an issue that is frozen.
  func frozenFiles(ofFrozen issue: Issue) throws -> [FrozenFile] {
    try (issue.attached?.files ?? []).map { file in
      guard let lines = try ledger.attachedFile(file.hash) else {
        throw LedgerError("the ledger has no bytes of `\(file.name)`, which \(issue.digest)#\(issue.number) attaches")
      }
      return FrozenFile(hash: file.hash, lines: lines)
    }
  }

  private func checkSum(of files: [NextFile], _ digest: Digest) throws {
    let sum = files.reduce(into: Int64(0)) { sum, file in
      if case .waits(let length, _) = file.state { sum += length }
    }
    let inMail = digest.attachAs == .files
    let most = inMail ? Int64(digest.attachLimit) * 1_000_000 : Attachment.mostBytes
    guard sum > most, let first = files.first else { return }
    let shown = "\(Attachment.megabytes(sum)) MB, but at most \(most / 1_000_000) MB can be attached to an issue"
    let advice = inMail ? "; remove one, raise `attach_limit`, or use attach_as = \"links\"" : "; remove one"
    throw fault(first.path, "lists files of \(shown)\(advice)")
  }

  private func read(_ path: Digest.AttachedPath) throws(Finding) -> DigestFile {
    do throws(AttachmentFault) {
      return try DigestFile(path.path, of: site, in: folder)
    } catch {
      throw fault(path, "names \"\(path.path)\", \(error.sentence)")
    }
  }

  private func fault(_ path: Digest.AttachedPath, _ sentence: String) -> Finding {
    Finding("schedule.conf", line: path.line, column: path.column, "`attach` \(sentence)")
  }

  /// Returns what `work` returns; a finding that it throws means that nothing is mailed.
  private func mailing<Value>(_ digest: Digest, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let finding as Finding {
      throw RenderingFault(description: "\(finding) (\(digest.name): nothing is mailed)")
    }
  }

  private func changed(_ name: String) -> RenderingFault {
    RenderingFault(description: "`\(name)` changed while the issue was made; run again (nothing is mailed)")
  }

  private static func lines(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString(
      options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
  }
}
