import CourantTesting
import Digests
import Model
import Testing

/// Message-IDs are made from frozen data, not from a counter that a restored ledger repeats.
@Suite struct IssueIdentityTests {
  private func issue(_ articles: [Article], number: Int = 7, day: String = "2026-11-23") -> Model.Issue {
    Model.Issue(
      digest: "weekly", number: number,
      slot: Slot(digest: "weekly", wallTime: day + "T07:00", due: .at("\(day)T07:00:00Z")),
      sections: [.init(feed: Feed.Name("all")!, title: "All", articles: articles)])
  }

  @Test func differentIssuesOfOneNumberHaveDifferentIdentities() {
    let identities = [
      issue([.sample("a")]), issue([.sample("b")]), issue([.sample("a"), .sample("b")]),
      issue([.sample("a", title: "Another")]), issue([.sample("a")], day: "2026-11-30"),
    ].map(\.identity)
    #expect(Set(identities).count == identities.count)
  }

  @Test func theSameIssueHasTheSameWhateverItsNumber() {
    #expect(issue([.sample("a")], number: 1).identity == issue([.sample("a")], number: 2).identity)
  }

  @Test func aMessageIDIsMadeOfTheIdentityAndWithoutOneAsBefore() throws {
    let renderer = try MessageRenderer(site: try MessageSamples.site(), digest: "weekly")
    let ann = Addressee(name: nil, address: mailbox("ann@example.org"), token: "token")
    let ids = [nil, "one", "two"].map { renderer.messageID(issue: 3, for: ann, identity: $0) }
    #expect(Set(ids).count == 3)
    #expect(ids[0] == renderer.messageID(issue: 3, for: ann))
    #expect(ids.allSatisfy { $0.hasPrefix("<weekly.3.") })
  }
}
