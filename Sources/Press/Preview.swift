internal import Digests
package import Model

/// The next issue of a digest for one reader, as it would leave.
package struct Preview {
  package let issueNumber: Int
  package let slot: Slot
  package let subject: String
  /// Personalised.
  package let html: String
  package let text: String
  /// Byte for byte what would be sent.
  package let message: [UInt8]
  /// Images in the HTML whose files are on this machine: address as written, and file.
  package let images: [String: String]
  /// Advice, one sentence each.
  package let findings: [String]
}

/// Why there is nothing to show.
package struct NoPreview: Error, CustomStringConvertible {
  package let description: String
}

extension PressRun {
  /// Prints the next issue for `addressee`, who follows `following`. Meant for a press whose ledger is a copy: it gathers
  /// first.
  package func preview(
    _ digest: Digest, for addressee: Addressee, following: Following, isTest: Bool = false, _ report: inout RunReport
  ) throws -> Preview {
    try gather(&report)
    let slot = try nextSlot(of: digest)
    let selected = try Selector(site: site, ledger: ledger, digest: digest).select(slot, at: now)
    let issue = Issue(
      digest: digest.name, number: try ledger.nextNumber(of: digest.name), slot: slot, sections: selected.sections)
    let feeds = issue.sections.map(\.feed).filter(following.includes)
    guard !feeds.isEmpty else {
      throw NoPreview(
        description: issue.sections.isEmpty
          ? "\(slot.key): nothing is new so far; no mail would be sent"
          : "\(slot.key): nothing is new in the feeds that this reader follows; no mail would be sent to them")
    }
    let printer = try editionPrinter(for: digest, related: related(to: issue, besides: selected))
    let edition = try PrintingFault.wrap(slot.key) { try printer.edition(of: issue, following: feeds) }
    let desk = try EditionDesk(
      edition, of: self, digest: digest.name, issueNumber: issue.number, date: slot.due, identity: issue.identity)
    let splice = { (text: String, escape: (String) -> String) in
      [
        Edition.Blank.readerAddress: addressee.address.description,
        .unsubscribeURL: desk.unsubscribeURL(for: addressee),
      ].reduce(text) { $0.replacing($1.key.token, with: escape($1.value)) }
    }
    let html = splice(edition.html) { $0.replacing("&", with: "&amp;").replacing("\"", with: "&quot;") }
    return Preview(
      issueNumber: issue.number, slot: slot, subject: edition.subject, html: html,
      text: splice(edition.text) { $0 },
      message: try desk.message(for: addressee, isTest: isTest), images: try localImages(in: html),
      findings: EditionAdvice(edition, of: issue).sentences)
  }

  private func nextSlot(of digest: Digest) throws -> Slot {
    guard let slot = try Selector(site: site, ledger: ledger, digest: digest).nextSlot(at: now) else {
      throw NoPreview(description: "\(digest.name) never falls due: its cron line is \(digest.cron.source)")
    }
    return slot
  }
}
