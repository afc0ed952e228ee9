internal import Gathering
internal import Model
internal import Press

/// The files for the digests' next issues.
extension SiteCheck {
  func fileFindings() throws -> [Finding] {
    try site.digests.flatMap { digest -> [Finding] in
      do {
        // The press has an empty ledger, which knows no issue.
        return try press.nextFiles(of: digest).map { file in
          let file = try file.unless(usedIn: readers, digest)
          return Finding(file.path.path, file.sentence(digest), weight: .notice)
        }
      } catch let fault as Finding {
        return [fault]
      }
    }
  }
}

extension NextFile {
  fileprivate func unless(usedIn ledger: any IssueBook, _ digest: Digest) throws -> NextFile {
    guard case .waits(_, let hash) = state, let issue = try ledger.issue(of: digest.name, withFile: hash) else {
      return self
    }
    return NextFile(path: path, state: .used(by: issue))
  }

  /// What becomes of it.
  func sentence(_ digest: Digest) -> String {
    switch state {
    case .waits(let length, _):
      let way = digest.attachAs == .files ? "is attached to the emails" : "is linked to from the emails"
      return "\(Attachment.megabytes(length)) MB, \(way) of the next issue of \(digest.name)"
    case .used(let number):
      return "was attached to \(digest.name)#\(number), so the next issue does not have it; remove it from `attach`"
    }
  }

  /// In bytes; 0 if no issue will have it.
  var waitingLength: Int64 { if case .waits(let length, _) = state { length } else { 0 } }
}
