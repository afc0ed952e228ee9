import CourantTesting
import Languages
import Model
import Office
import Press
import Synchronization
import Testing
import Time

/// What `courant init` asks, and the site that the answers make.
@Suite struct NewSiteTests {
  private let now = Instant.at("2026-11-29T12:00:00Z")

  /// Answers with these lines, then not at all.
  private final class Script: Questioner {
    private let lines: Mutex<[String]>
    private let shown = Mutex<[String]>([])

    init(_ lines: [String]) { self.lines = Mutex(lines) }

    var transcript: [String] { shown.withLock { $0 } }

    func say(_ line: String) { shown.withLock { $0.append(line) } }

    func ask(_ prompt: String) -> String? {
      say(prompt)
      return lines.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
  }

  private func proposals(domain: String? = "mail.brain.org") -> SiteProposals {
    SiteProposals(folder: "/srv/brain-news", domain: domain, timeZone: "Europe/Vienna", locale: "de_AT.UTF-8")
  }

  private func opened(_ answers: SiteAnswers) throws -> OpenedSite {
    let folder = try TemporaryFolder()
    for (path, text) in Scaffold(today: now, answers).files { try folder.write(text, to: path) }
    defer { withExtendedLifetime(folder) {} }
    return try OpenedSite(folder: folder.path)
  }

  @Test func enterAcceptsWhatTheMachineSuggests() throws {
    let script = Script(Array(repeating: "", count: 8))
    let answers = try Interview(script, proposals: proposals()).answers(besides: SiteAnswers())
    #expect(
      script.transcript == [
        "Enter accepts what is in brackets. All of it can be changed later.",
        "Title of the site [Brain news]: ",
        "URL of the site, where public/ is served [https://mail.brain.org]: ",
        "Language of the phrases (\(Language.builtIn.joined(separator: ", "))) [de]: ",
        "Time zone of dates and schedules [Europe/Vienna]: ",
        "Postal address, which the law requires in emails [My name, My street 1, My town]: ",
        "Sender of the emails [Brain news <digest@mail.brain.org>]: ",
        "Mail server (smtp://[USER@]HOST[:PORT], or smtps://) [smtp://127.0.0.1:25]: ",
        "Topics with a feed each, separated by commas [none]: ",
      ])
    let site = try opened(answers).site
    #expect(site.title == "Brain news")
    #expect(site.zone.name == "Europe/Vienna")
    #expect(site.feeds.map(\.name.text) == ["all"])
  }

  @Test func whatTheMachineDoesNotKnowIsAnExample() throws {
    let script = Script(Array(repeating: "", count: 8))
    let nothing = SiteProposals(folder: "/", domain: "localhost", timeZone: "GMT", locale: "C")
    let answers = try Interview(script, proposals: nothing).answers(besides: SiteAnswers())
    #expect(SiteQuestion.allCases.map { answers[$0] } == SiteQuestion.allCases.map { SiteAnswers()[$0] })
  }

  @Test func aWrongAnswerIsExplainedAndAskedAgain() throws {
    let wrong: [(SiteQuestion, String, String)] = [
      (.title, "two\u{1B}[Alines", "`title` must be one line without control characters"),
      (
        .url, "news.example.org",
        "`url` is not an absolute http(s) URL; write, for example, \"https://news.example.org\""
      ),
      (
        .language, "Deutsch_AT!",
        "`language` must be a language tag (BCP 47), for example \"en\" or \"pt-BR\"; found \"Deutsch_AT!\"; write "
          + "`Deutsch-AT!`"
      ),
      (
        .timeZone, "Vienna",
        "`Vienna` is not a time zone; write Area/City, for example \"Europe/London\", or \"UTC\"; did you mean "
          + "`Europe/Vienna`?"
      ),
      (.from, "digest at example", "`from` must be \"Name <name@example.org>\" or \"name@example.org\""),
      (.relay, "mail.example.org:25", "`smtp` must be smtp://HOST:PORT or smtps://HOST:PORT"),
      (
        .topics, "strokes, ???",
        "`???` is not a valid name for a feed; use up to 64 characters of a–z, 0–9, `-`, `_` and `.`, beginning with a "
          + "letter or digit, or write feeds/NAME.toml for it later"
      ),
      (
        .topics, "通勤, topic-1",
        "there would be two feeds called `topic-1`; leave out `topic-1`"
      ),
      (.topics, "MS, ms", "there would be two feeds called `ms`; leave out `ms`"),
    ]
    for (question, answer, fault) in wrong {
      var known = SiteAnswers()
      for other in SiteQuestion.allCases where other != question {
        #expect(known.take(known[other], to: other) == nil)
      }
      let script = Script([answer, ""])
      _ = try Interview(script, proposals: proposals()).answers(besides: known)
      #expect(script.transcript.dropFirst(2).first == "  " + fault)
      #expect(script.transcript.count == 4)
    }
  }

