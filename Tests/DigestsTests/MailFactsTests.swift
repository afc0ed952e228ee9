import Model
import Presentation
import Templates
import Testing

@testable import Digests

/// The one line of facts below an article.
struct MailFactsTests {
  private func facts(_ name: String = "facts", _ change: (inout Article) -> Void) -> [String] {
    var article = editionArticle("a")
    change(&article)
    guard case .record(let record) = article.record(in: editionSite()) else { return ["?"] }
    let facts = article.mailFacts(in: editionSite(), evidence: record["evidence_line"] ?? .text("?"))
    guard case .list(let list) = facts[name] else { return ["?"] }
    return list.map { fact in
      guard case .record(let fields) = fact else { return "?" }
      let parts = ["text", "url"].compactMap { name -> String? in
        switch fields[name] {
        case .text(let text)?, .words(let text)?: text
        default: nil
        }
      }
      return parts.joined(separator: " ") + (fields["is_evidence"] == .flag(true) ? "!" : "")
    }
  }

  @Test func attachmentsComeLastWithTypeAndSize() {
    let files = [
      Model.Attachment(url: "https://example.org/annual-report%20x.pdf", length: 1_249_999),
      Model.Attachment(url: "https://example.org/t.csv", length: 1, title: "All <doses>"),
    ]
    let expected = [
      "Annual report x (PDF, 1.2\u{A0}MB) https://example.org/annual-report%20x.pdf",
      "All <doses> (CSV, 0.1\u{A0}MB) https://example.org/t.csv",
    ]
    #expect(Array(facts { $0.attachments = files }.suffix(2)) == expected)
    #expect(Array(facts("linked_facts") { $0.attachments = files }.suffix(2)) == expected)
  }

  @Test func evidenceJournalAndMinutesShareALine() {
    let all = facts {
      $0.credibility = Rating(4.1)
      $0.interest = Rating(5.0)
      $0.authors = ["Ana"]
      $0.citation = .init(title: "Trial", journal: "Ill. J.", doi: "10.1/x", published: "2026")
      $0.body = "<p>Body</p>"
    }
    #expect(all == ["Evidence: well supported!", "Ill. J. https://doi.org/10.1/x", "1\u{A0}min"])
  }

  @Test func unknownFactsAreLeftOut() {
    #expect(facts { _ in } == [])
    #expect(facts { $0.citation = .init(title: "Trial") } == [])
    #expect(facts { $0.citation = .init(title: "Trial", url: "https://p.example/") } == ["Source https://p.example/"])
    #expect(facts { $0.citation = .init(journal: "Ill. J.") } == ["Ill. J."])
  }

  /// In plain text, a fact with a link has its own line.
  @Test func factsWithALinkHaveTheirOwnLines() {
    let linked = { (article: inout Article) in
      article.credibility = Rating(4.1)
      article.citation = .init(journal: "Ill. J.", doi: "10.1/x")
    }
    #expect(facts("unlinked_facts", linked) == ["Evidence: well supported!"])
    #expect(facts("linked_facts", linked) == ["Ill. J. https://doi.org/10.1/x"])
    let unlinked = { (article: inout Article) in article.citation = .init(journal: "Ill. J.") }
    #expect(facts("unlinked_facts", unlinked) == ["Ill. J."])
    #expect(facts("linked_facts", unlinked) == [])
  }

  @Test func whereAStudyWasDoneComesFirst() {
    let facts = facts {
      $0.credibility = Rating(4.1)
      $0.testedIn = .animals
    }
    #expect(facts == ["In animals only. Evidence: early!"])
  }

  @Test func anArticleFromAnotherSiteNamesThatSite() {
    let facts = facts {
      $0.citation = .init(journal: "Ill. J.")
      $0.origin = .init(title: "The Blog", url: "https://blog.example/")
    }
    #expect(facts == ["Ill. J.", "from The Blog"])
  }

  /// Its body here may be a part of it.
  @Test func anArticleThatIsReadElsewhereHasNoMinutes() {
    #expect(
      facts {
        $0.body = "<p>Body</p>"
        $0.link = "https://elsewhere.example/"
      } == [])
  }
}
