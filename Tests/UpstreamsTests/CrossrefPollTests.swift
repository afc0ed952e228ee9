import Model
import Testing
import Time
import Upstreams

private let base = "https://api.example"
private let fields =
  "DOI,title,container-title,author,created,issued,posted,published-online,published-print,abstract,subject,relation,"
  + "update-to,updated-by"

private func works(_ cursor: String = "*") -> String {
  "\(base)/works?filter=issn:1476-5381,from-created-date:2026-10-31&select=\(fields)&sort=created&order=desc&rows=100&cursor=\(cursor)"
}

private func answer(_ works: [String], next: String = "") -> String {
  "{\"status\":\"ok\",\"message-type\":\"work-list\",\"message\":{\"next-cursor\":\"\(next)\",\"total-results\":1,\"items\":[\(works.joined(separator: ","))]}}"
}

private func work(_ number: Int, _ more: String = "") -> String {
  "{\"DOI\":\"10.1111/BPH.\(number)\",\"title\":[\"Work <i>\(number)</i> &amp; more\"],\"container-title\":[\"British Journal of Pharmacology\"],"
    + "\"created\":{\"date-parts\":[[2026,11,27]],\"date-time\":\"2026-11-27T06:33:00Z\",\"timestamp\":1}\(more)}"
}

private func asking() -> UpstreamQuestion { question(.crossref(filter: "issn:1476-5381"), base) }

private func item(_ more: String) throws -> UpstreamItem {
  let site = CannedSite()
  site.set(works(), answer([work(1, more)]))
  return try #require(try document(asking(), site).items.first)
}

@Suite struct CrossrefPollTests {
  @Test func aPaperIsReadFromItsCrossrefRecord() throws {
    let found = try item(
      ",\"author\":[{\"given\":\"Ann\",\"family\":\"Lee\",\"sequence\":\"first\",\"affiliation\":[]},{\"name\":\"The Group\"}],"
        + "\"published-print\":{\"date-parts\":[[2027,3]]},\"issued\":{\"date-parts\":[[2026,11,20]]},\"subject\":[\"Pharmacology\"],"
        + "\"abstract\":\"<jats:title>Abstract</jats:title><jats:sec><jats:title>Aims</jats:title><jats:p>Ca<jats:sup>2+</jats:sup> <jats:italic>in vivo</jats:italic>.</jats:p></jats:sec>\""
    )
    var expected = UpstreamItem(title: "Work 1 & more")
    expected.guid = "doi:10.1111/bph.1"
    expected.link = "https://doi.org/10.1111/bph.1"
    expected.body = "<h3>Aims</h3>\n<p>Ca<sup>2+</sup> <em>in vivo</em>.</p>\n"
    // When the record was made, never the date of the printed issue.
    expected.published = Instant(rfc3339: "2026-11-27T06:33:00Z")
    expected.categories = ["Pharmacology"]
    expected.authors = ["Ann Lee", "The Group"]
    expected.papers = ["doi:10.1111/bph.1"]
    expected.citation = Article.Citation(
      title: expected.title, journal: "British Journal of Pharmacology", doi: "10.1111/bph.1", url: expected.link,
      published: "2026-11-20")
    #expect(found == expected)
  }

