import Captures
import CourantTesting
import Model
import Testing
import Time

@Suite struct TextCaptureTests {
  private static let known = ["Na-channels", "sleep-wake cycle", "salt metabolism"]

  @Test func aCapturedPageBecomesADraft() throws {
    let file = try ImportedFile(capturedText, known: Self.known)
    #expect(
      file.text == """
        ---
        title: How Salt Changes Sleep
        date: 2026-11-20
        draft: true
        topics: [Na‐channels, sleep–wake cycle, salt metabolism]
        summary: New research shows that salt at night can make sleep lighter.
        source:
          journal: "Journal of examples : invented"
        related:
          - title: "Tea and Sleep: What You Need to Know"
            date: 2026-12-31
            summary: Learn how tea in the evening can change the way people sleep and what this means for a good many da…
          - title: A Short Walk
            date: 2026-05-01
            summary: Study finds that walking helps.
        ---

        ## What They Found

        The study looked at how salt, eaten late, changes the sleep of mice. They found that it made sleep lighter for hours.

        ## Who Should Care and Why

        This matters to people who sleep badly. If salt isn’t needed, it’s easy to leave out; speak with your doctor first.

        ## Important Considerations

        The study was conducted on mice, so the results may not apply to people.

        """)
    #expect(file.name == "how-salt-changes-sleep")
  }

  @Test func eachFieldStatesItsOriginAndWhetherToConfirmIt() throws {
    let findings = try ImportedFile(capturedText, known: Self.known).findings
    let lines = findings.map { "\($0) (\($0.weight))" }
    #expect(
      lines.filter { $0.contains("page:1:") || $0.contains("page:8:") || $0.contains("page:23:") } == [
        "page:1: `title` is \"How Salt Changes Sleep\", from this line, repeated in line 3 (notice)",
        "page:8: `summary` is \"New research shows that salt at night can make sleep lighter.\", from the paragraph after the label "
          + "of the takeaway (notice)",
        "page:23: `topics` is \"Na‐channels\", \"sleep–wake cycle\", \"salt metabolism\", from the line of topics, split by the "
          + "topics that are known (notice)",
      ])
    #expect(
      try ImportedFile(capturedText, known: Self.known).questions == [
        "page: `date` is 2026-11-20, when the file was last changed, because the page has no date; correct it, or use --date",
        "page: `draft: true` hides the article; remove it when everything is confirmed",
        "page:4: `credibility` is shown as a picture, which text does not have; add it",
        "page:5: `interest` is shown as a picture, which text does not have; add it",
        "page:27: 2026-12-31, the date of a related article, is in the future; confirm it",
        "page:45: the journal is all that the page says of the paper; add its title and its DOI to `source`",
      ])
  }

  /// Differences in the capture that change nothing in the article.
  private static let sameArticles: [(String, @Sendable (String) -> String)] = [
    ("CRLF and a byte order mark", { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }),
    ("no blank lines", { $0.replacing("\n\n", with: "\n") }),
    ("blank lines everywhere", { $0.replacing("\n", with: "\n\n\n") }),
    ("spaces at the ends", { $0.replacing("\n", with: " \t\n\u{A0}") }),
    ("a menu above", { "Skip to content\nHome\nTopics\nRelated\nAll Articles\n\n" + $0 }),
    (
      "the title of the window",
      { "How Salt Changes Sleep | Sleep News\n" + $0.dropFirst("How Salt Changes Sleep\n".count) }
    ),
    ("the takeaway after its label", { $0.replacing("Key Takeaway\n\n", with: "Key takeaway: ") }),
    ("the topics after their label", { $0.replacing("Article Topics:\n", with: "Article topics: ") }),
    (
      "topics in lines",
      {
        $0.replacing("channelssleep", with: "channels\nsleep").replacing("cyclesalt", with: "cycle\n\nsalt")
      }
    ),
    (
      "topics with commas",
      { $0.replacing("channelssleep", with: "channels, sleep").replacing("cyclesalt", with: "cycle, salt") }
    ),
    (
      "other words below",
      {

        $0.replacing("Read More", with: "Learn more").replacing("You May Also Like", with: "Related Articles")
      }
    ),
    (
      "other words about the site",
      { $0.replacing("Understanding Sleep Research", with: "About What We Do") }
    ),
  ]

  @Test(arguments: sameArticles.indices) func capturesWithTheSameContentGiveTheSameArticle(_ index: Int) throws {
    let (name, change) = Self.sameArticles[index]
    let usual = try ImportedFile(capturedText, known: Self.known)
    #expect(try ImportedFile(change(capturedText), known: Self.known).text == usual.text, "\(name)")
  }

  @Test func aCaptureInUTF16IsRead() throws {
    var settings = CaptureSettings()
    settings.topics = KnownTopics(Self.known)
    let bytes: [UInt8] =
      [0xFF, 0xFE] + capturedText.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let dates = ImportedFile.Dates(written: nil, modified: CivilTime(2026, 11, 20), today: CivilTime(2026, 11, 30))
    let file = try ImportedFile(bytes, path: "page", settings: settings, dates: dates)
    #expect(file.text == (try ImportedFile(capturedText, known: Self.known)).text)
  }

  @Test func linesThatAProgramBrokeAreJoined() throws {
    let wrapped = capturedText.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      var rows = [""]
      for word in line.split(separator: " ") {
        if rows[rows.count - 1].count + word.count > 70 { rows.append("") }
        rows[rows.count - 1] += (rows[rows.count - 1].isEmpty ? "" : " ") + word
      }
      return rows.joined(separator: "\n")
    }
    #expect(
      try ImportedFile(wrapped.joined(separator: "\n"), known: Self.known).text
        == (try ImportedFile(capturedText, known: Self.known)).text)
  }

  @Test func otherSectionsAreKnownByTheirShape() throws {
    let text = capturedText.replacing("What They Found", with: "Results at a Glance")
      .replacing("Who Should Care and Why", with: "What does it mean for me?").replacing(
        "Important Considerations", with: "Limits:")
    let headings = try ImportedFile(text).body.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(headings == ["## Results at a Glance", "## What does it mean for me?", "## Limits"])
  }

  @Test func topicsMayComeBeforeTheText() throws {
    let start = try #require(capturedText.firstRange(of: "Article Topics:"))
    let end = try #require(capturedText.firstRange(of: "You May"))
    let topics = capturedText[start.lowerBound..<end.lowerBound]
    let rest = capturedText.replacing(topics, with: "")
    let moved = rest.replacing("Key Takeaway", with: topics + "Key Takeaway")
    #expect(try ImportedFile(moved, known: Self.known).text == (try ImportedFile(capturedText, known: Self.known)).text)
  }

  @Test func partsThatAreMissingAreNotInvented() throws {
    let end = try #require(capturedText.firstRange(of: "Article Topics:"))
    let file = try ImportedFile(String(capturedText[..<end.lowerBound]))
    #expect(file.matter.map { $0.prefix { $0 != ":" } } == ["title", "date", "draft", "summary"])
    #expect(file.body == (try ImportedFile(capturedText)).body)
    #expect(file.questions.contains("page: no topics were found; add `topics`"))
    #expect(file.questions.contains("page: the page does not name the paper; add `source`"))
    let plain = try ImportedFile("A Title\n\nA paragraph that says something. It ends here.\n")
    #expect(plain.matter == ["title: A Title", "date: 2026-11-20", "draft: true"])
    #expect(plain.body == "A paragraph that says something. It ends here.\n")
  }

  @Test func theSiteTextIsKnownWithoutAListAboveIt() throws {
    let start = try #require(capturedText.firstRange(of: "You May"))
    let end = try #require(capturedText.firstRange(of: "Understanding"))
    let file = try ImportedFile(
      capturedText[..<start.lowerBound] + String(capturedText[end.lowerBound...]), known: Self.known)
    #expect(file.body == (try ImportedFile(capturedText)).body)
    #expect(file.matter.contains("  journal: \"Journal of examples : invented\""))
    #expect(file.line("topics") == "topics: [Na‐channels, sleep–wake cycle, salt metabolism]")
  }

  /// Lines below "Credibility", or above the takeaway, and what becomes of them.
  private static let headers: [(String, String)] = [
    ("Credibility\n4.5", "credibility: 4.5"), ("Credibility\n4/5", "credibility: 4"),
    ("Credibility: 3 out of 5", "credibility: 3"),
    ("Credibility\n★★★☆☆", "credibility: 3"), ("Credibility\n4,5", "credibility: 4.5"), ("Credibility\n70%", ""),
    ("Credibility\n7", ""),
    ("Interest: 2", "interest: 2"), ("By Ann Archer", "authors: [Ann Archer]"),
    ("Published: March 3, 2026", "date: 2026-03-03"),
    ("2026-03-03", "date: 2026-03-03"), ("3/4/2026", "date: 2026-03-04"), ("3 minutes", ""),
  ]

  @Test(arguments: headers) func factsAboveTheTakeawayAreRead(_ written: String, _ line: String) throws {
    let text = capturedText.replacing("Credibility\nInterest", with: written)
    let matter = try ImportedFile(text).matter
    #expect(line.isEmpty ? matter.filter { $0.hasPrefix("credibility") }.isEmpty : matter.contains(line), "\(matter)")
  }

  /// Without a day after the twelfth, the order of a date is unknown.
  @Test func ambiguousDatesStayAsTheyAre() throws {
    let text = capturedText.replacing("12/31/2026", with: "5/2/2026")
    let file = try ImportedFile(text)
    #expect(file.matter.contains("    date: \"5/2/2026\""))
    #expect(
      file.questions.contains("page:27: \"5/2/2026\" could be two days; write the date in `related` as 2026-11-23"))
    let us = try ImportedFile(text) { $0.readsUSDates = true }
    #expect(us.matter.contains("    date: 2026-05-02"))
    let european = try ImportedFile(capturedText.replacing("12/31/2026", with: "31/12/2026"))
    #expect(european.matter.contains("    date: 2026-01-05"))
  }

  @Test func missingPartsOfAnArticleAreReported() throws {
    for text in ["", "\n \n", "\u{FEFF}"] {
      let file = try ImportedFile(text)
      #expect(file.text == nil)
      #expect(file.questions.contains("page: no title was found; an article must have one"))
    }
    let title = try ImportedFile("Only a title\n")
    #expect(title.text == nil)
    #expect(title.questions.contains { $0.hasPrefix("page: no text of an article was found") })
  }

  @Test(arguments: ["---\ntitle: x\n---\n", "+++\ntitle = 'x'\n+++\n", "%PDF-1.7\n", "a\u{0}b"])
  func otherFilesAreRefused(_ text: String) { #expect(throws: PageRefusal.self) { try ImportedFile(text) } }

  /// Any part of a capture is read, gives the same twice, and never loses its draft.
  @Test func brokenCapturesAreRead() throws {
    var numbers = SeededNumbers()
    let lines = capturedText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<60 {
      var some = Array(lines.prefix(Int.random(in: 0...lines.count, using: &numbers)))
      if Bool.random(using: &numbers) { some.shuffle(using: &numbers) }
      let whole = some.joined(separator: "\n")
      let text = String(whole.prefix(Int.random(in: 0...max(1, whole.count), using: &numbers)))
      let file = try ImportedFile(text, known: Self.known)
      #expect(file.text == (try ImportedFile(text, known: Self.known)).text)
      if file.text != nil { #expect(file.matter.contains("draft: true")) }
    }
  }
}
