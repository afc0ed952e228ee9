import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"
private let later = "2026-11-23T07:10:00Z"

/// What is wrong with one digest costs only that digest.
@Suite struct OneDigestsFaultTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(
      digests: [
        "weekly": SampleSite.weekly,
        "woche": SampleSite.weekly
          + "from = \"Woche <news@example.net>\"\ntheme = \"plain\"\nlanguage = \"de\"\nintro = \"next.md\"\n",
      ],
      mail: """
        [mail.dkim]
        domain = "example.org"
        selector = "courant"
        key_file = "dkim.pem"
        [mail.dkim.domains."example.net"]
        selector = "courant"
        key_file = "net.pem"

        """)
    try site.article("a", dated: "2026-11-20")
    for key in ["dkim.pem", "net.pem"] { try Self.write(key, in: site) }
    newsroom = try Newsroom(
      site, readers: [.confirmed("ann@example.org"), .confirmed("bea@example.org", digest: "woche")])
    _ = try newsroom.run(sunday)
  }

  private static func write(_ key: String, in site: SampleSite) throws {
    try site.folder.write(SampleKeys.rsa, to: key)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: site.path + "/" + key)
  }

  private var mailed: [String] { newsroom.mails.map(\.recipient.description).sorted() }

  /// Weekly is mailed and woche is not, the run says why, and woche is mailed when the fault is mended.
  private func costsOnlyWoche(_ problems: [String], mend: () throws -> Void) throws {
    try newsroom.reopen()
    let report = try newsroom.run(monday)
    #expect(report.problems == problems)
    #expect(report.exitCode == .badConfiguration)
    #expect(mailed == ["ann@example.org"])
    #expect(site.publicFiles["public/archive/weekly/1/index.html"] != nil)
    #expect(site.publicFiles["public/archive/woche/1/index.html"] == nil)
    #expect(try newsroom.run("2026-11-23T07:05:00Z").problems == problems, "each run says so")
    try mend()
    try newsroom.reopen()
    let mended = try newsroom.run(later)
    #expect(mended.problems == [])
    #expect(mended.exitCode == .done)
    #expect(mailed == ["ann@example.org", "bea@example.org"])
  }

  @Test func aMissingKey() throws {
    try site.folder.remove("net.pem")
    try costsOnlyWoche([
      "net.pem: there is no such key, but schedule.conf names it; create it with `courant dkim keygen --domain example.net "
        + "--selector courant --out net.pem` (woche: nothing is mailed)"
    ]) { try Self.write("net.pem", in: site) }
  }

  @Test func aThemeThatIsNotThere() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("\"plain\"", with: "\"plane\""), to: "schedule.conf")
    try costsOnlyWoche([
      "schedule.conf:28:9: there is no theme `plane`: it is not built in, and there is no folder templates/themes/plane "
        + "(woche: nothing is mailed)"
    ]) { try site.folder.write(settings, to: "schedule.conf") }
  }

  @Test func aBrokenTemplateOfItsTheme() throws {
    try site.folder.write("{{#sections}}", to: "templates/themes/plain/digest.html")
    try site.folder.write("mist", to: "templates/themes/plain/theme.toml")
    try costsOnlyWoche([
      "templates/themes/plain/digest.html:1:1: `sections` is opened here and never closed; add `{{/sections}}` (woche: "
        + "nothing is mailed)",
      "templates/themes/plain/theme.toml:1:5: the key `mist` has no value; write = and a value after it (woche: nothing is "
        + "mailed)",
    ]) {
      for file in ["digest.html", "theme.toml"] { try site.folder.remove("templates/themes/plain/\(file)") }
    }
  }

  @Test func aBrokenFileOfItsLanguage() throws {
    try site.folder.write("read_mor = \"Weiter\"\n", to: "languages/de.toml")
    try costsOnlyWoche([
      "languages/de.toml:1:1: unknown key `read_mor`; did you mean `read_more`? (woche: nothing is mailed)"
    ]) { try site.folder.remove("languages/de.toml") }
  }

  @Test func anIntroductionThatCannotBeRead() throws {
    try FileManager.default.createDirectory(atPath: site.path + "/next.md", withIntermediateDirectories: true)
    try costsOnlyWoche([
      "next.md: not a regular file; not published (woche@2026-11-23T07:00: nothing is mailed)"
    ]) { try site.folder.remove("next.md") }
  }

  /// The issue is frozen and its mail is stopped for a moment, when the key breaks.
  @Test func aKeyThatBreaksAfterTheIssueWasFrozen() throws {
    try newsroom.ledger.pauseSending(SendingPause("look", since: .at(sunday), by: "ann", stopsLetters: false))
    _ = try newsroom.ledger.resumeSending()
    _ = try newsroom.run(monday, only: .digests)
    #expect(mailed == [])
    try site.folder.write("no key", to: "net.pem")
    try newsroom.reopen()
    let report = try newsroom.run("2026-11-23T07:05:00Z")
    #expect(report.problems.count == 1)
    #expect(report.problems.first?.hasPrefix("net.pem: ") == true)
    #expect(report.problems.first?.hasSuffix(" (woche: nothing is mailed)") == true)
    #expect(mailed == ["ann@example.org"])
    #expect(try newsroom.ledger.tally(of: nil) == [.accepted: 1, .queued: 1])
    try Self.write("net.pem", in: site)
    try newsroom.reopen()
    #expect(try newsroom.run(later).exitCode == .done)
    #expect(mailed == ["ann@example.org", "bea@example.org"])
  }

  /// The digest has left the settings, so its open issue has the sender of all mail.
  @Test func anOpenIssueWhoseDigestIsGoneDoesNotStopTheOthers() throws {
    _ = try newsroom.run(monday, only: .digests)
    let settings = try #require(site.folder.text("schedule.conf"))
    let weekly = settings.replacing("[digest.weekly]\n", with: "[digest.weekly]\nfrom = \"W <news@example.net>\"\n")
    let woche = try #require(weekly.firstRange(of: "\n[digest.woche]"))
    try site.folder.write(String(weekly.prefix(upTo: woche.lowerBound)), to: "schedule.conf")
    try site.folder.remove("dkim.pem")
    try newsroom.reopen()
    let report = try newsroom.run("2026-11-23T07:05:00Z")
    #expect(mailed == ["ann@example.org"])
    let missing =
      "dkim.pem: there is no such key, but schedule.conf names it; create it with `courant dkim keygen --selector courant "
      + "--out dkim.pem`"
    #expect(report.problems.contains("woche #1: nothing is mailed: \(missing)"))
    #expect(try newsroom.ledger.tally(of: nil) == [.accepted: 1, .queued: 1])
    try Self.write("dkim.pem", in: site)
    try newsroom.reopen()
    _ = try newsroom.run(later)
    #expect(mailed == ["ann@example.org", "bea@example.org"])
  }

  /// Letters have the sender of all mail, unless `letters_from` says otherwise.
  @Test func lettersWaitForTheirOwnKeyOnly() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings + "\n[web]\nletters_from = \"news@example.net\"\n", to: "schedule.conf")
    try site.folder.remove("net.pem")
    try newsroom.reopen()
    try newsroom.ledger.record([.subscribe("cy@example.org")], at: .at(sunday))
    let report = try newsroom.run(monday)
    #expect(report.problems.map { $0.hasSuffix(" (woche, letters: nothing is mailed)") } == [true])
    #expect(mailed == ["ann@example.org"])
    #expect(report.requests.count == 0, "requests wait, too")
    try Self.write("net.pem", in: site)
    try newsroom.reopen()
    #expect(try newsroom.run(later).exitCode == .done)
    #expect(mailed == ["ann@example.org", "bea@example.org", "cy@example.org"])
  }
}
