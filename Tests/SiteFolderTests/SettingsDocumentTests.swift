import CourantTesting
import Foundation
import Model
import Testing

@testable import Settings
@testable import SiteFolder

/// `docs/settings.md` names every key that is read, and no other.
@Suite struct SettingsDocumentTests {
  /// By table, such as `mail.dkim.selector`; those of feed files begin with `feeds/NAME.toml.`.
  private func documented() throws -> Set<String> {
    let document = try repositoryText("docs/settings.md")
    var table = ""
    var keys = Set<String>()
    for line in document.split(separator: "\n") {
      if let heading = line.wholeMatch(of: /## `(.+)`/) {
        table = String(heading.1).replacing("[", with: "").replacing("]", with: "")
      }
      if let row = line.prefixMatch(of: /\| \**`([a-z_0-9]+)`/) { keys.insert("\(table).\(row.1)") }
    }
    return keys
  }

  private let schedule = """
    [site]
    [topics]
    [words]
    [mail]
    from = "a@example.org"
    [mail.dkim]
    [mail.dkim.ed25519]
    [mail.dkim.domains."name.example".ed25519]
    [mail.domains."name.example"]
    [sources.NAME]
    kind = "page"
    [sources.NAME.page]
    [web]
    [alerts]
    [webhooks.NAME]
    [desk]
    [operators.NAME]
    [ledger]
    [public]
    [log]
    [mail.utm]
    source = "x"
    [digest.NAME]
    [digest.NAME.utm]
    source = "x"
    [digest.NAME.sponsor]
    """

  /// The keys that the code reads from a settings file with every table.
  private func read() throws -> Set<String> {
    let reader = SettingReader(try readTOML(schedule))
    let site = Site(schedule: reader, themes: [])
    _ = digests(in: reader, feeds: [], themes: [])
    let feed = SettingReader(try readTOML(""))
    _ = Feed(try #require(Feed.Name("all")), feed, site)
    let tables = [
      "site", "mail", "web", "alerts", "webhooks", "webhooks.NAME", "ledger", "public", "log", "desk", "operators",
      "operators.NAME", "topics", "words", "sources",
      "digest", "sources.NAME", "digest.NAME", "mail.dkim", "mail.dkim.ed25519", "mail.domains",
      "mail.dkim.domains", "mail.dkim.domains.name.example", "mail.dkim.domains.name.example.ed25519",
      "mail.domains.name.example",
    ]
    let keys = reader.askedKeys.subtracting(tables).filter { !$0.hasPrefix("words.") }
    return Set(keys.map { $0.replacing("name.example", with: "NAME") } + feed.askedKeys.map { "feeds/NAME.toml." + $0 })
  }

  @Test func theDocumentNamesEveryKeyThatIsReadAndNoOther() throws {
    let (documented, read) = (try documented(), try read())
    #expect(read.subtracting(documented).sorted() == [], "read but not in docs/settings.md")
    #expect(documented.subtracting(read).sorted() == [], "in docs/settings.md but not read")
    #expect(documented.count > 50)
  }
}
