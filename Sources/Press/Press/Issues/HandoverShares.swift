internal import Digests
internal import Model
internal import Time

/// Shares of an issue for readers who changed to its digest: without the articles that their former digest delivered, and with
/// those that it would have delivered next and the issue lacks (docs/decisions/0072-moving-between-digests.md).
struct HandoverShares {
  var shares: [HandoverShare] = []
  /// The sections of each variant; variants are numbered from 1.
  var variants: [[Issue.Section]] = []

  static let none = HandoverShares()
}

extension PressRun {
  /// The shares, and the editions of their variants. As in any issue, an article that cannot be rendered waits.
  func handoverEditions(
    of issue: Issue, _ selected: Selector.Selected, _ digest: Digest
  ) throws -> (plan: HandoverShares, editions: [FrozenEdition]) {
    let selector = Selector(site: site, ledger: ledger, digest: digest)
    let waiting = selected.waiting.map(\.id)
    var unmailable: Set<Article.ID> = []
    while true {
      let handovers = try ledger.handovers(of: digest.name)
      let plan = try selector.shares(of: issue, waiting, for: handovers, at: now, besides: unmailable)
      do {
        return (plan, try editions(of: plan, issue, selected, digest))
      } catch let fault as RenderingFault {
        let found = try self.unmailable(plan.variants.flatMap(\.self), for: issue.slot, of: digest).map(\.id)
        if Set(found).subtracting(unmailable).isEmpty { throw fault }
        unmailable.formUnion(found)
      }
    }
  }

  /// The editions of variants.
  private func editions(
    of plan: HandoverShares, _ issue: Issue, _ selected: Selector.Selected, _ digest: Digest
  ) throws -> [FrozenEdition] {
    if plan.variants.isEmpty { return [] }
    let every = issue.with(issue.sections + plan.variants.flatMap(\.self))
    let renderer = try editionRenderer(for: digest, related: related(to: every, from: selected))
    let mails = try messageRenderer(of: digest.name)
    return try plan.variants.enumerated().map { place, sections in
      try RenderingFault.wrap("\(issue.slot.key): nothing is mailed") {
        let edition = try renderer.editions(of: issue.with(sections)).edition(following: sections.map(\.feed))
        try edition.map { try mails.check($0, issue: issue.number, date: issue.slot.due) }
        return edition?.asVariant(place + 1)
      }
    }
  }
}