  @Test func whoStopsAnsweringGetsNoSite() {
    #expect(throws: Interview.Ended.self) {
      try Interview(Script(["Title"]), proposals: proposals()).answers(besides: SiteAnswers())
    }
  }

  /// Quotation marks, backslashes and accents are written so that the settings have the same value.
  @Test func answersBecomeSettings() throws {
    var answers = SiteAnswers()
    let given: [(SiteQuestion, String)] = [
      (.title, #"The "Brain\Nerve" news"#), (.url, "https://brain.org/"), (.publisher, "Zoë, High Street 1"),
      (.from, "Zoë <zoe@brain.org>"), (.relay, "smtp://zoe@relay.brain.org:587"), (.topics, " Gedächtnis, MS ,"),
    ]
    for (question, answer) in given { #expect(answers.take(answer, to: question) == nil) }
    let opened = try self.opened(answers)
    let mail = try #require(opened.site.mail)
    #expect(opened.site.title == #"The "Brain\Nerve" news"#)
    #expect(opened.site.url == "https://brain.org")
    #expect(mail.smtp.user == "zoe")
    #expect(mail.tls == .required)
    #expect(opened.site.feeds.map(\.title) == ["Everything", "Gedächtnis", "MS"])
    let weekly = try #require(opened.site.digest("weekly"))
    #expect(opened.site.feeds(of: weekly).map(\.name.text) == ["gedachtnis", "ms", "all"])
    #expect(opened.warnings == [])
  }

  /// Nothing that readers see is in English.
  @Test(arguments: Language.builtIn.dropFirst()) func titlesAreInTheLanguageOfTheSite(_ tag: String) throws {
    var answers = SiteAnswers()
    for (question, answer) in [(SiteQuestion.language, tag), (.title, "X"), (.topics, "a")] {
      #expect(answers.take(answer, to: question) == nil)
    }
    let site = try opened(answers).site
    let words =
      (site.feeds.flatMap { [$0.title, $0.description] } + site.digests.map { site.title(ofDigest: $0.name) }).joined(
        separator: " ")
    #expect(!words.contains("Every") && !words.contains("Weekly") && !words.contains("about"))
    #expect(site.digests.map { site.title(ofDigest: $0.name) } == ["X"])
  }

  @Test func theNextStepsFitTheMachine() {
    let packaged = NextSteps(
      folder: "/var/lib/courant/news", program: "/usr/bin/courant", user: "courant", wasAsked: true, hasUnits: true)
    #expect(
      packaged.lines == [
        "Next:",
        "  /usr/bin/courant check --site /var/lib/courant/news    # what is missing",
        "  /usr/bin/courant preview weekly --serve 8000 --site /var/lib/courant/news    # the next email, in a browser",
        "  sudo systemctl enable --now courant-run@news.timer",
      ])
    let elsewhere = NextSteps(
      folder: "/srv/50% more's", program: "/usr/bin/courant", user: "ann", wasAsked: false, hasUnits: true)
    #expect(
      elsewhere.lines.suffix(2) == [
        "  add this line to /etc/cron.d/courant:",
        #"  */5 * * * * ann /usr/bin/courant run --quiet --site '/srv/50\% more'\''s'"#,
      ])
    #expect(
      elsewhere.lines[1] == "  edit /srv/50% more's/schedule.conf: title, URL, postal address, sender")
  }
}
