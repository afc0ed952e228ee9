import Model
import Testing
import Time

@testable import Office

/// Answers by URL; a URL without an answer is unreachable.
private final class ScriptedFetcher: Fetcher {
  var answers: [String: FetchAnswer] = [:]
  private(set) var asked: [FetchRequest] = []

  func run(
    _ conversations: [any Conversation], limit: Duration, ended: (Int, any Conversation) throws -> Void
  ) throws {
    for (position, conversation) in conversations.enumerated() {
      var conversation = conversation
      var answer: FetchAnswer?
      while let request = conversation.next(after: answer) {
        asked.append(request)
        let failure = FetchFailure(.unreachable, "no one answers")
        answer = answers[request.url] ?? FetchAnswer(.failed(failure), url: request.url)
      }
      try ended(position, conversation)
    }
  }
}

/// Reads documents whose lines are titles. In one that begins with `page`, the other lines are URLs of feeds.
private struct LineReader: UpstreamReader {
  func poll(_ question: UpstreamQuestion) -> any UpstreamPoll { LinePoll(question: question) }
}

private struct LinePoll: UpstreamPoll {
  let question: UpstreamQuestion
  var decisive: FetchAnswer?
  private var isAsked = false

  init(question: UpstreamQuestion) { self.question = question }

  mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    if let answer { decisive = answer }
    guard !isAsked else { return nil }
    isAsked = true
    return question.first
  }

  func outcome() -> UpstreamOutcome {
    guard case .document(let bytes)? = decisive?.result else {
      return decisive?.result == .unchanged ? .unchanged : .unanswered
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    if lines.first == "page" {
      return .unreadable(
        UpstreamFailure(sentence: "a web page came instead of a feed", proposals: Array(lines.dropFirst())))
    }
    var document = UpstreamDocument()
    document.title = lines.first ?? ""
    document.items = lines.dropFirst().map(UpstreamItem.init(title:))
    return .document(document, hash: nil)
  }
}

@Suite struct SourceTrialTests {
  private let url = "https://blog.example/"

  private func document(_ text: String, at url: String) -> FetchAnswer {
    FetchAnswer(.document(Array(text.utf8)), url: url)
  }

  private func run(_ fetcher: ScriptedFetcher, allowsPrivate: Bool = false) throws -> SourceTrial.Result {
    var request = FetchRequest(url: url, userAgent: "Test")
    request.credentials = "ann:secret"
    request.allowsPrivate = allowsPrivate
    return try SourceTrial(LineReader(), fetcher, now: Instant(seconds: 0))
      .run(UpstreamSettings(name: "a", kind: .feed, url: url), first: request)
  }

  @Test func aDocumentIsReadWithOneRequest() throws {
    let fetcher = ScriptedFetcher()
    fetcher.answers = [url: document("Blog\nA\nB", at: url)]
    guard case .read(let read, let answer) = try run(fetcher) else {
      Issue.record("not read")
      return
    }
    #expect(read.title == "Blog")
    #expect(read.items.map(\.title) == ["A", "B"])
    #expect(answer == document("Blog\nA\nB", at: url))
    #expect(fetcher.asked.map(\.url) == [url])
    #expect(fetcher.asked.allSatisfy { $0.validators.isEmpty })
  }

  @Test func onlyFeedsThatCanBeReadAreProposed() throws {
    let fetcher = ScriptedFetcher()
    let feeds = ["feed", "gone", "other-page", "comments"].map { url + $0 }
    fetcher.answers = [
      url: document("page\n" + feeds.joined(separator: "\n"), at: url),
      feeds[0]: document("Blog\nA\nB", at: feeds[0]), feeds[1]: FetchAnswer(.status(404), url: feeds[1]),
      feeds[2]: document("page", at: feeds[2]), feeds[3]: document("Comments", at: feeds[3]),
    ]
    guard case .unreadable(let sentence, _, let proposed) = try run(fetcher) else {
      Issue.record("read")
      return
    }
    #expect(sentence == "a web page came instead of a feed")
    #expect(
      proposed == [
        SourceTrial.Feed(url: feeds[0], title: "Blog", items: 2),
        SourceTrial.Feed(url: feeds[3], title: "Comments", items: 0),
      ])
    #expect(fetcher.asked.map(\.url) == [url] + feeds)
    #expect(fetcher.asked.map(\.credentials) == ["ann:secret", nil, nil, nil, nil])
  }

  @Test func aPageChoosesNothingOnPrivateMachines() throws {
    let fetcher = ScriptedFetcher()
    let other = "http://169.254.169.254/feed"
    fetcher.answers = [url: document("page\n\(url)feed\n\(other)", at: url)]
    _ = try run(fetcher, allowsPrivate: true)
    #expect(fetcher.asked.map(\.allowsPrivate) == [true, true, false])
  }

  @Test func aPageWithManyFeedsIsAskedForEight() throws {
    let fetcher = ScriptedFetcher()
    let feeds = (1...20).map { "\(url)\($0)" }
    fetcher.answers = [url: document("page\n" + feeds.joined(separator: "\n"), at: url)]
    _ = try run(fetcher)
    #expect(fetcher.asked.count == 9)
  }

  @Test(arguments: [
    (FetchAnswer.Result.status(503), "it answered 503"),
    (.unchanged, "it answered 304 to a request without conditions"),
    (.failed(FetchFailure(.timedOut, "no answer within 30 s")), "no answer within 30 s"),
  ])
  func aSourceThatCannotBeFetchedIsExplained(result: FetchAnswer.Result, sentence: String) throws {
    let fetcher = ScriptedFetcher()
    fetcher.answers = [url: FetchAnswer(result, url: url)]
    guard case .unfetched(let found) = try run(fetcher) else {
      Issue.record("fetched")
      return
    }
    #expect(found == sentence)
  }
}

