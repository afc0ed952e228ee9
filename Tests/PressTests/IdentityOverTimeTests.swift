import CourantTesting
import Foundation
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing

/// Published articles do not disappear, and mailed ones are not mailed again, regardless of what happens to the files.
@Suite struct IdentityOverTimeTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    try site.file("first-name", "MOGAD, seen twice", dated: "2026-11-19", words: "long")
    try site.file("other", "Sleep and memory", dated: "2026-11-18", words: "other")
    newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-15T12:00:00Z")
    _ = try newsroom.run("2026-11-23T07:05:00Z")
  }

  @Test func theFirstIssueHasBoth() throws {
    #expect(try newsroom.articles("weekly", 1) == ["first-name", "other"])
  }

  @Test func aRenamedFileKeepsItsIdItsPageAndItsPlaceInTheFeeds() throws {
    let before = site.publicFiles
    try site.move("first-name.md", to: "better-name.md")
    let report = try newsroom.run("2026-11-23T08:00:00Z")
    #expect(
      report.notices == [
        "articles/better-name.md: contains the article that was in articles/first-name.md; it keeps its id "
          + "`first-name` and its page"
      ])
    #expect(report.exitCode == .done)
    #expect(site.publicFiles == before)
    #expect(try newsroom.run("2026-11-23T08:05:00Z").notices == [])
    #expect(try newsroom.run("2026-11-30T07:05:00Z").issues == [])
  }

  /// Each line is one run: the moves before it.
  @Test(arguments: [
    ["first-name.md > First-Name.md"],
    ["first-name.md > first-name/index.md"],
    ["first-name.md > first-name/index.md", "first-name/ > second-name/"],
    ["first-name.md > 2026/november/first-name.md"],
    ["first-name.md > b.md", "b.md > c.md", "c.md > d.md"],
    ["first-name.md > b.md", "b.md > first-name.md"],
    ["first-name.md > x.md, other.md > first-name.md, x.md > other.md"],
    ["first-name.md > b.md, other.md > c.md"],
    ["first-name.md > ../away.txt", "../away.txt > b.md"],
    ["first-name.md > b.markdown"],
    ["first-name.md > über uns.md"],
  ])
  func noWayOfMovingFilesMailsAnArticleAgain(_ steps: [String]) throws {
    for (day, step) in steps.enumerated() {
      for move in step.split(separator: ", ") {
        let names = move.split(separator: " > ").map(String.init)
        try site.move(names[0], to: names[1])
      }
      let report = try newsroom.run("2026-11-24T0\(day):00:00Z")
      #expect(report.problems == [], "\(step)")
    }
    #expect(try newsroom.ledger.articles().map(\.id.text).sorted() == ["first-name", "other"])
    #expect(try newsroom.run("2026-11-30T07:05:00Z").issues == [])
    #expect(newsroom.mails.count == 1)
    #expect(try newsroom.ledger.withdrawals() == [])
  }

  /// One `ü` of two characters, as macOS wrote them, and of one.
  @Test(arguments: [
    ["first-name.md > u\u{308}ber.md", "u\u{308}ber.md > \u{fc}ber.md", "\u{fc}ber.md > u\u{308}ber.md"],
    ["first-name.md > u\u{308}/post.md", "u\u{308}/ > \u{fc}/"],
    ["first-name.md > u\u{308}/index.md", "u\u{308}/ > \u{fc}/", "\u{fc}/index.md > \u{fc}.md"],
  ])
  func aNameThatIsComposedOtherwiseIsTheSameArticle(_ steps: [String]) throws {
    try noWayOfMovingFilesMailsAnArticleAgain(steps)
  }

  @Test func aCopyUnderANameInAnotherUnicodeFormIsAFaultAndTheSiteGoesOn() throws {
    try site.move("first-name.md", to: "u\u{308}.md")
    _ = try newsroom.run("2026-11-24T09:00:00Z")
    try site.copy("u\u{308}.md", to: "\u{fc}.md")
    let report = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(report.exitCode == .badContent)
    #expect(report.problems.count == 1)
    try site.file("third", "Third", dated: "2026-11-24", words: "third")
    _ = try newsroom.run("2026-11-24T11:00:00Z")
    try site.folder.remove("articles/u\u{308}.md")
    #expect(try newsroom.run("2026-11-24T12:00:00Z").exitCode == .done)
    #expect(try newsroom.ledger.articles().map(\.id.text).sorted() == ["first-name", "other", "third"])
  }

  /// The new file is read first, since its path comes first.
  @Test func aNewFileDoesNotTakeTheWrittenIdOfAnArticleThatIsEditedInTheSameRun() throws {
    try site.file("z", "Zebrafish", dated: "2026-11-24", words: "zebra", more: ["id: a"])
    _ = try newsroom.run("2026-11-24T09:00:00Z")
    try site.file("z", "Zebrafish, again", dated: "2026-11-24", words: "zebra", more: ["id: a"])
    try site.file("a", "Axons", dated: "2026-11-24", words: "alpha")
    let report = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(
      report.problems == [
        "articles/a.md: articles/z.md has the same id `a`; give one of them another `id` (skipped)"
      ])
    #expect(try newsroom.ledger.article(Article.ID("a"))?.title == "Zebrafish, again")
    try site.file("a", "Axons", dated: "2026-11-24", words: "alpha", more: ["id: axons"])
    #expect(try newsroom.run("2026-11-24T11:00:00Z").problems == [])
    #expect(try newsroom.run("2026-11-30T07:05:00Z").exitCode == .done)
    #expect(try newsroom.articles("weekly", 2).sorted() == ["a", "axons"])
  }

  @Test func twoArticlesWithTheSameNameInTwoUnicodeFormsAreAFaultAndTheSiteGoesOn() throws {
    try site.file("u\u{308}", "Alpha", dated: "2026-11-24", words: "alpha")
    try site.file("\u{fc}", "Beta", dated: "2026-11-24", words: "beta")
    let report = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(report.exitCode == .badContent)
    #expect(try newsroom.ledger.articles().count == 3)
  }

  @Test func aRenameSurvivesThatAllFilesAreReadAgain() throws {
    try site.move("first-name.md", to: "better-name.md")
    _ = try newsroom.run("2026-11-23T08:00:00Z")
    let before = site.publicFiles
    try site.set("time_zone = \"Europe/London\"", to: "time_zone = \"Europe/Lisbon\"")
    try newsroom.reopen()
    let report = try newsroom.run("2026-11-23T09:00:00Z")
    #expect(report.articlesRead == 2)
    #expect(report.notices == [])
    #expect(Set(site.publicFiles.keys) == Set(before.keys))
    #expect(try newsroom.ledger.articles().map(\.id.text).sorted() == ["first-name", "other"])
  }

  @Test func anotherArticleUnderTheOldNameIsNewsWithItsOwnPage() throws {
    try site.move("first-name.md", to: "better-name.md")
    try site.file("first-name", "Quite another piece", dated: "2026-11-24", words: "new")
    let report = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(report.problems == [])
    #expect(
      try newsroom.ledger.articles().map(\.page).sorted() == [
        "articles/first-name-2/index.html", "articles/first-name/index.html", "articles/other/index.html",
      ])
    let monday = try newsroom.run("2026-11-30T07:05:00Z")
    #expect(try newsroom.articles(of: monday) == [["first-name-2"]])
    // It is edited, and all is read again.
    try site.file("first-name", "Quite another piece!", dated: "2026-11-24", words: "new")
    _ = try newsroom.run("2026-12-01T07:05:00Z")
    #expect(try newsroom.ledger.articles().map(\.id.text).sorted() == ["first-name", "first-name-2", "other"])
  }

  @Test func aLinkToARenamedFileLeadsToItsPage() throws {
    try site.move("first-name.md", to: "better-name.md")
    try site.file("third", "Third", dated: "2026-11-20", words: "See [that](better-name.md).")
    _ = try newsroom.run("2026-11-23T08:00:00Z")
    let third = try #require(try newsroom.ledger.article(Article.ID("third")))
    #expect(third.body == "<p>See <a href=\"https://news.example.org/articles/first-name/\">that</a>.</p>\n")
  }

  @Test func aCopyIsReportedAndNotMailedUntilItDiffers() throws {
    try site.copy("first-name.md", to: "copy.md")
    let report = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(
      report.problems == [
        "articles/copy.md: repeats articles/first-name.md, word for word; remove one of them, or give this one its "
          + "own `id` (skipped)"
      ])
    #expect(report.exitCode == .badContent)
    #expect(try newsroom.ledger.articles().count == 2)
    // The other way to rename a file: copy, then remove.
    try site.folder.remove("articles/first-name.md")
    #expect(try newsroom.run("2026-11-24T11:00:00Z").exitCode == .done)
    #expect(try newsroom.ledger.places().map(\.path).sorted() == ["articles/copy.md", "articles/other.md"])
    #expect(try newsroom.run("2026-11-30T07:05:00Z").issues == [])
  }

  @Test func aDraftUnderAnotherNameIsNotNewsWhenItIsPublishedAgain() throws {
    try site.file("first-name", "MOGAD, seen twice", dated: "2026-11-19", words: "long", more: ["draft: true"])
    _ = try newsroom.run("2026-11-24T10:00:00Z")
    try site.move("first-name.md", to: "better-name.md")
    _ = try newsroom.run("2026-11-24T11:00:00Z")
    try site.file("better-name", "MOGAD, seen twice", dated: "2026-11-19", words: "long")
    _ = try newsroom.run("2026-11-24T12:00:00Z")
    #expect(try newsroom.ledger.articles().map(\.id.text).sorted() == ["first-name", "other"])
    #expect(try newsroom.ledger.withdrawals() == [])
    #expect(try newsroom.run("2026-11-30T07:05:00Z").issues == [])
  }

  @Test func anotherArticleUnderTheNameOfADeletedOneIsNews() throws {
    try site.folder.remove("articles/first-name.md")
    _ = try newsroom.run("2026-11-24T10:00:00Z")
    try site.file("first-name", "Quite another piece", dated: "2026-11-25", words: "new")
    _ = try newsroom.run("2026-11-25T10:00:00Z")
    #expect(try newsroom.articles(of: try newsroom.run("2026-11-30T07:05:00Z")) == [["first-name-2"]])
  }

  @Test func aDraftThatWasRenamedAndCorrectedIsNotNews() throws {
    try site.file("first-name", "MOGAD, seen twice", dated: "2026-11-19", words: "long", more: ["draft: true"])
    _ = try newsroom.run("2026-11-24T10:00:00Z")
    try site.move("first-name.md", to: "better.md")
    _ = try newsroom.run("2026-11-24T11:00:00Z")
    try site.file("better", "MOGAD, seen twice", dated: "2026-11-19", words: "long corrected")
    _ = try newsroom.run("2026-11-24T12:00:00Z")
    #expect(try newsroom.run("2026-11-30T07:05:00Z").issues == [])
  }

  @Test func aMovedFileWithATimeInItsDateIsNotNews() throws {
    try site.folder.remove("articles/first-name.md")
    try site.file("2026/first-name", "MOGAD, seen twice", dated: "2026-11-19T09:30:00+01:00", words: "long")
    _ = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(try newsroom.run("2026-11-30T07:05:00Z").issues == [])
  }

  @Test func aCopyWithAWordChangedIsReportedAndNotMailed() throws {
    let words = (0..<60).map { "word\($0)" }.joined(separator: " ")
    try site.file("first-name", "MOGAD, seen twice", dated: "2026-11-19", words: words)
    _ = try newsroom.run("2026-11-24T10:00:00Z")
    try site.file("copy", "MOGAD, seen twice", dated: "2026-11-19", words: words + " changed")
    let report = try newsroom.run("2026-11-24T11:00:00Z")
    #expect(report.exitCode == .badContent)
    #expect(try newsroom.ledger.articles().count == 2)
  }

  private static let long = (0..<60).map { "word\($0)" }.joined(separator: " ")

  @Test func aShortTextThatWasRenamedAndRewrittenIsNotNews() throws {
    try site.folder.remove("articles/first-name.md")
    try site.file("better-name", "MOGAD, seen twice", dated: "2026-11-19", words: "Quite other words")
    let report = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(
      report.notices == [
        "articles/better-name.md: contains the article that was in articles/first-name.md; it keeps its id "
          + "`first-name` and its page"
      ])
    #expect(try newsroom.run("2026-11-30T07:05:00Z").issues == [])
  }

  /// A deleted article is known by its text in the issue that had it.
  @Test(arguments: [
    (long + " more", "2026-11-25", false), (long.replacing("word7 ", with: "other "), "2026-11-19", false),
    (long.replacing("word", with: "new"), "2026-11-19", true),
    (long.replacing("word", with: "new"), "2026-11-25", true),
  ])
  func aDeletedArticleThatIsBackIsNotNewsAndAnotherOneIs(_ words: String, _ date: String, _ isNews: Bool) throws {
    try site.file("third", "Long and mailed", dated: "2026-11-24", words: Self.long)
    let first = try newsroom.run("2026-11-30T07:05:00Z")
    #expect(try newsroom.articles(of: first) == [["third"]])
    try site.folder.remove("articles/third.md")
    _ = try newsroom.run("2026-12-01T07:05:00Z")
    let day = date == "2026-11-19" ? "2026-11-24" : "2026-12-03"
    try site.file("fourth", "Long and mailed", dated: day, words: words)
    _ = try newsroom.run("2026-12-04T07:05:00Z")
    #expect(try newsroom.run("2026-12-07T07:05:00Z").issues.isEmpty == !isNews)
  }

  @Test func oneOfTwoNearlyIdenticalNewFilesIsReported() throws {
    try site.file("third", "Twice", dated: "2026-11-24", words: Self.long)
    try site.file("fourth", "Twice", dated: "2026-11-24", words: Self.long + " more")
    let report = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(
      report.problems == [
        "articles/third.md: repeats articles/fourth.md, almost word for word, with the same title and date; remove "
          + "one of them, or give this one its own `id` (skipped)"
      ])
    #expect(try newsroom.articles(of: try newsroom.run("2026-11-30T07:05:00Z")) == [["fourth"]])
  }

  @Test(arguments: [
    "first-name", "articles/first-name.md", "articles/first-name/index.html",
    "https://news.example.org/articles/first-name/",
  ])
  func whyExplainsADeletedArticle(_ subject: String) throws {
    try site.folder.remove("articles/first-name.md")
    _ = try newsroom.run("2026-11-24T10:00:00Z")
    let why = Why(try OpenedSite(folder: site.path), ledger: newsroom.ledger, now: .at("2026-11-25T10:00:00Z"))
    #expect(
      try why.explanation(of: subject).lines == [
        "first-name: MOGAD, seen twice", "withdrawn 2026-11-24 10:00: its file articles/first-name.md is gone",
        "weekly: in issue weekly#1 of 2026-11-23 07:00",
      ])
  }

  // MARK: One name, two articles

  private static let newcomer = "---\ntitle: Quite another piece\ndate: 2026-11-24\n---\n\nOf other things.\n"

  @Test func aFileOverwrittenByAnotherArticleIsNewsAndTheFirstIsWithdrawn() throws {
    try site.folder.write(Self.newcomer, to: "articles/first-name.md")
    let report = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(report.problems == [])
    #expect(
      report.notices == [
        "articles/first-name.md: contains a new article; its id is `first-name-2`, since another article has `first-name`"
      ])
    #expect(try newsroom.ledger.withdrawals().map(\.id.text) == ["first-name"])
    let why = Why(try OpenedSite(folder: site.path), ledger: newsroom.ledger, now: .at("2026-11-25T10:00:00Z"))
    #expect(
      try why.explanation(of: "first-name").lines[1]
        == "withdrawn 2026-11-24 10:00: its file articles/first-name.md now contains another article, `first-name-2`")
    #expect(try newsroom.run("2026-11-24T11:00:00Z").notices == [])
    #expect(try newsroom.articles(of: try newsroom.run("2026-11-30T07:05:00Z")) == [["first-name-2"]])
  }

  /// Where the first article goes while another one takes its name.
  @Test(arguments: ["archive/first-name.md", "second.md", "first-name/index.md", "../posts/first-name.md"])
  func anArticleThatIsMovedAndEditedIsNotNewsWhileAnotherTakesItsName(_ path: String) throws {
    try site.add(source: "posts")
    try site.file("third", "Third", dated: "2026-11-20", words: "third", in: "posts")
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-23T09:00:00Z")
    try site.folder.remove("articles/first-name.md")
    let name = String(path.dropLast(3))
    try site.file(name, "MOGAD, seen twice", dated: "2026-11-19", words: "long corrected")
    try site.folder.write(Self.newcomer, to: "articles/first-name.md")
    let report = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(report.problems == [])
    #expect(try newsroom.ledger.withdrawals() == [])
    #expect(try newsroom.articles(of: try newsroom.run("2026-11-30T07:05:00Z")) == [["first-name-2", "third"]])
  }

  /// How the first article is hidden while another one takes its name.
  @Test(arguments: [
    ("_drafts/first-name", "2026-11-19", []), ("_first-name", "2026-11-19", []),
    ("second", "2026-11-19", ["draft: true"]), ("second", "2027-11-19", []), ("second", "2026-11-19", ["topics: [a"]),
  ])
  func anArticleThatIsHiddenIsNotNewsWhenItIsBackThoughAnotherTookItsName(
    _ path: String, _ date: String, _ more: [String]
  ) throws {
    try site.folder.remove("articles/first-name.md")
    try site.file(path, "MOGAD, seen twice", dated: date, words: "long", more: more)
    try site.folder.write(Self.newcomer, to: "articles/first-name.md")
    _ = try newsroom.run("2026-11-24T10:00:00Z")
    try site.folder.remove("articles/\(path).md")
    try site.file("third", "MOGAD, seen twice", dated: "2026-11-19", words: "long")
    _ = try newsroom.run("2026-11-24T11:00:00Z")
    #expect(try newsroom.ledger.withdrawals() == [])
    #expect(try newsroom.articles(of: try newsroom.run("2026-11-30T07:05:00Z")) == [["first-name-2"]])
  }

  @Test func aSourceThatReturnsElsewhereIsNotNewsEvenIfOthersTookItsNames() throws {
    try site.move("", to: "../away")
    try site.folder.write("", to: "articles/.keep")
    _ = try newsroom.run("2026-11-24T10:00:00Z")
    try site.folder.write(Self.newcomer, to: "articles/first-name.md")
    _ = try newsroom.run("2026-11-24T11:00:00Z")
    try site.move("../away", to: "old")
    _ = try newsroom.run("2026-11-24T12:00:00Z")
    #expect(try newsroom.articles(of: try newsroom.run("2026-11-30T07:05:00Z")) == [["first-name-2"]])
  }

  /// What happens to the original after it was copied.
  @Test(arguments: [
    ("MOGAD, seen three times", "2026-11-19", "long"), ("MOGAD, seen twice", "2026-11-19", "other words"),
    ("MOGAD, seen three times", "2026-11-19", long + " more"), ("MOGAD, seen twice", "2026-11-20", long + " more"),
    ("MOGAD, seen three times", "2026-11-20", long),
  ])
  func aCopyOfWhatAnArticleWasIsReportedAndNeitherIsNews(_ title: String, _ date: String, _ words: String) throws {
    let before = words.hasPrefix(Self.long) ? Self.long : "long"
    try site.file("first-name", "MOGAD, seen twice", dated: "2026-11-19", words: before)
    _ = try newsroom.run("2026-11-24T09:00:00Z")
    try site.copy("first-name.md", to: "a.md")
    try site.file("first-name", title, dated: date, words: words)
    for hour in 10...12 {
      let report = try newsroom.run("2026-11-24T\(hour):00:00Z")
      #expect(report.exitCode == .badContent)
      #expect(report.notices == [])
    }
    #expect(try newsroom.ledger.places().map(\.path).sorted() == ["articles/first-name.md", "articles/other.md"])
    #expect(try newsroom.run("2026-11-30T07:05:00Z").issues == [])
  }

  // MARK: One name and one title, two articles

  private static let series = (0..<60).map { "other\($0)" }.joined(separator: " ")

  /// How the first article is away while another one takes its name and its title, and where it comes back.
  @Test(arguments: [
    (isHeld: false, "archive/first-name"), (isHeld: true, "archive/first-name"), (isHeld: false, "second"),
    (isHeld: true, "second"), (isHeld: true, "first-name/index"),
  ])
  func anArticleThatWasAwayIsNotMailedAgainAndTheOneWithItsNameAndTitleIs(_ isHeld: Bool, _ path: String) throws {
    try site.folder.remove("articles/first-name.md")
    if isHeld { try site.folder.remove("articles/other.md") }
    _ = try newsroom.run("2026-11-24T08:00:00Z")
    #expect(try newsroom.ledger.losses().count == (isHeld ? 2 : 0))
    try site.file("first-name", "MOGAD, seen twice", dated: "2026-11-24", words: Self.series)
    for hour in 10...12 {
      let report = try newsroom.run("2026-11-24T\(hour):00:00Z")
      #expect(report.exitCode == .badContent || report.exitCode == .waiting)
      #expect(report.problems.filter { $0.hasPrefix("articles/") } == (hour == 10 ? [Self.question] : []))
      #expect(try newsroom.ledger.article(Article.ID("first-name")) != nil || !isHeld)
    }
    // It comes back edited.
    try site.file(path, "MOGAD, seen twice", dated: "2026-11-19", words: "long corrected")
    _ = try newsroom.run("2026-11-25T10:00:00Z")
    #expect(try newsroom.articles(of: try newsroom.run("2026-11-30T07:05:00Z")) == [["first-name-2"]])
  }

  private static let question =
    "articles/first-name.md: may be the article `first-name` that it held, which was mailed, or a new one: it has its "
    + "title and another date and text; write `id: first-name` into it if it is that article, or another `id` if it is "
    + "new; it waits until then (skipped)"

  @Test(arguments: [("first-name", []), ("issue-two", [["issue-two"]])])
  func theAnswerDecidesWhetherANamesakeIsNews(_ id: String, _ news: [[String]]) throws {
    try site.file("first-name", "MOGAD, seen twice", dated: "2026-11-24", words: Self.series)
    let page = site.publicFiles["articles/first-name/index.html"]
    #expect(try newsroom.run("2026-11-24T10:00:00Z").exitCode == .badContent)
    #expect(site.publicFiles["articles/first-name/index.html"] == page)
    try site.file("first-name", "MOGAD, seen twice", dated: "2026-11-24", words: Self.series, more: ["id: \(id)"])
    #expect(try newsroom.run("2026-11-24T11:00:00Z").exitCode == .done)
    #expect(try newsroom.articles(of: try newsroom.run("2026-11-30T07:05:00Z")) == news)
  }

  @Test func aMovedArticleInDoubtStaysPublishedUntilItsAuthorAnswers() throws {
    try site.file("first-name", "MOGAD, seen twice", dated: "2026-11-19", words: Self.long)
    _ = try newsroom.run("2026-11-24T08:00:00Z")
    try site.folder.remove("articles/first-name.md")
    try site.file("better", "All about MOGAD", dated: "2026-11-20", words: Self.long + " more")
    for hour in 9...11 {
      #expect(try newsroom.run("2026-11-24T\(hour):00:00Z").exitCode == .badContent)
      #expect(try newsroom.ledger.withdrawals() == [])
    }
    try site.file(
      "better", "All about MOGAD", dated: "2026-11-20", words: Self.long + " more", more: ["id: first-name"])
    #expect(try newsroom.run("2026-11-24T12:00:00Z").exitCode == .done)
    #expect(try newsroom.ledger.articles().map(\.title).sorted() == ["All about MOGAD", "Sleep and memory"])
    #expect(try newsroom.run("2026-11-30T07:05:00Z").issues == [])
  }

  @Test func aFileThatWasAskedAboutIsAskedAboutUntilItIsAnsweredThoughTheArticleLeftTheShelf() throws {
    try site.file("first-name", "MOGAD, seen twice", dated: "2026-11-19", words: Self.long)
    _ = try newsroom.run("2026-11-24T08:00:00Z")
    try site.folder.write(Self.newcomer, to: "articles/first-name.md")
    try site.file("better", "All about MOGAD", dated: "2026-11-20", words: Self.long + " more")
    for hour in 9...11 {
      #expect(try newsroom.run("2026-11-24T\(hour):00:00Z").exitCode == .badContent)
    }
    #expect(try newsroom.articles(of: try newsroom.run("2026-11-30T07:05:00Z")) == [["first-name-2"]])
  }

  // MARK: Sources

  @Test func aRenamedSourceKeepsItsArticles() throws {
    let before = site.publicFiles
    try site.set("[sources.articles]", to: "[sources.posts]")
    try newsroom.reopen()
    let report = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(report.exitCode == .done)
    #expect(report.filesRemoved == [])
    #expect(site.publicFiles == before)
    #expect(try newsroom.ledger.withdrawals() == [])
    #expect(try newsroom.run("2026-11-30T07:05:00Z").issues == [])
  }

  @Test func aSourceInAnotherFolderKeepsItsArticlesThoughOneIsEdited() throws {
    try site.set("folder = \"articles\"", to: "folder = \"posts\"")
    try newsroom.reopen()
    // Until the folder has moved, the source is away.
    #expect(try newsroom.run("2026-11-24T09:00:00Z").exitCode == .unreachable)
    try site.move("", to: "../posts")
    try site.file("first-name", "MOGAD, seen three times", dated: "2026-11-19", words: "long", in: "posts")
    let report = try newsroom.run("2026-11-24T10:00:00Z")
    #expect(report.exitCode == .done)
    #expect(try newsroom.ledger.articles().map(\.id.text).sorted() == ["first-name", "other"])
    #expect(try newsroom.ledger.withdrawals() == [])
  }

  @Test func sourcesSwapTheirNames() throws {
    try site.add(source: "posts")
    try site.file("third", "Third", dated: "2026-11-20", words: "third", in: "posts")
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-24T10:00:00Z")
    let before = site.publicFiles
    try site.set("[sources.articles]", to: "[sources.x]")
    try site.set("[sources.posts]", to: "[sources.articles]")
    try site.set("[sources.x]", to: "[sources.posts]")
    try newsroom.reopen()
    let report = try newsroom.run("2026-11-24T11:00:00Z")
    #expect(report.exitCode == .done)
    #expect(site.publicFiles == before)
    #expect(try newsroom.ledger.withdrawals() == [])
  }

  @Test func aFileMovesFromOneSourceToAnotherAndBack() throws {
    try site.add(source: "posts")
    try site.file("third", "Third", dated: "2026-11-20", words: "third", in: "posts")
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-24T10:00:00Z")
    for (hour, move) in [("first-name.md", "../posts/moved.md"), ("../posts/moved.md", "first-name.md")].enumerated() {
      try site.move(move.0, to: move.1)
      let report = try newsroom.run("2026-11-25T0\(hour):00:00Z")
      #expect(report.problems == [])
      #expect(try newsroom.ledger.articles().map(\.id.text).sorted() == ["first-name", "other", "third"])
    }
    #expect(try newsroom.ledger.withdrawals() == [])
    let monday = try newsroom.run("2026-11-30T07:05:00Z")
    #expect(try newsroom.articles(of: monday) == [["third"]])
  }
}