  @Test func anAbstractThatIsTooLongIsRemarkedOn() throws {
    let site = CannedSite()
    let paragraph = String(repeating: "words ", count: 17_000)
    let long = String(repeating: "<jats:p>\(paragraph)</jats:p>", count: 10)
    site.set(works(), answer([work(1, ",\"abstract\":\"\(long)\""), work(2)]))
    let found = try document(asking(), site)
    #expect(
      found.remarks == [
        "“Work 1 & more” (doi:10.1111/bph.1) has a record longer than 1 MB, of which only the beginning is used"
      ])
    #expect(found.items.count == 2)
    #expect((found.items.first?.body.utf8.count ?? 0) > 900_000)
  }

  @Test(arguments: [
    ("[[2026]]", "2026"), ("[[2026,3]]", "2026-03"), ("[[2026,3,1]]", "2026-03-01"), ("[[null]]", nil), ("[]", nil),
    ("[[2026,13]]", "2026"), ("[[2026,2,31]]", "2026-02"), ("\"x\"", nil),
  ])
  func aDateMayHaveOnlyAYear(_ parts: String, _ date: String?) throws {
    #expect(try item(",\"issued\":{\"date-parts\":\(parts)}").citation?.published == date)
  }

  @Test(arguments: [
    ("Plain & <b>bold</b>", "<p>Plain &amp; <strong>bold</strong></p>"), ("Only text", "<p>Only text</p>"),
    ("&lt;jats:p&gt;Escaped twice&lt;/jats:p&gt;", "<p>Escaped twice</p>"),
    (
      "<jats:p>a <jats:inline-formula><jats:alternatives><jats:tex-math>$$x$$</jats:tex-math><mml:math><mml:mi>x</mml:mi></mml:math>"
        + "</jats:alternatives></jats:inline-formula> b</jats:p>", "<p>a x b</p>"
    ),
    ("<jats:p><script>alert(1)</script><a href='javascript:x'>y</a></jats:p>", "<p>alert(1)y</p>"),
    ("<jats:p>Cut off", "<p>Cut off</p>"),
    ("<jats:list><jats:list-item><jats:p>One</jats:p></jats:list-item></jats:list>", "<ul><li>One</li></ul>"),
  ])
  func anAbstractBecomesSafeHTML(_ jats: String, _ html: String) throws {
    let found = try item(",\"abstract\":\"\(jats)\"")
    #expect(found.body.replacing("\n", with: "").replacing("<li> One </li>", with: "<li>One</li>") == html)
  }

  @Test func aPreprintIsAnotherKeyOfThePaper() throws {
    let found = try item(
      ",\"relation\":{\"has-preprint\":[{\"id-type\":\"doi\",\"id\":\"10.48550/arXiv.2601.00001v2\",\"asserted-by\":\"subject\"}],\"cites\":[{\"id-type\":\"doi\",\"id\":\"10.1/2\"}]}"
    )
    #expect(found.papers == ["doi:10.1111/bph.1", "doi:10.48550/arxiv.2601.00001", "arxiv:2601.00001"])
  }

  @Test func retractionsAreRemarkedOn() throws {
    let site = CannedSite()
    site.set(works(), answer([work(1, ",\"update-to\":[{\"DOI\":\"10.1/2\",\"type\":\"retraction\"}]")]))
    let remark = "“Work 1 & more” (doi:10.1111/bph.1) is the retraction of another paper"
    #expect(try document(asking(), site).remarks == [remark])
  }

  @Test func pagesAreReadUntilOneHasNothingNew() throws {
    let site = CannedSite()
    site.set(works(), answer((0..<100).map { work($0) }, next: "a+b="))
    site.set(works("a%2Bb%3D"), answer((100..<200).map { work($0) }, next: "c"))
    site.set(works("c"), answer((200..<250).map { work($0) }, next: "d"))
    #expect(try document(asking(), site).items.count == 250)
    #expect(site.asked.count == 3)
    var again = asking()
    again.known = Set((0..<200).map { ItemKey.paper("doi:10.1111/bph.\($0)") })
    #expect(try document(again, site).items.count == 100)
    #expect(site.asked.count == 4)
  }

  @Test func aCursorThatGoesInCirclesEnds() throws {
    let site = CannedSite()
    site.set(works(), answer((0..<100).map { work($0) }, next: "a"))
    site.set(works("a"), answer((0..<100).map { work($0) }, next: "a"))
    #expect(try document(asking(), site).items.count == 100)
    #expect(site.asked.count == 2)
  }

  @Test func requestsIdentifyTheOperator() {
    let site = CannedSite()
    var question = asking()
    question.contact = "ann@example.org"
    _ = outcome(question, site)
    #expect(site.asked == [works() + "&mailto=ann%40example.org"])
  }

  @Test(arguments: ["", "Resource not found.", "[]", "{\"status\":\"failed\"}", "{\"message\":{}}"])
  func anUnusableAnswerIsAFailure(_ text: String) {
    let site = CannedSite()
    site.set(works(), text)
    #expect(failure(asking(), site)?.sentence == "Crossref's answer cannot be read")
  }
}
