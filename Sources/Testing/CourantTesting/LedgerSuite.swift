package import Model
internal import Time

/// Tests that every implementation of the ledger must pass. Each case gets a fresh, empty house.
package struct LedgerSuite: Sendable, CustomStringConvertible {
  package let description: String
  package let run: @Sendable (any LedgerHouse) throws -> Void

  /// A case for one worker.
  init(_ description: String, _ run: @escaping @Sendable (any Ledger) throws -> Void) {
    self.init(inHouse: description) { house in try run(house.open()) }
  }

  /// A case that opens the ledger as often as it needs.
  init(inHouse description: String, _ run: @escaping @Sendable (any LedgerHouse) throws -> Void) {
    self.description = description
    self.run = run
  }

  package static let cases =
    shelfCases + sourceCases + presenceCases + publicCases + feedCases + issueCases + readerCases + deliveryCases
    + departureCases + bounceCases + pingCases + nameCases + addressCases + workerCases + leaseCases + deskCases
    + leavingCases + movingCases + letterCases + handoverCases + auditCases
    + pauseCases + setAsideCases + pruneCases + alertCases + webhookCases + privateFeedCases

  /// A promise that the ledger did not keep.
  package struct Broken: Error, CustomStringConvertible {
    package let description: String
  }
}

func expect<Value: Equatable>(_ found: Value, _ wanted: Value, _ what: String) throws {
  guard found == wanted else { throw LedgerSuite.Broken(description: "\(what): \(found) is not \(wanted)") }
}

let monday = Slot(digest: "weekly", wallTime: "2026-11-23T07:00", due: .at("2026-11-23T07:00:00Z"))
let morning = Instant.at("2026-11-23T07:00:05Z")

/// An issue of the weekly digest with one article in each of its feeds.
func freezing(
  number: Int = 1, slot: Slot = monday, sections: [(String, String)] = [("all", "a")], waiting: [String] = [],
  past: [String] = [], intro: Introduction? = nil, attached: IssueAttachments? = nil
) -> FreezingIssue {
  var issue = Issue(
    digest: slot.digest, number: number, slot: slot,
    sections: sections.map { .init(feed: Feed.Name($0.0)!, title: "Feed", articles: [.sample($0.1)]) })
  issue.intro = intro
  issue.attached = attached
  var freezing = FreezingIssue(
    issue, page: ArchivePage(subject: "Subject \(number)", html: "<p>page</p>"), messageDomain: "example.org",
    identity: "identity of \(number)", at: morning)
  freezing.waiting = waiting.map { Article.ID($0) }
  freezing.past = past.map { Article.ID($0) }
  return freezing
}

/// An edition that shares a cell with the others.
func edition(_ feeds: [Feed.Name]) -> FrozenEdition {
  FrozenEdition(
    feeds: feeds, subject: "S", html: "<p>\(feeds)</p>\(FrozenEdition.Cell.placeholder(3))", text: "\(feeds)",
    cells: [.init(number: 3, content: "<b>shared</b>")])
}

extension IssueBook {
  /// Freezes an issue with editions that are rendered when the ledger requests them. Nil if the slot has an issue.
  package func freeze(_ issue: FreezingIssue, edition: ([Feed.Name]) throws -> FrozenEdition) throws -> Int? {
    while true {
      switch try freeze(issue) {
      case .frozen(let deliveries): return deliveries
      case .hasIssue: return nil
      case .handedOver: throw LedgerSuite.Broken(description: "a reader has changed to \(issue.issue.digest)")
      case .lacks(let sets): try prepare(sets.map(edition), of: issue.identity)
      }
    }
  }
}
