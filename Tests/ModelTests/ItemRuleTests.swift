import CourantTesting
import Model
import Testing
import Time

@Suite struct ItemRuleTests {
  private static let item: UpstreamItem = {
    var item = UpstreamItem(title: "Étude: multiple-sclerosis relapses & MOGAD")
    item.body = "<p>The <b>optic</b> nerve</p>"
    item.summary = "A takeaway"
    item.categories = ["Corrections, errata"]
    item.authors = ["José Núñez"]
    item.link = "https://x.example/sponsored/2026"
    return item
  }()

  @Test(arguments: [
    ("title: multiple sclerosis", true), ("title: etude", true), ("title: SCLEROSIS MULTIPLE", false),
    ("title: sclero", false), ("title: sclero*", true), ("title: multiple scler* relap*", true), ("title: mogad", true),
    ("title: *", false), ("title: ---", false), ("text: optic nerve", true), ("text: b", false),
    ("text: a takeaway", true), ("text: takeaway the", false), ("topic: errata", true), ("topic: myelin", true),
    ("author: nunez", true), ("author: jos", false), ("link: sponsored", true), ("link: spons", false),
    ("title: .*", false),
  ]) func aRuleMatchesWholeWords(rule: String, matches: Bool) {
    var settings = UpstreamSettings(name: "s", kind: .feed, url: "https://x.example/")
    settings.not = [parsed(rule)]
    let found = settings.leavesOut(Self.item, topics: [Topic("Myelin")])
    #expect(found == (matches ? "not = \"\(rule)\"" : nil))
  }

  @Test func itemsThatMatchNoRuleOfOnlyAreLeftOut() {
    var settings = UpstreamSettings(name: "s", kind: .feed, url: "https://x.example/")
    settings.only = [parsed("title: stroke"), parsed("text: stroke")]
    #expect(settings.leavesOut(Self.item, topics: []) == "only = \"title: stroke\", \"text: stroke\"")
    settings.only.append(parsed("title: mogad"))
    #expect(settings.leavesOut(Self.item, topics: []) == nil)
    settings.not = [parsed("title: etude")]
    #expect(settings.leavesOut(Self.item, topics: []) == "not = \"title: etude\"")
  }

  @Test func ideographsAreWords() {
    var settings = UpstreamSettings(name: "s", kind: .feed, url: "https://x.example/")
    settings.not = [parsed("title: 硬化")]
    #expect(settings.leavesOut(UpstreamItem(title: "多発性硬化症の研究"), topics: []) != nil)
    #expect(settings.leavesOut(UpstreamItem(title: "多発性の研究"), topics: []) == nil)
  }

  /// A hundred rules on a long text cost one look at it.
  @Test func eachTextIsFoldedOnce() {
    var folded: [String] = []
    var words = ItemWords(Self.item, topics: [Topic("Myelin")]) { text in
      folded.append(text)
      return text.lowercased().split(separator: " ").map(String.init)
    }
    let rules = (0..<100).flatMap { ["text: word\($0)", "author: name\($0)"] } + ["text: takeaway"]
    let matching = rules.filter { rule in words.match(parsed(rule)) }
    #expect(matching == ["text: takeaway"])
    #expect(folded == ["A takeaway", "The optic nerve", "José Núñez"])
  }

  private func parsed(_ rule: String) -> ItemRule {
    let parts = rule.split(separator: ":", maxSplits: 1)
    return ItemRule(
      field: ItemRule.Field(rawValue: String(parts[0])) ?? .title,
      words: parts[1].split(separator: " ").joined(separator: " "))
  }
}
