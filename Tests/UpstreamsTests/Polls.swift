import Model
import Testing
import Time
import Upstreams

/// A site of canned answers, by URL. It remembers the requests.
final class CannedSite {
  var answers: [String: FetchAnswer.Result] = [:]
  private(set) var requests: [FetchRequest] = []

  var asked: [String] { requests.map(\.url) }

  func set(_ url: String, _ text: String) { answers[url] = .document(Array(text.utf8)) }

  /// Carries a conversation to its end. An unknown URL answers 404.
  func carry<Poll: UpstreamPoll>(_ poll: inout Poll) {
    var answer: FetchAnswer?
    while let request = poll.next(after: answer) {
      requests.append(request)
      guard requests.count < 500 else { return }
      answer = FetchAnswer(answers[request.url] ?? .status(404), url: request.url)
    }
  }
}

let noon = Instant(seconds: 1_796_040_000)  // 2026-11-30 12:00 UTC

func question(_ kind: UpstreamSettings.Kind, _ url: String) -> UpstreamQuestion {
  let settings = UpstreamSettings(name: "journal", kind: kind, url: url)
  let first = FetchRequest(url: url, userAgent: "Courant/0 (+https://site.example/)")
  return UpstreamQuestion(source: settings, first: first, now: noon)
}

/// The result of a poll.
func outcome(_ question: UpstreamQuestion, _ site: CannedSite) -> UpstreamOutcome {
  var poll: any UpstreamPoll = UpstreamKinds().poll(question)
  carry(&poll, site)
  return poll.outcome()
}

func carry(_ poll: inout any UpstreamPoll, _ site: CannedSite) {
  func carried<Poll: UpstreamPoll>(_ poll: Poll) -> any UpstreamPoll {
    var poll = poll
    site.carry(&poll)
    return poll
  }
  poll = carried(poll)
}

func document(_ question: UpstreamQuestion, _ site: CannedSite) throws -> UpstreamDocument {
  guard case .document(let document, _) = outcome(question, site) else {
    Issue.record("no document: \(outcome(question, site))")
    return UpstreamDocument()
  }
  return document
}

func failure(_ question: UpstreamQuestion, _ site: CannedSite) -> UpstreamFailure? {
  if case .unreadable(let failure) = outcome(question, site) { return failure }
  return nil
}
