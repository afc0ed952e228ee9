import Model
import Testing
import Upstreams

@Suite struct PaperLookUpTests {
  @Test(arguments: [
    ("10.1111/BPH.17123", PaperName.doi("10.1111/bph.17123")), ("doi:10.1111/bph.17123", .doi("10.1111/bph.17123")),
    ("https://doi.org/10.1016/S1474-4422(26)00012-3", .doi("10.1016/s1474-4422(26)00012-3")),
    ("http://dx.doi.org/10.1111%2Fbph.17123", .doi("10.1111/bph.17123")),
    (
      "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
      .doi("10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2")
    ), ("39123456", .pmid("39123456")),
    ("PMID: 39123456", .pmid("39123456")), ("pmid39123456", .pmid("39123456")),
    ("https://pubmed.ncbi.nlm.nih.gov/39123456/?utm_source=x", .pmid("39123456")),
  ])
  func aPaperIsNamedInManyWays(_ written: String, _ name: PaperName) { #expect(PaperName(written) == name) }

  @Test(arguments: [
    "", "page.html", "10.1111", "0", "1234567890", "https://journal.example/10.1111/bph.17123",
    "https://a.example/39123456",
    "articles/10.1111/x",
  ])
  func otherThingsAreNotPapers(_ written: String) { #expect(PaperName(written) == nil) }

  private func lookUp(_ name: PaperName, _ result: FetchAnswer.Result) -> (asked: String, PaperLookUp.Outcome) {
    let request = FetchRequest(url: "", userAgent: "c")
    var lookUp = PaperLookUp(name, base: "https://api.example", like: request, contact: "ann@example.org")
    let asked = lookUp.next(after: nil)?.url ?? ""
    #expect(lookUp.next(after: FetchAnswer(result, url: asked)) == nil)
    return (asked, lookUp.outcome)
  }

  @Test func crossrefIsAskedForADOI() {
    let work = "{\"message\":{\"DOI\":\"10.1000/<A>#1\",\"title\":[\"Salt\"],\"container-title\":[\"Brain\"]}}"
    let (asked, outcome) = lookUp(.doi("10.1000/<a>#1"), .document(Array(work.utf8)))
    #expect(asked == "https://api.example/works/10.1000/%3Ca%3E%231?mailto=ann%40example.org")
    guard case .found(let paper) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(paper.title == "Salt")
    #expect(paper.journal == "Brain")
  }

  @Test func pubMedIsAskedForANumber() {
    let records = [7, 8].map {
      "<PubmedArticle><MedlineCitation><PMID>\($0)</PMID><Article><ArticleTitle>Paper \($0).</ArticleTitle></Article></MedlineCitation></PubmedArticle>"
    }
    let answer = "<PubmedArticleSet>\(records.joined())</PubmedArticleSet>"
    let (asked, outcome) = lookUp(.pmid("8"), .document(Array(answer.utf8)))
    #expect(
      asked == "https://api.example/efetch.fcgi?db=pubmed&id=8&retmode=xml&tool=courant&email=ann%40example.org")
    guard case .found(let paper) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(paper.title == "Paper 8")
  }

  @Test func papersThatTheDatabasesLackAreUnknown() {
    let answers: [(PaperName, FetchAnswer.Result)] = [
      (.doi("10.1000/1"), .status(404)), (.pmid("1"), .status(400)),
      (.doi("10.1000/1"), .document(Array("{\"message\":{\"DOI\":\"10.1000/1\",\"title\":[]}}".utf8))),
      (.pmid("1"), .document(Array("<PubmedArticleSet></PubmedArticleSet>".utf8))),
    ]
    for (name, answer) in answers {
      guard case (_, .unknown) = lookUp(name, answer) else {
        Issue.record("\(name) \(answer)")
        continue
      }
    }
  }

  @Test func otherAnswersAreFailures() {
    let answers: [(PaperName, FetchAnswer.Result)] = [
      (.doi("10.1000/1"), .status(503)), (.pmid("1"), .status(429)), (.doi("10.1000/1"), .document([])),
      (.pmid("1"), .document(Array("<html>".utf8))), (.pmid("1"), .failed(FetchFailure(.timedOut, "it took too long"))),
    ]
    for (name, answer) in answers {
      guard case (_, .failed) = lookUp(name, answer) else {
        Issue.record("\(name) \(answer)")
        continue
      }
    }
  }
}
