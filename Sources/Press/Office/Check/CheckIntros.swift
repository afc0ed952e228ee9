internal import Model
internal import Press

/// The introductions of the digests' next issues.
extension SiteCheck {
  func introFindings() throws -> [Finding] {
    try site.digests.flatMap { digest -> [Finding] in
      guard let path = digest.intro else { return [] }
      let (written, warnings) = try press.nextIntro(of: digest)
      if case .fault(let faults) = written { return faults + warnings }
      // The press has an empty ledger, which knows no issue.
      let intro = try written.unless(usedIn: readers, digest)
      let notice = intro.sentence(digest).map { [Finding(path, $0, weight: .notice)] } ?? []
      return warnings + notice
    }
  }
}

extension NextIntro {
  fileprivate func unless(usedIn ledger: any IssueBook, _ digest: Digest) throws -> NextIntro {
    guard case .waits(let intro) = self,
      let issue = try ledger.issue(of: digest.name, withIntro: intro.fingerprint)
    else { return self }
    return .used(by: issue)
  }

  /// What becomes of it; nil if the digest has none, or if it is at fault.
  func sentence(_ digest: Digest) -> String? {
    switch self {
    case .fault: nil
    case .none:
      digest.intro.map { _ in "does not exist, so the next issue of \(digest.name) has no introduction" }
    case .hidden: "is hidden by its front matter, so the next issue of \(digest.name) has no introduction"
    case .waits: "is the introduction of the next issue of \(digest.name)"
    case .used(let number):
      "was the introduction of \(digest.name)#\(number), so the next issue has none; write a new one"
    }
  }
}
