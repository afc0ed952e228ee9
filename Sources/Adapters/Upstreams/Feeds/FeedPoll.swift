internal import FeedReading
internal import Model
internal import Text
internal import Time

/// A feed: one request.
struct FeedPoll: UpstreamPoll {
  private let question: UpstreamQuestion
  private var isAsked = false
  private(set) var decisive: FetchAnswer?

  init(_ question: UpstreamQuestion) { self.question = question }

  private static let accept =
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"

  mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    decisive = answer
    guard !isAsked else { return nil }
    isAsked = true
    return question.firstRequest(accept: Self.accept)
  }

  func outcome() -> UpstreamOutcome {
    guard let answer = decisive else { return .unanswered }
    guard case .document(let bytes) = answer.result else {
      return answer.outcome(of: question.first) ?? .unanswered
    }
    let hash = digest(of: bytes)
    guard hash != question.bodyHash else { return .unchanged }
    do throws(FeedFailure) {
      return .document(FeedUpstream(try readFeed(bytes, context(answer)), question).document, hash: hash)
    } catch {
      return .unreadable(UpstreamFailure(error, isChallenge: answer.isChallenge))
    }
  }

  private func context(_ answer: FetchAnswer) -> FeedContext {
    var context = FeedContext()
    context.base = answer.url
    context.type = answer.contentType
    context.zone = question.source.zone
    context.order = question.source.dayOrder
    return context
  }
}

extension UpstreamSettings {
  var dayOrder: DayOrder? { readsUSDates.map { $0 ? .monthFirst : .dayFirst } }
}

extension UpstreamFailure {
  init(_ failure: FeedFailure, isChallenge: Bool) {
    guard case .webPage(let title, let feeds) = failure else {
      self.init(sentence: failure.sentence)
      return
    }
    self.init(sentence: Self.words(forPage: title, insteadOf: "a feed", isChallenge: isChallenge), proposals: feeds)
  }

  /// `a web page called “Log in” came instead of a feed`
  static func words(forPage title: String, insteadOf wanted: String, isChallenge: Bool) -> String {
    let name = title.isEmpty ? "a web page" : "a web page called “\(title.cut(to: 80))”"
    let sentence = "\(name) came instead of \(wanted)"
    guard isChallenge || isTitleOfChallenge(title) else { return sentence }
    return sentence + ", which asks visitors to prove that they are people; ask the site to let Courant read it"
  }

  /// What services in front of sites write above such pages.
  static func isTitleOfChallenge(_ title: String) -> Bool {
    let title = title.lowercased()
    return ["just a moment", "attention required", "checking your browser", "ddos-guard", "are you a robot"].contains {
      title.hasPrefix($0)
    }
  }
}
