import CourantTesting
import Foundation
import Testing

/// `courant import` of a URL, a DOI and a PubMed number, with the binary and a server on this machine.
@Suite struct ImportFromNetworkTests {
  private static let work = """
    {"status":"ok","message-type":"work","message":{"DOI":"10.1111/BPH.1","title":["Salt &amp; sleep: a trial"],\
    "container-title":["British Journal of Pharmacology"],"author":[{"given":"Ann","family":"Lee"},{"name":"The Group"}],\
    "published-online":{"date-parts":[[2026,11,3]]},"created":{"date-time":"2026-11-04T00:00:00Z"},\
    "abstract":"<jats:p>Salt --> less <jats:italic>sleep</jats:italic>.</jats:p>"}}
    """

  private static let draft = """
    ---
    title: "Salt & sleep: a trial"
    draft: true
    authors: [Ann Lee, The Group]
    source:
      title: "Salt & sleep: a trial"
      journal: British Journal of Pharmacology
      doi: "10.1111/bph.1"
      url: https://doi.org/10.1111/bph.1
      published: 2026-11-03
    ---

    <!--
    The abstract, from Crossref:

    Salt -- > less *sleep*.
    -->

    """

  private static let page = """
    <!DOCTYPE html><html><head><title>Salt</title><script type="application/ld+json">{"@type":"BlogPosting",\
    "headline":"Salt at night","datePublished":"2026-11-03"}</script></head><body><article><h1>Salt at night</h1>\
    <p>See <a href="/more">more</a>.</p></article></body></html>
    """

  private let site: SampleSite

  init() throws { site = try SampleSite(feeds: ["all": ["*"]]) }

  private func server() throws -> HTTPServer {
    try HTTPServer { request in
      let path = request.line.split(separator: " ")[1]
      if path.hasPrefix("/works/10.1111/bph.1") { return .response(HTTPScript(text: Self.work)) }
      if path.hasPrefix("/efetch.fcgi?db=pubmed&id=39123456&") {
        let article = "<PMID>39123456</PMID><Article><ArticleTitle>Salt.</ArticleTitle></Article>"
        return .response(
          HTTPScript(
            text:
              "<PubmedArticleSet><PubmedArticle><MedlineCitation>\(article)</MedlineCitation></PubmedArticle></PubmedArticleSet>"
          ))
      }
      if path == "/blog/salt" { return .response(HTTPScript(200, [("Content-Type", "text/html")], text: Self.page)) }
      return .status(path == "/broken" ? 500 : 404)
    }
  }

  private func courant(_ words: String...) throws -> CourantProcess.End {
    try CourantProcess(["import"] + words + ["--allow-private", "--site", site.path]).wait()
  }

  @Test func aDOIBecomesADraft() throws {
    let server = try server()
    defer { server.stop() }
    let words = ["10.1111/BPH.1", "--crossref", server.origin + "/"]
    let end = try courant(words[0], words[1], words[2])
    #expect(end.code == 0, "\(end.errors)")
    #expect(end.output == "\(site.path)/articles/salt-sleep-a-trial.md: written\n")
    #expect(site.folder.text("articles/salt-sleep-a-trial.md") == Self.draft)
    #expect(
      end.errors.contains("10.1111/bph.1: `source.journal` is \"British Journal of Pharmacology\", from Crossref\n"))
    #expect(end.errors.contains("10.1111/bph.1: `title` is that of the paper; write that of your article (confirm)\n"))
    // The same input gives the same bytes.
    #expect(try courant(words[0], words[1], words[2]).output.hasSuffix(": unchanged\n"))
    #expect(server.requests.allSatisfy { $0.fields["user-agent"]?.hasPrefix("Courant/") == true })
    #expect(try CourantProcess(["check", "--offline", "--site", site.path]).wait().code == 0)
  }

  @Test func aNumberOfPubMedBecomesADraft() throws {
    let server = try server()
    defer { server.stop() }
    let end = try courant("39123456", "--pubmed", server.origin, "--date", "2026-11-20", "--dry-run")
    #expect(end.code == 0, "\(end.errors)")
    #expect(
      end.output == """
        ---
        title: Salt
        date: 2026-11-20
        draft: true
        source:
          title: Salt
          url: https://pubmed.ncbi.nlm.nih.gov/39123456/
        ---


        """)
  }

  @Test func aURLIsImportedLikeASavedPage() throws {
    let server = try server()
    defer { server.stop() }
    let end = try courant(server.origin + "/blog/salt", "--dry-run")
    #expect(end.code == 0, "\(end.errors)")
    #expect(end.output.hasPrefix("---\ntitle: Salt at night\ndate: 2026-11-03\ndraft: true\n"))
    #expect(end.output.hasSuffix("\nSee [more](\(server.origin)/more).\n"))
  }

  @Test func privateAddressesAreRefusedWithoutTheFlag() throws {
    let server = try server()
    defer { server.stop() }
    let port = server.port
    for host in ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "127.1", "10.0.0.1", "169.254.169.254"] {
      let end = try CourantProcess(["import", "http://\(host):\(port)/blog/salt", "--site", site.path]).wait()
      #expect(end.code == 69, "\(host)")
      #expect(end.errors.hasPrefix("http://\(host):\(port)/blog/salt: "), "\(end.errors)")
      #expect(end.errors.hasSuffix("; --allow-private permits it\n"), "\(end.errors)")
    }
    let words = ["10.1111/bph.1", "--crossref", server.origin]
    let paper = try CourantProcess(["import"] + words + ["--site", site.path]).wait()
    #expect(paper.code == 69 && paper.errors.hasSuffix("; --allow-private permits it\n"), "\(paper.errors)")
    #expect(server.requests.isEmpty)
  }

  @Test func missingPagesAreNamed() throws {
    let server = try server()
    defer { server.stop() }
    for (subject, code, sentence) in [
      (
        "10.1111/other", 65,
        "10.1111/other: Crossref does not know it; check it, or import the page of the paper by its URL\n"
      ),
      ("\(server.origin)/none", 65, "\(server.origin)/none: its server answers 404\n"),
      ("\(server.origin)/broken", 69, "\(server.origin)/broken: its server answers 500\n"),
    ] {
      let end = try courant(subject, "--crossref", server.origin, "-q")
      #expect(end.code == code)
      #expect(end.errors == sentence)
    }
    #expect(!site.folder.files().contains { $0.hasPrefix("articles/") })
  }
}
