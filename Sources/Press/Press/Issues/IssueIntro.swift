internal import Gathering
package import Model

/// The introduction of a digest's next issue.
package enum NextIntro: Hashable, Sendable {
  /// Nothing is written.
  case none
  /// The editor holds it back (`draft: true`, for example).
  case hidden
  case waits(Introduction)
  /// The issue of this number has it, so no other will.
  case used(by: Int)
  case fault([Finding])
}

extension PressRun {
  /// The introduction that is written for the digest's next issue.
  package func nextIntro(of digest: Digest) throws -> (intro: NextIntro, warnings: [Finding]) {
    guard let path = digest.intro else { return (.none, []) }
    let visible = try ledger.shelvedArticles().filter { $0.article.isVisible(at: now) }
    let addresses = try addresses(visible, try assets(visible))
    let file = IntroFile(path, of: site, in: folder, at: now) { addresses[$0] }
    switch file.reading {
    case .none: return (.none, file.warnings)
    case .hidden: return (.hidden, file.warnings)
    case .fault(let faults): return (.fault(faults), file.warnings)
    case .intro(let intro):
      let issue = try ledger.issue(of: digest.name, withIntro: intro.fingerprint)
      return (issue.map { .used(by: $0) } ?? .waits(intro), file.warnings)
    }
  }

  /// The issue with its introduction and its attachments, if any wait. Throws a ``RenderingFault`` if what is written cannot be used: then nothing is
  /// mailed.
  package func introduced(_ issue: Issue, of digest: Digest) throws -> Issue {
    var issue = issue
    switch try nextIntro(of: digest).intro {
    case .none, .hidden, .used: break
    case .waits(let intro): issue.intro = intro
    case .fault(let faults):
      let first = faults.first.map { "\($0)" } ?? digest.intro ?? ""
      throw RenderingFault(description: "\(first) (\(issue.slot.key): nothing is mailed)")
    }
    return try attached(issue, of: digest)
  }
}