/// How `courant sources` and `courant status` judge a source.
@Suite struct SourceHealthTests {
  private static let day: Int64 = 86_400
  private let now = Instant(seconds: 100 * SourceHealthTests.day)

  /// A state whose times are days before now.
  private func health(key: String? = nil, _ change: (inout PollState) -> Void) -> SourceHealth {
    var state = PollState()
    change(&state)
    let source = UpstreamSettings(name: "a", kind: .feed, url: "https://a.example/feed")
    return SourceHealth(source, state, at: now, in: .utc, key: key)
  }

  private func ago(_ days: Int64) -> Instant { Instant(seconds: (100 - days) * Self.day) }

  @Test func aSourceThatWasNeverAskedIsNew() { #expect(health { _ in }.state == .new) }

  @Test(arguments: [(1, 1, SourceHealth.State.well), (6, 1, .well), (8, 1, .quiet), (14, 3, .well), (16, 3, .quiet)])
  func aSourceIsQuietAfterFiveTimesItsUsualGapAndAWeek(since: Int64, gap: Int64, state: SourceHealth.State) {
    let health = health {
      $0.asked = now
      $0.news = ago(since)
      $0.usualGap = gap * Self.day
    }
    #expect(health.state == state)
    #expect((health.sentence == nil) == (state == .well))
  }

  @Test func aFailingSourceReportsSinceWhenAndWhy() {
    let health = health {
      $0.asked = now
      $0.failures = 3
      $0.failingSince = ago(2)
      $0.failure = "the server answered 500"
    }
    #expect(health.state == .failing)
    #expect(health.sentence == "since 1970-04-09 00:00: the server answered 500")
  }

  /// A failure that the operator may have corrected is not repeated.
  @Test func aReasonOfEarlierSettingsIsNotGiven() {
    let isFailing: (inout PollState) -> Void = {
      $0.settingsKey = "1"
      $0.url = "https://a.example/feed"
      $0.asked = now
      $0.failures = 3
      $0.failingSince = ago(2)
      $0.failure = "127.0.0.1 is this machine; allow_private = true permits it"
    }
    #expect(health(key: "1", isFailing).sentence?.hasSuffix("allow_private = true permits it") == true)
    let corrected = health(key: "2", isFailing)
    #expect(corrected.state == .failing)
    #expect(
      corrected.sentence
        == "since 1970-04-09 00:00: its settings have changed, so the next run asks it again")
    let moved = health(key: "2") {
      isFailing(&$0)
      $0.url = "https://old.example/feed"
      $0.isEnded = true
    }
    #expect(moved.state == .new)
    #expect(moved.sentence == nil)
  }

  @Test func aBusyHostAndACutOffDocumentAreNeitherWellNorFailing() {
    let waiting = health {
      $0.asked = now
      $0.waitingSince = ago(1)
      $0.next = ago(-1)
      $0.failure = "its host asked to be left alone for a while"
    }
    #expect(waiting.state == .waiting)
    #expect(waiting.sentence == "its host asked to be left alone for a while; asked again 1970-04-12 00:00")
    let incomplete = health {
      $0.asked = now
      $0.cutOffSince = ago(2)
    }
    #expect(incomplete.state == .incomplete)
    #expect(
      incomplete.sentence
        == "its document has been cut off since 1970-04-09 00:00; the complete items in it count")
  }

  @Test func aSourceThatIsGoneIsEnded() {
    let health = health {
      $0.isEnded = true
      $0.failures = 2
    }
    #expect(health.state == .ended)
  }

  @Test func aSourceThatMovedPermanentlyNamesItsNewURL() {
    let health = health {
      $0.asked = now
      $0.moved = PollState.Move(target: "https://b.example/feed", since: ago(9), polls: 4)
      $0.moved?.isFollowed = true
    }
    #expect(health.state == .well)
    #expect(health.sentence == "moved for good; write url = \"https://b.example/feed\"")
  }
}
