import CourantTesting
import Foundation
import Testing

/// `courant import` on a site, with the binary.
@Suite struct ImportTests {
  private static let captured = """
    How Salt Changes Sleep

    How Salt Changes Sleep
    Credibility
    Interest
    Key Takeaway

    Salt at night can make sleep lighter.

    What They Found

    The study looked at how salt, eaten late, changes the sleep of mice. It made sleep lighter for hours.

    Article Topics:
    ALSNa‐channelsgaitsleep–wake cycle

    You May Also Like

    A Short Walk
    A Short Walk

    5/31/2026

    Study finds that walking helps.

    Read More
    Understanding Sleep Research

    Studies published in respected medical journals like eLife often range from early work to trials.
    """

  private let site: SampleSite

  init() throws {
    site = try SampleSite(feeds: ["all": ["*"], "a": ["sleep-wake cycle"], "b": ["ALS"]])
    try site.folder.write(Self.captured, to: "captured.txt")
    try site.folder.write("# more topics\nna-channels\n", to: "topics.txt")
  }

  private func courant(_ words: String...) throws -> CourantProcess.End {
    try CourantProcess(words + ["--site", site.path]).wait()
  }

  private var source: String { site.path + "/captured.txt" }

  private static let file = "articles/how-salt-changes-sleep.md"

  @Test func aCaptureBecomesADraftThatCanBePublished() throws {
    let end = try courant("import", source, "--date", "2026-11-20", "--topics", site.path + "/topics.txt")
    #expect(end.code == 0)
    #expect(end.output == "\(site.path)/\(Self.file): written\n")
    #expect(
      end.errors.contains("captured.txt:1: `title` is \"How Salt Changes Sleep\", from this line, repeated in line 3\n")
    )
    #expect(
      end.errors.contains(
        "captured.txt:4: `credibility` is shown as a picture, which text does not have; add it (confirm)\n"))
    let text = try #require(site.folder.text(Self.file))
    #expect(text.contains("topics: [ALS, Na‐channels, gait, sleep–wake cycle]\n"))
    #expect(try !courant("check", "--offline").output.contains(Self.file))
    // While it is a draft, nothing of it is published.
    #expect(try courant("run", "--now", "2026-11-22T12:00:00Z").code == 0)
    #expect(site.folder.text("public/articles/how-salt-changes-sleep/index.html") == nil)
    try site.folder.write(text.replacing("draft: true\n", with: ""), to: Self.file)
    let check = try courant("check", "--offline")
    #expect(check.code == 0 && !check.output.contains(Self.file), "\(check.output)")
    #expect(try courant("run", "--now", "2026-11-22T12:05:00Z").code == 0)
    let page = try #require(site.folder.text("public/articles/how-salt-changes-sleep/index.html"))
    #expect(page.contains("Salt at night can make sleep lighter.") && page.contains("eLife"))
    let again = try courant("import", source, "--dry-run").errors
    #expect(again.contains("the site has an article of this title already: how-salt-changes-sleep (confirm)"))
  }

  @Test func nothingIsOverwritten() throws {
    let words = ["import", source, "--date", "2026-11-20", "--site", site.path]
    #expect(try CourantProcess(words).wait().output.hasSuffix(": written\n"))
    let first = site.folder.text(Self.file)
    #expect(try CourantProcess(words).wait().output.hasSuffix(": unchanged\n"))
    try site.folder.write("mine", to: Self.file)
    let refused = try CourantProcess(words).wait()
    #expect(refused.code == 64)
    #expect(refused.errors.hasSuffix("exists and is different; use --force to replace it, or --output\n"))
    #expect(site.folder.text(Self.file) == "mine")
    #expect(try CourantProcess(words + ["--force"]).wait().code == 0)
    #expect(site.folder.text(Self.file) == first)
    #expect(try CourantProcess(words + ["--output", site.path + "/articles/x.md"]).wait().code == 0)
    #expect(site.folder.text("articles/x.md") == first)
  }

  @Test func aDryRunPrintsTheFileAndWritesNothing() throws {
    let before = site.folder.files()
    let dry = try courant("import", source, "--date", "2026-11-20", "--dry-run")
    #expect(site.folder.files() == before)
    _ = try courant("import", source, "--date", "2026-11-20")
    #expect(dry.output == site.folder.text(Self.file))
    #expect(dry.code == 0)
  }

  @Test func theDateOfTheFileIsAGuess() throws {
    let time = Date(timeIntervalSince1970: 1_790_000_000)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: source)
    let dry = try courant("import", source, "--dry-run")
    #expect(dry.output.contains("\ndate: 2026-09-21\ndraft: true\n"))
    #expect(dry.errors.contains("`date` is 2026-09-21, when the file was last changed, because the page has no date"))
  }

  @Test func missingPartsEndWith65() throws {
    try site.folder.write("", to: "empty.txt")
    try site.folder.write("---\ntitle: a\n---\n", to: "done.md")
    for (words, sentence) in [
      (["empty.txt"], "empty.txt: no title was found; an article must have one\n"),
      (["gone.txt"], "gone.txt: cannot be read: No such file or directory\n"),
      (["done.md"], "done.md: this file has front matter already; copy it into the folder of articles\n"),
    ] {
      let end = try CourantProcess(["import", site.path + "/" + words[0], "-q", "--site", site.path]).wait()
      #expect(end.code == 65)
      #expect(end.errors.contains(sentence), "\(end.errors)")
    }
    #expect(!site.folder.files().contains { $0.hasPrefix("articles/") })
  }

  @Test func aPageIsReadBySelectors() throws {
    try site.folder.write(
      "<!doctype html><title>A</title><h2>B</h2><div class=x><p>Text <a href=/y>link</a>.</p></div>", to: "page.html")
    let words = ["--select", "title=h2", "--select", "body=.x", "--base", "https://e.org/z/", "--dry-run", "-q"]
    let end = try CourantProcess(["import", site.path + "/page.html", "--site", site.path] + words).wait()
    #expect(end.output.hasPrefix("---\ntitle: B\ndate: "))
    #expect(end.output.hasSuffix("\n---\n\nText [link](https://e.org/y).\n"))
    let faulty = try courant("import", site.path + "/page.html", "--select", "body=p:hover")
    #expect(faulty.code == 64)
    #expect(faulty.errors.hasPrefix("--select `p:hover`: column 3: `:hover` is not supported"))
  }
}
