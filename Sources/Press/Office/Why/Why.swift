internal import Foundation
package import Model
package import Press
internal import Text
package import Time

/// An explanation of an article, a file, an issue or a reader, one sentence per line.
package struct Explanation: Hashable, Sendable, Encodable {
  package enum Kind: String, Hashable, Sendable, Encodable {
    case article, file, folder, issue, slot, reader, digest, feed, page, item
  }

  package let kind: Kind
  /// What the argument meant: an article's id, a path relative to the site folder, `weekly#12`, an address …
  package let subject: String
  package let lines: [String]
}

/// The parts of the ledger that an explanation reads.
package typealias ExplainedLedger = ArticleShelf & SourceShelf & SourceBook & FindingBook & PublicRecord & SlotBook
  & IssueBook & IssueArchive & ReaderBook & ReaderDesk & LetterBook & DeliveryBook & BounceBook

/// Explains why an article is or is not in an issue, why a reader did or did not get one, and what a file or a URL is.
package struct Why {
  let opened: OpenedSite
  var site: Site { opened.site }
  let ledger: any ExplainedLedger
  let now: Instant
  /// The folder for relative paths, tried after the site folder.
  let working: String

  package init(_ opened: OpenedSite, ledger: any ExplainedLedger, now: Instant, from working: String? = nil) {
    self.opened = opened
    self.ledger = ledger
    self.now = now
    self.working = working ?? opened.folder
  }

  /// Nothing has that name; the sentence suggests what has.
  package struct Unknown: Error, Hashable {
    package let sentence: String
  }

  /// Explains what has this name. An article's id takes precedence.
  package func explanation(of text: String) throws -> Explanation {
    if let article = try article(withID: text) { return try explanation(of: article) }
    if let explanation = try explanation(ofIssue: text) { return explanation }
    let address = EmailAddress(text)
    if let address, let lines = try lines(address: address) {
      return Explanation(kind: .reader, subject: "\(address)", lines: lines)
    }
    if let explanation = try explanation(ofPlace: text) { return explanation }
    if let explanation = try explanation(ofName: text) { return explanation }
    if let explanation = try explanation(ofItem: text) { return explanation }
    if let address {
      throw Unknown(sentence: "\(address): not in the ledger; never subscribed, never suppressed")
    }
    throw Unknown(
      sentence:
        "nothing is called `\(text)`; name an article's id, file or URL, an issue (weekly#12), a "
        + "slot (weekly@2026-11-23T07:00), or a reader's address" + (try suggestion(for: text)))
  }

  private func suggestion(for text: String) throws -> String {
    let names = try ledger.places().flatMap { [$0.id.text, $0.path] } + site.digests.map(\.name)
    return Text.suggestion(for: text, among: names)
  }

  /// Explains a digest or a feed.
  private func explanation(ofName text: String) throws -> Explanation? {
    if let digest = site.digest(text) {
      let next = try Selector(site: site, ledger: ledger, digest: digest).nextSlot(at: now)
      let newest = try ledger.issues(of: text, limit: 1).first.map { "its newest issue is \(text)#\($0.number)" }
      let due = next.map { local($0.due) } ?? "never"
      let line = "\(text): a digest; its next slot is \(due); \(newest ?? "it has no issue yet")"
      return Explanation(kind: .digest, subject: text, lines: [line])
    }
    guard let feed = site.feeds.first(where: { $0.name.text == text }) else { return nil }
    let count = try ledger.shelvedArticles()
      .count { $0.article.isVisible(at: now) && feed.matches($0.article) }
    let line = "\(text): a feed with \(counted(count, "visible article")) at \(site.address(feed.folder))"
    return Explanation(kind: .feed, subject: text, lines: [line])
  }

  func local(_ instant: Instant) -> String { site.zone.shown(instant) }
}

/// As one shell word: quoted unless every character is harmless.
func pasteable(_ text: String) -> String {
  let isPlain = text.unicodeScalars.allSatisfy { scalar in
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "@%+=:,./_-".unicodeScalars.contains(scalar)
  }
  return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: #"'\''"#) + "'"
}

/// `1 article`, `2 articles`.
func counted(_ count: Int, _ what: String) -> String { count == 1 ? "1 \(what)" : "\(count) \(what)s" }
