import Model
import Testing
import Themes
import Time

@testable import Digests

/// The advertisement of a digest.
struct SponsorTests {
  private func renderer(
    utm: UTMParameters? = nil, _ templates: [String: String] = [:], _ change: (inout Sponsor) -> Void
  ) throws -> EditionRenderer {
    var sponsor = Sponsor(text: "Beds & cats")
    sponsor.link = "https://shop.example/?a=1&b=2"
    change(&sponsor)
    var digest = Digest(name: "weekly", cron: try CronExpression("0 7 * * MON"))
    digest.sponsor = sponsor
    digest.utm = utm
    var site = editionSite()
    site.mail = MailSettings(from: Mailbox("a@r.example")!, smtp: .init(host: "127.0.0.1", port: 25))
    let files = templates.map { (name: $0.key, path: "templates/\($0.key)", text: $0.value) }
    return EditionRenderer(site: site, digest: digest, theme: try Theme("editorial", overrides: files))
  }

  private let issue = editionIssue([(ms, [editionArticle("a", "First")]), (all, [editionArticle("b", "Second")])])

  private func parts(_ renderer: EditionRenderer) throws -> [String] {
    let edition = try #require(try renderer.edition(of: issue, following: [ms, all]))
    return [edition.html, edition.text, try renderer.archivePage(of: issue)]
  }

  @Test func itStandsAfterTheFirstSectionBelowItsLabel() throws {
    for part in try parts(renderer { _ in }) {
      let places = ["First", "Advertisement", "Beds", "Second"].map { words in
        part.ranges(of: words).last.map { part.utf8.distance(from: part.startIndex, to: $0.lowerBound) } ?? -1
      }
      #expect(places == places.sorted() && !places.contains(-1))
      #expect(part.ranges(of: "Beds").count == 1)
    }
  }

  @Test func bothPartsHaveEverythingOfIt() throws {
    let found = try parts(
      renderer { sponsor in
        sponsor.label = "From our partner"
        sponsor.image = .init(url: "https://shop.example/bed.png", alt: "A bed")
      })
    for part in found { #expect(part.contains("From our partner") && !part.contains("Advertisement")) }
    #expect(found[0].contains("src=\"https://shop.example/bed.png\" alt=\"A bed\""))
    #expect(
      found[1].contains(
        "From our partner\n----------------\n\nBeds & cats\n[A bed]\nhttps://shop.example/?a=1&b=2\n"))
    #expect(found[2].contains("<a href=\"https://shop.example/?a=1&amp;b=2\" rel=\"sponsored\">Beds &amp; cats</a>"))
  }

  /// The issue is of 23 November 2026.
  @Test(arguments: [
    (nil, true), ("2026-11-22", false), ("2026-11-23", true), ("2026-11-24", true), ("2027-01-01", true),
  ])
  func itEnds(_ until: String?, _ isShown: Bool) throws {
    for part in try parts(renderer { $0.until = until }) {
      #expect(part.contains("Beds") == isShown)
      #expect(part.contains("Advertisement") == isShown)
    }
  }

  @Test(arguments: [
    ("https://shop.example/?a=1", "https://shop.example/?a=1&utm_source=n"),
    ("https://shop.example/?utm_source=own", "https://shop.example/?utm_source=own\n"),
  ])
  func itsLinkIsTaggedLikeOthers(_ link: String, _ expected: String) throws {
    let found = try parts(renderer(utm: UTMParameters([.init("utm_source", "n")])) { $0.link = link })
    #expect(found[1].contains(expected))
    #expect(found[0].contains(expected.replacing("&", with: "&amp;").replacing("\n", with: "\"")))
    #expect(found[2].contains("href=\"\(link)\""))
  }

  @Test(arguments: ["digest.html", "digest.text", "archive.html"])
  func templatesThatWouldLoseItStopTheIssue(_ name: String) throws {
    let renderer = try renderer([name: "{{unsubscribe_url}}{{site.publisher}}"]) { _ in }
    #expect(throws: EditionError.noSponsor(name)) {
      _ = try renderer.edition(of: issue, following: [ms, all])
      _ = try renderer.archivePage(of: issue)
    }
  }

  @Test func anIssueCutBackKeepsIt() throws {
    let many = (1...400).map { editionArticle("\($0)", String(repeating: "Long title ", count: 20)) }
    let renderer = try renderer { _ in }
    let edition = try #require(try renderer.edition(of: editionIssue([(ms, many)]), following: [ms]))
    #expect(edition.html.utf8.count <= MailSize.longestHTML)
    for part in [edition.html, edition.text] { #expect(part.contains("Beds")) }
  }
}
