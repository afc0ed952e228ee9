import CourantTesting
import Files
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

/// What an issue, an article and a list say in each built-in language: the words, without markup.
///
/// `COURANT_GOLDEN=write` makes the actual output the expectation; then review the changes in git.
@Suite struct SpokenGoldenTests {
  static let folder = "spoken"

  /// A language, and a title in it with a name in Latin letters and numbers.
  struct Spoken: CustomTestStringConvertible {
    let tag: String
    let title: String
    var testDescription: String { tag }
  }

  static let all = [
    Spoken(tag: "en", title: "Sleep after 3 of 12 nights with “Harry Potter” (2026)"),
    Spoken(tag: "de", title: "Schlaf nach 3 von 12 Nächten mit „Harry Potter“ (2026)"),
    Spoken(tag: "fr", title: "Le sommeil après 3 nuits sur 12 avec « Harry Potter » (2026)"),
    Spoken(tag: "es", title: "El sueño tras 3 de 12 noches con «Harry Potter» (2026)"),
    Spoken(tag: "ar", title: "النوم بعد 3 من 12 ليلة مع Harry Potter (2026)"),
    Spoken(tag: "nl", title: "Slaap na 3 van de 12 nachten met ‘Harry Potter’ (2026)"),
    Spoken(tag: "pl", title: "Sen po 3 z 12 nocy z „Harrym Potterem” (2026)"),
    Spoken(tag: "pt", title: "O sono depois de 3 de 12 noites com “Harry Potter” (2026)"),
    Spoken(tag: "it", title: "Il sonno dopo 3 di 12 notti con «Harry Potter» (2026)"),
    Spoken(tag: "ru", title: "Сон после 3 из 12 ночей с «Harry Potter» (2026)"),
    Spoken(tag: "uk", title: "Сон після 3 із 12 ночей з «Harry Potter» (2026)"),
    Spoken(tag: "tr", title: "“Harry Potter” ile 12 gecenin 3’ünden sonra uyku: İstanbul (2026)"),
    Spoken(tag: "he", title: "שינה אחרי 3 מתוך 12 לילות עם Harry Potter (2026)"),
    Spoken(tag: "hi", title: "“Harry Potter” के साथ 12 में से 3 रातों के बाद नींद (2026)"),
    Spoken(tag: "ja", title: "「Harry Potter」と12夜のうち3夜の睡眠（2026）"),
    Spoken(tag: "zh-Hans", title: "读“Harry Potter”的12晚中3晚的睡眠（2026）"),
    Spoken(tag: "zh-Hant", title: "讀「Harry Potter」的12晚中3晚的睡眠（2026）"),
  ]

  @Test(arguments: all) func anIssueAnArticleAndAListSayThis(_ spoken: Spoken) throws {
    let said = try Self.said(in: spoken)
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/\(Self.folder)/\(spoken.tag)")
    if ProcessInfo.processInfo.environment["COURANT_GOLDEN"] == "write" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, text) in said { try Data(text.utf8).write(to: folder.appending(path: name)) }
    }
    for (name, text) in said {
      let expected = String(decoding: try readFile(folder.appending(path: name).path), as: UTF8.self)
      let found = text.split(separator: "\n", omittingEmptySubsequences: false)
      let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
      let first = zip(found, wanted).first { $0 != $1 }
      #expect(first == nil, "\(spoken.tag)/\(name)")
      #expect(found.count == wanted.count, "\(spoken.tag)/\(name)")
    }
  }

  @Test func everyBuiltInLanguageIsHere() throws {
    let samples = try repositoryText("Tests/LanguagesTests/samples.txt")
    let tags = samples.matches(of: /(?m)^== (.*)$/).map { String($0.1) }
    #expect(tags.starts(with: Self.all.map(\.tag)))
    #expect(tags[Self.all.count...].first == "pt-PT", "those without phrases of ours begin here")
  }

  private static func said(in spoken: Spoken) throws -> [String: String] {
    let site = try SampleSite()
    let settings = try #require(site.folder.text("schedule.conf"))
    let spokenSettings = settings.replacing("[site]", with: "[site]\nlanguage = \"\(spoken.tag)\"")
    try site.folder.write(spokenSettings, to: "schedule.conf")
    let names = "authors: [Ana, Irene, Bo]"
    try site.article(
      "a", dated: "2026-11-20", title: "'\(spoken.title.replacing("'", with: "''"))'", topics: ["MRI"],
      more: [names, "credibility: 4.5", "summary: '\(spoken.title.replacing("'", with: "''"))'"])
    for number in 1...3 {
      try site.article("b\(number)", dated: "2026-11-1\(number)", title: "MRI after \(number) years")
    }
    let newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-10T12:00:00Z")
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    let issue = try #require(try newsroom.ledger.issue("weekly", number: 1))
    let edition = try #require(try newsroom.ledger.edition([Feed.Name("all")!], of: issue.id))
    let list = try #require(site.publicFiles["public/articles/index.html"])
    let article = try #require(site.publicFiles["public/articles/a/index.html"])
    return [
      "issue.text": edition.subject + "\n\n" + edition.text, "issue.words": words(edition.html),
      "list.words": words(list), "article.words": words(article),
    ]
  }

  /// The words of a document, a line for each block; `‹rtl›` before those with a direction of their own.
  private static func words(_ html: String) -> String {
    let body = html.firstRange(of: "<body").map { String(html[$0.lowerBound...]) } ?? html
    let plain = body.replacing(/<(style|script)[^>]*>[\s\S]*?<\/(style|script)>|<!--[\s\S]*?-->/, with: "")
      .replacing("\n", with: " ")
      .replacing(/<[a-z0-9]+ [^>]*dir="(ltr|rtl|auto)"[^>]*>/) { "\n‹\($0.1)›" }
      .replacing(/<\/?(a|abbr|b|em|i|img|small|span|strong|time)( [^>]*)?>/, with: "")
      .replacing(/<[^>]*>/, with: "\n")
    let lines = plain.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }
}
