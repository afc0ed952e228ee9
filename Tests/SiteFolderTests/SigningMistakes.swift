import Foundation
import Model
import SiteFolder
import Testing

private let head = "[mail.dkim]\ndomain = \"example.org\"\nselector = \"s\"\nkey_file = \"k.pem\"\n"

let signingMistakes = [
  Mistake("[digest", head + "[digest"),
  Mistake("[digest", head + "[mail.dkim.ed25519]\nselector = \"t\"\nkey_file = \"/etc/k.pem\"\n[digest"),
  Mistake("from = \"News <news@example.org>\"", "from = \"News <news@a.b.example.org>\"\n" + head),
  Mistake(
    "[digest", "[mail.dkim]\n[digest",
    "schedule.conf:10:1: `domain` is missing; add, for example, domain = \"example.org\"",
    "schedule.conf:10:1: `key_file` is missing; add, for example, key_file = \"dkim.pem\"",
    "schedule.conf:10:1: `selector` is missing; add, for example, selector = \"courant\""),
  Mistake(
    "[digest", head.replacing("example.org", with: "example.com") + "[digest",
    "schedule.conf:11:10: `domain` is \"example.com\", but `from` is at example.org, and only a signature of "
      + "that domain counts; write domain = \"example.org\", or a domain above it"),
  Mistake(
    "[digest", head.replacing("example.org", with: "s.example.org") + "[digest",
    "schedule.conf:11:10: `domain` is \"s.example.org\", but `from` is at example.org, and only a signature of "
      + "that domain counts; write domain = \"example.org\", or a domain above it"),
  Mistake(
    "[digest", head.replacing("example.org", with: "a b") + "[digest",
    "schedule.conf:11:10: `domain` must be a domain, for example \"example.org\"; found \"a b\""),
  Mistake(
    "[digest", head.replacing("\"s\"", with: "\"s_1\"").replacing("k.pem", with: "../k.pem") + "[digest",
    "schedule.conf:12:12: `selector` must be letters, digits and inner dashes, for example \"courant\"; found \"s_1\"",
    "schedule.conf:13:12: `key_file` must be a path inside the site folder, relative to it; found \"../k.pem\""
  ),
  Mistake(
    "[digest", head + "[mail.dkim.ed25519]\nselector = \"s\"\nkey_file = \"e.pem\"\n[digest",
    "schedule.conf:15:12: `selector` is also that of the first key; each key needs its own DNS record, so "
      + "choose another"),
  Mistake(
    "[digest", head + "[digest.daily]\nfrom = \"news@example.com\"\ncron = \"@daily\"\n[digest",
    "schedule.conf:15:8: `from` is at example.com, but [mail.dkim] signs for example.org, which DMARC does not "
      + "count for that sender; add a key for it in [mail.dkim.domains.\"example.com\"]"),
  Mistake(
    "[digest",
    head + "[mail.dkim.domains]\nx = 1\n[mail.dkim.domains.example.com]\n[mail.dkim.domains.\"Example.org\"]\n"
      + "selector = \"s\"\nkey_file = \"k.pem\"\n[mail.dkim.domains.\"example.com\"]\nselektor = \"s\"\n"
      + "key_file = \"k.pem\"\n[digest",
    "schedule.conf:15:1: `domains.x` must be a table, for example [mail.dkim.domains.\"example.com\"]; found a whole number",
    "schedule.conf:16:20: `example` is not a mail domain; write \"example.com\" in quotes",
    "schedule.conf:17:20: `example.org` is the `domain` of [mail.dkim]; remove one",
    "schedule.conf:20:1: `selector` is missing; add, for example, selector = \"courant\"",
    "schedule.conf:21:1: unknown key `selektor`; did you mean `selector`?"),
  Mistake(
    "[digest", "one_click = \"http://news.example.org/leave\"\nunsubscribe = \"x\"\n[digest",
    "schedule.conf:10:13: `one_click` must be an https URL; mail programs call no other (RFC 8058)",
    "schedule.conf:11:15: `unsubscribe` must be an email address, for example \"bounces@example.org\""),
  Mistake(
    "[digest", "unsubscribe = \"unsubscribe-from-the-research-news+{token}@news.example.org\"\n[digest",
    "schedule.conf:10:15: `unsubscribe` has more than 64 characters before the @ once a token of 39 replaces "
      + "{token}; choose a shorter name"),
  Mistake(
    "[digest", "one_click = \"https://news.example.org/leave?\"\n[digest",
    "schedule.conf:10:13: `one_click` has a query or a fragment; write, for example, \"https://news.example.org\""),
]

struct SigningSettingsTests {
  @Test func theSettingsAreRead() throws {
    let more = """
      one_click = "https://news.example.org/leave/"
      unsubscribe = "leave@news.example.org"
      [mail.dkim]
      domain = "Example.org"
      selector = "Courant"
      key_file = "keys/./dkim.pem"
      [mail.dkim.ed25519]
      selector = "ed"
      key_file = "/etc/ed.pem"
      [digest
      """
    var files = soundSite
    files["schedule.conf"] = files["schedule.conf"]?.replacing("[digest", with: more)
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings == [])
    let mail = try #require(site?.mail)
    #expect(mail.oneClick == "https://news.example.org/leave")
    #expect(mail.unsubscribe == EmailAddress("leave@news.example.org"))
    #expect(
      mail.dkim
        == DKIMSettings(
          domain: "example.org", key: .init(selector: "courant", file: "keys/dkim.pem"),
          ed25519: .init(selector: "ed", file: "/etc/ed.pem")))
  }

  @Test func theKeyOfTheNearestDomainSigns() throws {
    let more = """
      [mail.dkim]
      domain = "example.org"
      selector = "a"
      key_file = "a.pem"
      [mail.dkim.domains."sleep.example.org"]
      selector = "b"
      key_file = "b.pem"
      [mail.dkim.domains."bücher.example"]
      selector = "c"
      key_file = "c.pem"
      [mail.dkim.domains."bücher.example".ed25519]
      selector = "d"
      key_file = "d.pem"
      [digest.daily]
      cron = "@daily"
      from = "Sleep <news@mail.sleep.example.org>"
      reply_to = "answers@example.net"
      [digest
      """
    var files = soundSite
    files["schedule.conf"] = files["schedule.conf"]?.replacing("[digest", with: more)
    let (read, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings == [])
    let site = try #require(read)
    let daily = try #require(site.digest("daily"))
    #expect(daily.from == Mailbox("Sleep <news@mail.sleep.example.org>"))
    let mail = try #require(site.inMails(of: daily).mail)
    #expect(mail.from == daily.from)
    #expect(mail.replyTo == Mailbox("answers@example.net"))
    #expect(mail.bounces == EmailAddress("news@example.org"))
    let senders = ["mail.sleep.example.org", "xn--bcher-kva.example", "a.example.org", "example.net"]
    #expect(senders.map { mail.dkim(for: $0)?.keys.map(\.selector) } == [["b"], ["c", "d"], ["a"], nil])
  }
}
