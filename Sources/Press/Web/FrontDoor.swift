package import Leaving
package import Model
internal import Presentation
internal import Synchronization
internal import Templates
package import Time

/// Answers the requests of readers: signing up, confirming, choosing and leaving.
///
/// GET and HEAD change nothing. A POST is authorised by the token in its path alone; there are no cookies.
package struct FrontDoor: Sendable {
  package typealias Desk = any ReaderDesk

  /// The ledger, for what changes it. It may have to wait for a run that writes.
  let desk: LedgerThread<Desk>
  /// The ledger again, for pages, which never wait for a change.
  let reading: LedgerThread<Desk>
  /// The current settings and templates.
  let house: @Sendable () -> WebHouse
  let spool: LeavingSpool
  let clock: @Sendable () -> Instant
  package var ways = WebWays()
  var tally = WebTally()

  package init(
    desk: LedgerThread<Desk>, reading: LedgerThread<Desk>, spool: LeavingSpool,
    house: @escaping @Sendable () -> WebHouse, clock: @escaping @Sendable () -> Instant
  ) {
    self.desk = desk
    self.reading = reading
    self.spool = spool
    self.house = house
    self.clock = clock
  }

  package func answer(_ request: WebRequest) async -> WebResponse {
    let house = house()
    let route = WebRoute(path: request.path, folder: house.site.folder)
    let visit = Visit(request, at: clock(), house: house)
    var response = await answer(route, visit)
    response.set("Content-Length", "\(response.body.count)")
    if request.method == "HEAD" { response.body = [] }
    return response.guarded(isPrivate: route?.token != nil, returning: visit.returnOrigin)
  }

  private func answer(_ route: WebRoute?, _ visit: Visit) async -> WebResponse {
    do {
      guard let route else { return try visit.face.notFound() }
      guard route.methods.contains(visit.request.method) else {
        var response = try visit.face.refusedRequest(405)
        response.set("Allow", route.methods.joined(separator: ", "))
        return response
      }
      if !visit.request.isSafe, let refusal = try refusal(of: visit, on: route) { return refusal }
      return try await dispatch(route, visit)
    } catch {
      // The ledger or a template failed. The clerk meets the same fault and reports it to the operator.
      ways.failed(error)
      return (try? visit.face.trouble()) ?? .text(503, "try again in a minute")
    }
  }

  /// The answer to a POST that is not a form; nil if it is one. One-click is not checked: its method and token decide
  /// (RFC 8058 §3.2).
  private func refusal(of visit: Visit, on route: WebRoute) throws -> WebResponse? {
    guard visit.request.body != nil else {
      var response = try visit.face.refusedRequest(413)
      response.closes = true
      return response
    }
    if case .unsubscribe = route { return nil }
    guard visit.request.isForm else { return try visit.face.refusedRequest(415) }
    return visit.form == nil ? try visit.face.refusedRequest(400) : nil
  }

  private func dispatch(_ route: WebRoute, _ visit: Visit) async throws -> WebResponse {
    if case .unsubscribe(let token) = route { return try await unsubscribe(token, visit) }
    guard visit.house.isOpen else { return try visit.face.trouble() }
    if case .privateFeed(let token, let name, let format) = route {
      return try await privateFeed(token, name, format, visit)
    }
    if let token = route.token, !isPlausibleToken(token) {
      tally.add("unknown tokens")
      return try visit.face.unknownLink()
    }
    switch route {
    case .subscribe: return try await subscribe(visit)
    case .confirm(let token): return try await confirm(token, visit)
    case .refuse(let token): return try await refuse(token, visit)
    case .findLink: return try await findLink(visit)
    case .preferences(let token): return try await preferences(token, visit)
    case .access(let token): return try await access(token, visit)
    case .move(let token): return try await move(token, visit)
    case .moveBack(let token): return try await moveBack(token, visit)
    case .left(let token): return try await left(token, visit)
    case .ownFeeds: return try visit.face.answer(visit.face.ownFeedsPage(visit.request.parameters))
    case .ownFeed(let names, let format): return try await ownFeed(names, format, visit)
    case .search: return try await search(visit)
    case .searchFeed(let words, let format): return try await searchFeed(words, format, visit)
    case .unsubscribe, .privateFeed: return try visit.face.trouble()
    }
  }

  /// Changes the ledger, within the time that a reader may wait.
  func ask<Result: Sendable>(_ body: @escaping @Sendable (Desk) throws -> Result) async throws -> Result {
    try await desk.use(within: ways.patience, body)
  }

  /// The same, in one transaction with what other readers do at the same time, for requests that thousands may make at once.
  func askTogether<Result: Sendable>(_ body: @escaping @Sendable (Desk) throws -> Result) async throws -> Result {
    try await desk.useTogether(within: ways.patience, body)
  }

  /// Only reads.
  func look<Result: Sendable>(_ body: @escaping @Sendable (Desk) throws -> Result) async throws -> Result {
    try await reading.use(within: ways.patience, body)
  }

  /// The answer to a subscription token without a reader: one who was erased, or a token that is not from this site.
  func withoutReader(_ token: String, _ visit: Visit) async throws -> WebResponse {
    let isOurs = try await look { $0.hasMade(token) }
    return isOurs ? try visit.face.gone() : try unknownToken(visit)
  }

  func unknownToken(_ visit: Visit) throws -> WebResponse {
    tally.add("unknown tokens")
    return try visit.face.unknownLink()
  }

  /// Records the counts since the last call and the departures in the spool. For the clerk.
  package func settle(on desk: Desk) throws {
    let counts = tally.take()
    if !counts.isEmpty { try desk.count(counts, at: clock()) }
    _ = try spool.takeIn { _ = try desk.leave($0.token, all: $0.all, origin: $0.origin, at: $0.at) }
  }
}

