import Foundation
import Model
import SiteFolder
import Testing
import Time

struct SiteReaderTests {
  @Test func theFullExampleOfTheDesignIsRead() throws {
    let files = [
      "schedule.conf": fullExample,
      "feeds/ms.toml": """
      title = "Multiple sclerosis"
      description = "What is new"
      topics = ["ms", "NMOSD"]
      all_topics = ["Trial"]
      not_topics = ["mice"]
      formats = ["json", "rss"]
      limit = 20
      """,
      "feeds/all.toml": "title = \"All\"\ndescription = \"Everything\"\ntopics = [\"*\"]",
    ]
    let (read, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings == [])
    let site = try #require(read)
    #expect(site.title == "Neurology research, explained")
    #expect(site.url == "https://research.example.org")
    #expect(site.language == "en")
    #expect(site.zone == Zone("Europe/London"))
    #expect(site.publisher == "Example Research Trust, 1 High Street, London")
    #expect(site.tagPrefix == "tag:research.example.org,2026:")
    #expect(site.mail == expectedMail)
    #expect(
      site.sources == [
        SourceSettings(name: "articles", folder: "articles"),
        SourceSettings(name: "journal", folder: "journal/posts", topics: ["multiple sclerosis"], readsUSDates: true),
      ])
    #expect(site.aliases == [TopicSlug("ms"): Topic("multiple sclerosis")])
    #expect(site.aliases.values.map(\.label) == ["multiple sclerosis"])
    #expect(site.feeds == [Feed(name: Feed.Name("all")!, title: "All", description: "Everything"), expectedFeed])
    #expect(site.digests == [try expectedDigest()])
  }

  @Test func topicsHaveGroupsAndDescriptions() throws {
    let site = try site(
      """
      [topics]
      MS = "multiple sclerosis"
      [topics.groups]
      Conditions = ["ms", "ALS"]
      "Living with" = ["sleep"]
      [topics.descriptions]
      ms = "Of the nerves."
      """)
    #expect(
      site.topicGroups == [
        TopicGroup(title: "Conditions", topics: [Topic("multiple sclerosis"), Topic("ALS")]),
        TopicGroup(title: "Living with", topics: [Topic("sleep")]),
      ])
    #expect(site.topicDescriptions == [TopicSlug("multiple sclerosis"): "Of the nerves."])
  }

  @Test func aTopicMayBeWrittenGroupsOrDescriptions() throws {
    let site = try site("[topics]\ngroups = \"self-help\"\ndescriptions = \"reports\"")
    #expect(site.topics(written: ["Groups", "descriptions"]).map(\.label) == ["self-help", "reports"])
    #expect(site.topicGroups == [])
    #expect(site.topicDescriptions == [:])
  }

  private func site(_ settings: String) throws -> Site {
    var files = soundSite
    files["schedule.conf"]? += "\n" + settings
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings == [])
    return try #require(site)
  }

  @Test func everyOptionalKeyHasItsDefault() throws {
    let site = try #require(try withSite(soundSite) { SiteReader(folder: $0).read().site })
    #expect(site.language == "en")
    #expect(site.sources == [SourceSettings(name: "articles", folder: "articles")])
    let mail = MailSettings(
      from: Mailbox("News <news@example.org>")!, smtp: MailSettings.Relay(host: "127.0.0.1", port: 25))
    #expect(site.mail == mail)
    #expect(mail.bounces == EmailAddress("news@example.org"))
    #expect(site.digests == [Digest(name: "weekly", cron: try CronExpression("0 7 * * MON"))])
    #expect(site.feeds.map(\.name.text) == ["all", "ms"])
    #expect(site.feeds[0].topics == TopicRule())
    #expect(site.feeds[1].topics == TopicRule(anyOf: [TopicSlug("MS")]))
  }

  @Test func interestIsShownInListsOnlyOnRequest() throws {
    var files = soundSite
    #expect(try withSite(files) { SiteReader(folder: $0).read().site }?.showsInterest == false)
    files["schedule.conf"] = files["schedule.conf"]?.replacing("[site]", with: "[site]\nshow_interest = true")
    #expect(try withSite(files) { SiteReader(folder: $0).read().site }?.showsInterest == true)
  }

  @Test func aSiteWithoutMailNeedsNoPublisher() throws {
    var files = soundSite
    files["schedule.conf"] = """
      [site]
      title = "News"
      url = "HTTPS://News.example.org:8443/sub/"
      time_zone = "UTC"
      tag = "tag:example.org,2020-01:news/"
      """
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings == [])
    #expect(site?.mail == nil)
    #expect(site?.url == "HTTPS://News.example.org:8443/sub")
    #expect(site?.tagPrefix == "tag:example.org,2020-01:news/")
  }

  @Test(arguments: [
    ("smtp://mail.example.org", MailSettings.Relay(host: "mail.example.org", port: 25), MailSettings.TLS.opportunistic),
    ("smtp://MAIL:2525/", MailSettings.Relay(host: "mail", port: 2525), .opportunistic),
    (
      "smtp://ann%40example.org@localhost:587", .init(host: "localhost", port: 587, user: "ann@example.org"),
      .opportunistic
    ),
    (
      "smtps://ann@example.org@mail", .init(host: "mail", port: 465, isImplicitTLS: true, user: "ann@example.org"),
      .required
    ),
    ("smtps://[2001:DB8::1]", .init(host: "2001:db8::1", port: 465, isImplicitTLS: true), .required),
    ("smtp://[::1]:1025", .init(host: "::1", port: 1025), .opportunistic),
  ])
  func relaysAreRead(address: String, relay: MailSettings.Relay, tls: MailSettings.TLS) throws {
    var files = soundSite
    files["schedule.conf"]?.replace("[mail]", with: "[mail]\nsmtp = \"\(address)\"")
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings == [])
    #expect(site?.mail?.smtp == relay)
    #expect(site?.mail?.tls == tls)
  }

  @Test func mistakesOfAllFilesAreReportedTogether() throws {
    let files = [
      "schedule.conf": "[site]\ntitle = \"T\"\nurl = \"x\"\ntime_zone = 5\n",
      "feeds/b.toml": "titl = \"B\"\ndescription = \"b\"\n",
      "feeds/a.toml": "title = \"A\"\ndescription = \n",
    ]
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(site == nil)
    #expect(
      findings.map(\.description) == [
        "feeds/a.toml:2:15: a value is missing here; write one, such as \"…\" or 12",
        "feeds/b.toml:1:1: `title` is missing; add, for example, title = \"Our news\"",
        "feeds/b.toml:1:1: unknown key `titl`; did you mean `title`?",
        "schedule.conf:3:7: `url` is not an absolute http(s) URL; write, for example, \"https://news.example.org\"",
        "schedule.conf:4:13: `time_zone` must be a string in quotes, for example time_zone = \"…\"; found a whole number",
      ])
  }

  @Test func aFolderWithoutAScheduleNamesTheCommandThatMakesOne() throws {
    let (folder, read) = try withSite(["x": ""]) { ($0, SiteReader(folder: $0).read()) }
    let (site, findings) = read
    #expect(site == nil)
    #expect(
      findings.map(\.description) == [
        "schedule.conf: there is no schedule.conf in \(folder); create a site with `courant init \(folder)`"
      ])
  }

  @Test func filesThatAreNotFeedsAreReported() throws {
    var files = soundSite
    let rule = "use up to 64 characters of a–z, 0–9, `-`, `_` and `.`, beginning with a letter or digit"
    files["feeds/News.toml"] = ""
    files["feeds/old.tml"] = ""
    files["feeds/README.md"] = ""
    files["feeds/.hidden"] = ""
    let (_, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(
      findings.map { "\($0.weight) \($0)" } == [
        "fault feeds/News.toml: `News` is not a valid name for a feed; \(rule)",
        "warning feeds/old.tml: is ignored; feeds are files named feeds/NAME.toml",
      ])
  }

  @Test func aSiteWithoutFeedsIsAtFault() throws {
    let (site, findings) = try withSite(["schedule.conf": soundSite["schedule.conf"]!]) {
      SiteReader(folder: $0).read()
    }
    #expect(site == nil)
    #expect(
      findings.map(\.description) == ["feeds: there is no feed; create feeds/all.toml with a title and a description"])
  }

  @Test func aFileThatIsNotUTF8IsReportedByLine() throws {
    let findings = try withSite(soundSite) { folder in
      try Data("title = \"A\"\ndescription = \"caf".utf8 + [0xE9, 0x22, 0x0A]).write(
        to: URL(fileURLWithPath: folder + "/feeds/all.toml"))
      return SiteReader(folder: folder).read().findings
    }
    #expect(findings.map(\.description) == ["feeds/all.toml:2:19: this is not UTF-8; save the file as UTF-8"])
  }
}

