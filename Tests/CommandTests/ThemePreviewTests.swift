import CourantTesting
import Files
import Foundation
import Glibc
import Testing

/// `courant theme preview`, as files and as an author's browser sees it.
@Suite struct ThemePreviewTests {
  private let site: SampleSite

  init() throws {
    site = try SampleSite()
    try site.folder.write("logo", to: "static/logo.png")
    try site.folder.write("<img src=\"{{site.url}}/logo.png\" alt=\"Logo\">", to: "templates/note.html")
  }

  private func once(_ words: String..., out: TemporaryFolder) throws -> CourantProcess.End {
    let all =
      ["theme", "preview"] + words + ["--once", out.path, "--site", site.path, "--now", "2026-11-22T12:00:00Z"]
    return try CourantProcess(all).wait()
  }

  @Test func everythingIsWrittenAndTheSiteIsLeftAlone() throws {
    let before = site.folder.files()
    let out = try TemporaryFolder()
    let end = try once(out: out)
    #expect(end == .init(code: 0, output: "\(out.path)/index.html\n", errors: ""))
    #expect(site.folder.files() == before)
    let files = Set(out.files())
    for file in [
      "index.html", "show/index.html", "site/index.html", "site/style.css", "site/logo.png", "emails/weekly.txt",
    ] {
      #expect(files.contains(file), "\(file)")
    }
    #expect(out.text("index.html")?.contains("<script") == false)
    let again = try TemporaryFolder()
    _ = try once(out: again)
    #expect(again.files() == out.files())
    #expect(out.files().allSatisfy { again.text($0) == out.text($0) })
  }

  @Test func mistakesAreWrittenToo() throws {
    try site.folder.write("{{#article}}{{oops}}{{/article}}", to: "templates/article.html")
    let out = try TemporaryFolder()
    let end = try once(out: out)
    #expect(end.code == 65)
    #expect(end.errors.hasPrefix("templates/article.html:1:13: "))
    #expect(end.errors.split(separator: "\n").count == 1)
    #expect(out.text("show/articles-sample-long.html")?.contains(">templates/article.html:1:13: ") == true)
    #expect(out.text("site/topics/index.html")?.contains("templates/article.html") == false)

    try site.folder.write("{{#article}}", to: "templates/article.html")
    let none = try TemporaryFolder()
    #expect(try once(out: none).code == 65)
    #expect(none.files() == ["index.html"])
    #expect(none.text("index.html")?.contains(">templates/article.html:1:1: ") == true)
  }

  /// They are those of `courant serve`, with a reader who exists only here.
  @Test func thePagesOfServeAreShown() throws {
    try site.folder.write((site.folder.text("schedule.conf") ?? "") + "\n[web]\n", to: "schedule.conf")
    let before = site.folder.files()
    let out = try TemporaryFolder()
    #expect(try once(out: out).code == 0)
    #expect(site.folder.files() == before)
    let shown = [
      "subscribe": "name=\"email\"", "samples/preferences": "name=\"digest\"", "samples/unsubscribe": "<form",
      "search": "A long sample article", "samples/sent": "<h1",
    ]
    for (place, part) in shown {
      #expect(out.text("site/\(place)/index.html")?.contains(part) == true, "\(place)")
    }
    try site.folder.write("{{oops}}", to: "templates/web-search.html")
    let wrong = try once(out: try TemporaryFolder())
    #expect(wrong.code == 65)
    #expect(wrong.errors.hasPrefix("templates/web-search.html:1:1: "))
  }

  @Test func aThemeThatDoesNotExistIsRefused() throws {
    let end = try once("editoral", out: try TemporaryFolder())
    #expect(end.code == 64)
    #expect(end.errors.contains("there is no theme `editoral`"))
    #expect(end.errors.contains("`editorial`"))
    #expect(try once("plain", out: try TemporaryFolder()).code == 0)
  }

  @Test func aMistakeIsShownInRedAndThePageReturnsWhenItIsMended() throws {
    let process = try CourantProcess(["theme", "preview", "--port", "0", "--site", site.path])
    defer { process.kill() }
    let line = try process.firstLine()
    #expect(line.hasPrefix("http://127.0.0.1:"))
    let port = try #require(line.dropLast().split(separator: ":").last.flatMap { UInt16($0) })
    var browser = Exchange(port)
    #expect(browser.get("/").hasPrefix("HTTP/1.1 400 "))
    browser.host = "127.0.0.1:\(port)"
    let index = browser.get("/")
    let nonce = try #require(index.firstMatch(of: /script-src 'nonce-([0-9a-f]+)'/)?.output.1)
    #expect(index.contains("<script nonce=\"\(nonce)\">"))
    #expect(!browser.get("/").contains(nonce))
    #expect(browser.get("/show/topics.html").contains("<iframe sandbox=\"allow-same-origin\" width=\"375\""))
    let sound = browser.get("/site/topics/")
    #expect(sound.contains("default-src 'none'; img-src 'self' data:;"))
    #expect(browser.get("/site/logo.png").hasSuffix("\r\n\r\nlogo"))
    #expect(browser.get("/site/../schedule.conf").hasPrefix("HTTP/1.1 404 "))
    let version = browser.get("/version")

    try site.folder.write("<p>\n{{oops}}", to: "templates/topics.html")
    #expect(browser.get("/version") != version)
    #expect(browser.get("/show/topics.html").contains("<li>templates/topics.html:2:1: "))
    #expect(browser.get("/site/topics/").contains("<li>templates/topics.html:2:1: "))
    try site.folder.write("<p>\n{{#oops}}", to: "templates/topics.html")
    #expect(browser.get("/show/index.html").contains("<li>templates/topics.html:2:1: "))
    try site.folder.remove("templates/topics.html")
    let mended = browser.get("/site/topics/")
    #expect(mended.drop { $0 != "<" } == sound.drop { $0 != "<" })
    let before = browser.get("/version")
    try site.folder.write("other logo", to: "static/logo.png")
    #expect(browser.get("/version") != before)
    kill(process.pid, SIGTERM)
    let end = process.wait()
    #expect(end.code == 0)
    #expect(end.errors == "")
    #expect(site.folder.files().allSatisfy { !$0.hasPrefix("var/") && !$0.hasPrefix("public/") })
  }
}
