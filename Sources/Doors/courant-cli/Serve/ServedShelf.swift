import LedgerSQL
import Model
import Press
import Time
import Web

/// Reads published articles for `courant serve`, on its own connection.
///
/// Documents are kept until an article or the settings change, so that many clients of one feed cost little.
actor ServedShelf {
  private let served: ServedSite
  private let ledger: LedgerThread<SQLLedger>
  private var chosen = Offer()
  /// When ``chosen`` was made.
  private var made: Instant?
  private var next: [String: NextMail] = [:]
  /// The state of the ledger that ``next`` was computed from.
  private var nextState = ""
  private var documents: [String: [UInt8]] = [:]
  /// What ``documents`` depend on.
  private var state = ""

  private static let patience = Duration.seconds(5)
  /// How long an offer is shown.
  private static let age = Duration.seconds(60)
  /// The most bytes of documents that are kept.
  private static let room = 4 << 20

  init(_ served: ServedSite, _ ledger: LedgerThread<SQLLedger>) {
    self.served = served
    self.ledger = ledger
  }

  /// What the chooser shows: an older one, or none, if the ledger is not free.
  func offer() async -> Offer {
    let now = Moment.clock
    if let made, now - made < Self.age { return chosen }
    guard let site = served.opened?.site else { return chosen }
    let new = try? await ledger.use(within: .seconds(1)) { try Offer(of: site, $0, at: now) }
    if let new {
      chosen = new
      made = now
    }
    return chosen
  }

  /// The next email of each digest; an older version, or none, while the ledger is busy.
  func upcoming() async -> [String: NextMail] {
    guard let opened = served.opened else { return next }
    let now = Moment.clock
    let known = (state: nextState, next: next)
    let new = try? await ledger.use(within: .seconds(1)) { ledger in
      let state = "\(opened.key) \(try ledger.upcomingState(at: now))"
      let mails = state == known.state ? known.next : try ledger.upcoming(on: opened.site, at: now)
      return (state: state, mails: mails)
    }
    if let new {
      nextState = new.state
      next = new.mails
    }
    return next
  }

  /// The next email of a digest for one reader who has just changed to it.
  func upcoming(of digest: String, handedTo subscription: Int64) async -> NextMail? {
    guard let site = served.opened?.site, let digest = site.digest(digest) else { return nil }
    let now = Moment.clock
    // While the ledger is busy, the page shows only the date.
    let issue = try? await ledger.use(within: .seconds(1)) { ledger in
      try Selector(site: site, ledger: ledger, digest: digest).upcoming(at: now, handedTo: subscription)
    }
    return issue.map { NextMail($0) }
  }

  func articles(matching query: SearchQuery) async throws -> [Article] {
    guard let site = served.opened?.site else { return [] }
    let now = Moment.clock
    return try await ledger.use(within: Self.patience) { try SiteSearch(site).articles(matching: query, $0, at: now) }
  }

  /// Nil until valid settings have been read.
  func feed(of names: [Feed.Name], _ format: Feed.Format) async throws -> [UInt8]? {
    let key = "of/\(names.map(\.text).joined(separator: "+"))/\(format.fileName)"
    return try await document(key) { site, ledger, now in
      try OwnFeed(of: names, on: site).document(format, ledger, at: now)
    }
  }

  func feed(of query: SearchQuery, title: String, _ format: Feed.Format) async throws -> [UInt8] {
    let key = "search/\(query.words.joined(separator: "+"))/\(format.fileName)"
    let document = try await document(key) { site, ledger, now in
      try SiteSearch(site).document(format, of: query, title: title, ledger, at: now)
    }
    return document ?? []
  }

  private func document(
    _ key: String, _ make: @escaping @Sendable (Site, SQLLedger, Instant) throws -> [UInt8]
  ) async throws -> [UInt8]? {
    guard let opened = served.opened else { return nil }
    let now = Moment.clock
    let current = try await ledger.use(within: Self.patience) { ledger in
      let turn = try ledger.nextTurn(after: now)?.seconds ?? 0
      return "\(opened.key) \(try ledger.shelfVersion()) \(turn)"
    }
    if current != state {
      documents = [:]
      state = current
    }
    if let document = documents[key] { return document }
    let document = try await ledger.use(within: Self.patience) { try make(opened.site, $0, now) }
    // Another request may have found a newer state in the meantime.
    if current == state { keep(document, as: key) }
    return document
  }

  private func keep(_ document: [UInt8], as key: String) {
    let size = documents.values.reduce(document.count) { $0 + $1.count }
    if size > Self.room { documents = [:] }
    if document.count <= Self.room { documents[key] = document }
  }
}

extension SQLLedger {
  /// A string that changes with every article and issue, at the end of an embargo, and once a minute.
  fileprivate func upcomingState(at now: Instant) throws -> String {
    let newest = try issues(of: nil, limit: 1).first?.id.number ?? 0
    return "\(try shelfVersion()) \(newest) \(now.seconds / 60)"
  }

  fileprivate func upcoming(on site: Site, at now: Instant) throws -> [String: NextMail] {
    var found: [String: NextMail] = [:]
    for digest in site.digests {
      found[digest.name] = try Selector(site: site, ledger: self, digest: digest).upcoming(at: now).map { NextMail($0) }
    }
    return found
  }
}