private let fullExample = """
  [site]
  title     = "Neurology research, explained"
  url       = "https://research.example.org/"      # absolute base of every link
  language  = "en"                                 # BCP 47
  time_zone = "Europe/London"                      # IANA
  publisher = "Example Research Trust, 1 High Street, London"

  [mail]
  from      = "Neurology research <digest@research.example.org>"
  reply_to  = "editors@research.example.org"       # optional
  bounces   = "bounces@research.example.org"
  smtp      = "smtps://courant@mail.example.org"
  password_file = "secret/password"
  ca_file = "relay-ca.pem"
  tls       = "required"                           # off | opportunistic | required
  sessions  = 20
  rate      = "none"
  uncertain = "skip"

  [sources.articles]
  folder = "articles"
  [sources.journal]
  folder = "./journal/posts/"
  topics = ["multiple sclerosis"]                  # added to each of its articles
  date_format = "US"

  [topics]                                          # aliases
  "MS" = "multiple sclerosis"

  [digest.weekly]
  subject   = "{{#lead}}{{title}}{{/lead}} and {{more}} more"
  feeds     = ["ms", "all"]
  cron      = "0 7 * * MON"
  catch_up  = "skip"
  late_within = "1d12h"
  lookback  = "20d"
  max_articles = 10
  hold_above = 50
  """