/// The pages' access to everything outside the ledger. Each part may be missing.
package struct WebWays: Sendable {
  /// How long the ledger may take before a reader gets a different response.
  package var patience: Duration = .seconds(5)
  /// What the chooser shows about each feed and digest.
  package var offer: @Sendable () async -> Offer = { Offer() }
  /// The next email of each digest, by name.
  package var upcoming: @Sendable () async -> [String: NextMail] = { [:] }
  /// The next email of a digest for the reader with this subscription, who has just changed to it; nil if it has nothing new for
  /// them.
  package var upcomingAfterChange: @Sendable (_ digest: String, _ subscription: Int64) async -> NextMail? = { _, _ in
    nil
  }
  /// The fault of an address's domain; nil if it has none, or if that cannot be determined in time.
  package var doubt: @Sendable (EmailAddress) async -> AddressDoubt? = { _ in nil }
  /// The document of several feeds as one; nil if one of them does not exist.
  package var ownFeed: @Sendable ([Feed.Name], Feed.Format) async throws -> [UInt8]? = { _, _ in nil }
  /// The articles with all words, best first.
  package var search: @Sendable (SearchQuery) async throws -> [Article] = { _ in [] }
  /// The document of a feed, with this title, of the articles with all words.
  package var searchFeed: @Sendable (SearchQuery, _ title: String, Feed.Format) async throws -> [UInt8] = { _, _, _ in
    []
  }
  /// Called after a request was recorded, so that its letter leaves soon.
  package var recorded: @Sendable () -> Void = {}
  /// Called with what made a page fail.
  package var failed: @Sendable (any Error) -> Void = { _ in }
  /// Signs the instants of forms; different in each process.
  package var sealKey: [UInt8] = []

  package init() {}
}

/// Why mail may not reach a domain.
package enum AddressDoubt: Hashable, Sendable {
  /// A typo in a well-known domain; with the address that was probably meant.
  case slip(EmailAddress)
  case noServer
}

/// Counts between two turns of the clerk.
final class WebTally: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  func add(_ what: String) { counts.withLock { $0[what, default: 0] += 1 } }

  func take() -> [String: Int] {
    counts.withLock { counts in
      defer { counts = [:] }
      return counts
    }
  }
}
