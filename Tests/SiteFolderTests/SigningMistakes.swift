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
    "schedule.conf:10:1: `domain` is missing; add it, such as domain = \"example.org\".",
    "schedule.conf:10:1: `key_file` is missing; add it, such as key_file = \"dkim.pem\".",
    "schedule.conf:10:1: `selector` is missing; add it, such as selector = \"courant\"."),
  Mistake(
    "[digest", head.replacing("example.org", with: "example.com") + "[digest",
    "schedule.conf:11:10: `domain` is \"example.com\", but `from` is at example.org; a signature counts only in the "
      + "sender's own name: write domain = \"example.org\" or a domain above it."),
  Mistake(
    "[digest", head.replacing("example.org", with: "s.example.org") + "[digest",
    "schedule.conf:11:10: `domain` is \"s.example.org\", but `from` is at example.org; a signature counts only in the "
      + "sender's own name: write domain = \"example.org\" or a domain above it."),
  Mistake(
    "[digest", head.replacing("example.org", with: "a b") + "[digest",
    "schedule.conf:11:10: `domain` is \"a b\"; it must be a domain, such as \"example.org\"."),
  Mistake(
    "[digest", head.replacing("\"s\"", with: "\"s_1\"").replacing("k.pem", with: "../k.pem") + "[digest",
    "schedule.conf:12:12: `selector` is \"s_1\"; it must be letters, digits and inner dashes, such as \"courant\".",
    "schedule.conf:13:12: `key_file` is \"../k.pem\"; it must lie inside the site folder and be written relative to it."
  ),
  Mistake(
    "[digest", head + "[mail.dkim.ed25519]\nselector = \"s\"\nkey_file = \"e.pem\"\n[digest",
    "schedule.conf:15:12: `selector` is that of the first key; each key has a DNS record of its own: take another."),
  Mistake(
    "[digest", "one_click = \"http://news.example.org/leave\"\nunsubscribe = \"x\"\n[digest",
    "schedule.conf:10:13: `one_click` is not https; mail programs call no other address (RFC 8058).",
    "schedule.conf:11:15: `unsubscribe` is no e-mail address; write such as \"bounces@example.org\"."),
  Mistake(
    "[digest", "unsubscribe = \"unsubscribe-from-the-research-news+{token}@news.example.org\"\n[digest",
    "schedule.conf:10:15: `unsubscribe` gets longer than the 64 characters that may stand before the @ once a token of 39 takes the "
      + "place of {token}; choose a shorter name"),
  Mistake(
    "[digest", "one_click = \"https://news.example.org/leave?\"\n[digest",
    "schedule.conf:10:13: `one_click` has a query or a fragment; it must be such as \"https://news.example.org\"."),
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
}