extension SampleSite {
  /// Writes an article that its file's name names.
  func file(
    _ name: String, _ title: String, dated: String, words: String, more: [String] = [], in folder: String = "articles"
  ) throws {
    let matter = ["title: \(title)", "date: \(dated)"] + more
    let text = "---\n" + matter.joined(separator: "\n") + "\n---\n\n\(words)\n"
    try self.folder.write(text, to: "\(folder)/\(name).md")
  }

  /// Names are relative to `articles/`.
  func move(_ name: String, to other: String) throws {
    let (from, to) = (url(name), url(other))
    try FileManager.default.createDirectory(at: to.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.moveItem(at: from, to: to)
  }

  func copy(_ name: String, to other: String) throws {
    try FileManager.default.copyItem(at: url(name), to: url(other))
  }

  private func url(_ name: String) -> URL { URL(filePath: path + "/articles/" + name).standardized }

  /// Replaces a piece of `schedule.conf`.
  func set(_ text: String, to other: String) throws {
    let settings = folder.text("schedule.conf") ?? ""
    try #require(settings.contains(text))
    try folder.write(settings.replacing(text, with: other), to: "schedule.conf")
  }

  /// A second source in a folder of its name.
  func add(source: String) throws {
    try set("[sources.articles]", to: "[sources.\(source)]\nfolder = \"\(source)\"\n\n[sources.articles]")
  }
}
