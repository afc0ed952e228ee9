internal import Curl
package import DNS
internal import Foundation
package import Model
package import Press
package import Time

/// Looks at the site as mail providers do, every few hours: leaves by one click with a token that ends nothing, notes when the
/// certificate ends, and asks DNS for the records of the keys.
package struct OutsideLook {
  private let opened: OpenedSite
  private let token: String?
  private let names: any NameService
  private let ask: WebCheck.Asking

  private static let pause = Duration.seconds(6 * 3600)
  /// While something is wrong.
  private static let shortPause = Duration.seconds(3600)
  private static let patience = Duration.seconds(10)

  /// - Parameter token: one that belongs to no subscription; nil if there is no ledger yet.
  package init(_ opened: OpenedSite, token: String?, names: any NameService, ask: @escaping WebCheck.Asking) {
    self.opened = opened
    self.token = token
    self.names = names
    self.ask = ask
  }

  /// Looks if it is time, and remembers what was seen.
  package func look(_ ledger: any NoteBook, at now: Instant) throws {
    let before = try OutsideRecord.facts(in: ledger)
    if let looked = before.looked, looked <= now, now - looked < pause(before) { return }
    try OutsideRecord.note(facts(after: before, at: now), in: ledger)
  }

  private func pause(_ facts: OutsideFacts) -> Duration {
    if facts.misses == 1 { return .zero }
    return facts.site == nil && facts.keys.isEmpty && facts.misses == 0 ? Self.pause : Self.shortPause
  }

  private func facts(after before: OutsideFacts, at now: Instant) -> OutsideFacts {
    var facts = before
    facts.looked = now
    facts.site = nil
    if let question {
      answer(question, &facts)
    } else {
      facts.misses = 0
    }
    if let keys = SenderCheck(opened, names: names)?.keyFaults() { facts.keys = keys }
    return facts
  }

  /// The one-click request, or one for the first page of a site whose mails have none.
  private var question: OutsideQuestion? {
    let site = opened.site
    if let mail = site.mail, let first = OutsideQuestions(site: site, mail: mail, token: token).all.first,
      first.isOneClick
    {
      return first
    }
    return site.url.hasPrefix("https://") ? OutsideQuestion("a GET", site.url + "/", .accepted) : nil
  }

  private func answer(_ question: OutsideQuestion, _ facts: inout OutsideFacts) {
    guard let url = HTTPAddress(question.url) else { return }
    let exchange = exchange(question, url)
    var isPassing = false
    var fault: String?
    switch exchange.result {
    case .success(let response):
      facts.host = url.host
      facts.certificateEnds = response.certificateEnd.flatMap(Self.instant)
      let judge = OutsideJudge(question: question, response: response, took: exchange.took)
      fault = question.body == nil ? nil : judge.fault.map { "\(question.words) \($0)" }
      isPassing = judge.isPassing
    case .failure(let failure):
      fault = "it gets no answer: \(failure.sentence); see the web server and `courant serve`"
      isPassing = failure.kind != .certificate
    }
    // One failure may be a restart.
    facts.misses = fault != nil && isPassing ? facts.misses + 1 : 0
    if let fault, facts.misses != 1 { facts.site = "\(place(question)): \(fault)" }
  }

  private func exchange(_ question: OutsideQuestion, _ url: HTTPAddress) -> HTTPExchange {
    var request = HTTPRequest(url: url, userAgent: "Courant/\(Courant.version) (+\(opened.site.url))")
    request.body = question.body
    request.fields = question.fields
    request.mostBytes = 2_000_000
    request.timeout = Self.patience
    // It is the site's own address, wherever that is.
    request.allowsPrivate = true
    request.caFile = opened.site.web?.caFile.map { opened.folder + "/" + $0 }
    return ask(request)
  }

  /// The URL without the token.
  private func place(_ question: OutsideQuestion) -> String {
    token.map { question.url.replacing($0, with: "TOKEN") } ?? question.url
  }

  /// Of `2026-11-30 12:00`.
  private static func instant(_ text: String) -> Instant? {
    Instant(rfc3339: text.replacing(" ", with: "T") + ":00Z")
  }
}