private var expectedMail: MailSettings {
  let relay = MailSettings.Relay(host: "mail.example.org", port: 465, isImplicitTLS: true, user: "courant")
  var mail = MailSettings(from: Mailbox("Neurology research <digest@research.example.org>")!, smtp: relay)
  mail.smtp.passwordFile = "secret/password"
  mail.smtp.caFile = "relay-ca.pem"
  mail.replyTo = Mailbox("editors@research.example.org")
  mail.bounces = EmailAddress("bounces@research.example.org")!
  mail.tls = .required
  mail.sessions = 20
  mail.uncertain = .skip
  mail.hasVERP = true
  return mail
}

private var expectedFeed: Feed {
  let rule = TopicRule(
    anyOf: [TopicSlug("multiple sclerosis"), TopicSlug("nmosd")], allOf: [TopicSlug("trial")],
    noneOf: [TopicSlug("mice")])
  var feed = Feed(
    name: Feed.Name("ms")!, title: "Multiple sclerosis", description: "What is new", topics: rule, limit: 20)
  feed.formats = [.rss, .json]
  return feed
}

private func expectedDigest() throws -> Digest {
  var digest = Digest(name: "weekly", cron: try CronExpression("0 7 * * MON"))
  digest.subject = "{{#lead}}{{title}}{{/lead}} and {{more}} more"
  digest.feeds = [Feed.Name("ms")!, Feed.Name("all")!]
  digest.catchUp = .skip
  digest.lateWithin = .seconds(36 * 3600)
  digest.lookback = .seconds(20 * 86_400)
  digest.maxArticles = 10
  digest.holdAbove = 50
  return digest
}
