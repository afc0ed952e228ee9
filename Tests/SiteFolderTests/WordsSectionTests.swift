import Model
import SiteFolder
import Testing

let wordMistakes = [
  words("red_more = \"More\"", "schedule.conf:13:1: unknown key `red_more`. Did you mean `read_more`?"),
  words(
    "reason = \"You read {site}:\"",
    "schedule.conf:13:10: `reason`: `{digest}` is missing; its places are {digest}, {site}."),
  words(
    "topics = \"{title}\"",
    "schedule.conf:13:10: `topics`: `{title}` has no meaning here; it has no places, and no braces."),
  words(
    "topics = 5",
    "schedule.conf:13:10: `topics` is a whole number; it must be a text in quotes, such as topics = \"…\"."),
  words("topics = \"\"", "schedule.conf:13:10: `topics` is empty; write a text."),
  // English counts in two forms.
  words(
    "articles_few = \"{count}\"",
    "schedule.conf:13:1: unknown key `articles_few`. Did you mean `articles_one`?"),
  Mistake(
    "[site]", "words = 5\n[site]",
    "schedule.conf:1:9: `words` is a whole number; it must be a table, such as [words]."),
]

private func words(_ line: String, _ finding: String) -> Mistake {
  let cron = #"cron = "0 7 * * MON""#
  return Mistake(cron, "\(cron)\n[words]\n\(line)", finding)
}

struct WordsSectionTests {
  @Test func ownWordsAreRead() throws {
    var files = soundSite
    files["schedule.conf"] =
      "language = \"ar-EG\"\n".insertedIntoSite + "[words]\nread_more = \"المزيد\"\ncomma = \"، \"\n"
    files["schedule.conf"]? += "articles_two = \"{count} مقالان\"\n"
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings == [])
    #expect(site?.words == ["read_more": "المزيد", "comma": "، ", "articles_two": "{count} مقالان"])
  }

  @Test func aSiteWithoutWordsHasNoneOfItsOwn() throws {
    #expect(try withSite(soundSite) { SiteReader(folder: $0).read().site }?.words == [:])
  }
}

extension String {
  /// The sound site with this line in [site].
  fileprivate var insertedIntoSite: String {
    (soundSite["schedule.conf"] ?? "").replacing("[mail]", with: self + "\n[mail]")
  }
}
