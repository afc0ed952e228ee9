internal import Model
internal import Office
internal import Press
internal import Text
internal import Time

/// Readers found by a part of their address or name.
struct ReadersPage: Encodable {
  struct Row: Encodable {
    let reader: Int64
    let email: String
    let name: String?
  }

  let query: String
  let readers: [Row]
  let more: Bool

  static let most = 50
  static let shortest = 3

  init(_ query: String, _ ledger: any DeskBook) throws {
    self.query = query
    let found = query.count < Self.shortest ? [] : try ledger.readers(matching: query, limit: Self.most + 1)
    more = found.count > Self.most
    readers = found.prefix(Self.most).map { Row(reader: $0.id.number, email: $0.address.description, name: $0.name) }
  }

  var page: DeskPage {
    var page = DeskPage("Readers")
    var part = DeskPart()
    var form = DeskForm(to: "/readers", "Find")
    form.asks = true
    form.lines = [
      .init(
        label: "A part of an address, a name or a domain", name: "q", value: query,
        hint: "At least \(Self.shortest) characters")
    ]
    part.forms = [form]
    page.parts = [part]
    if query.count >= Self.shortest { page.parts.append(results) }
    page.command = query.contains("@") ? "courant why ADDRESS" : "courant subscribers list"
    page.json = "/readers.json?q=" + percentEncoded(query)
    page.place = "/readers"
    return page
  }

  private var results: DeskPart {
    var part = DeskPart(.plain, readers.isEmpty ? "Nobody" : "Found")
    if readers.isEmpty { return part }
    var table = DeskTable(
      more ? "The first \(Self.most); write more of it" : DeskText.readers(readers.count), ["Address", "Name"])
    table.rows = readers.map { [.init($0.email, to: "/readers/\($0.reader)"), .init($0.name ?? "")] }
    part.tables = [table]
    return part
  }
}

/// One reader: the same as `courant why ADDRESS`.
struct ReaderPage: Encodable {
  struct Row: Encodable {
    let digest: String
    let status: String
    let feeds: String

    /// As a form has them.
    var written: String { feeds == Self.all ? "*" : feeds }

    static let all = "all feeds"
  }

  let reader: Int64
  let email: String
  let name: String?
  let subscriptions: [Row]
  /// As `courant why` prints them.
  let lines: [String]
  let suppressed: Bool
  /// The reason; nil if mail is allowed.
  let suppression: String?
  let paused_until: String?

  /// Whether an operator may lift the suppression.
  let mayBeLifted: Bool
  let pauseEnd: String?

  init(_ found: FoundReader, _ press: PressRun, _ opened: OpenedSite) throws {
    reader = found.id.number
    email = found.address.description
    name = found.name
    let ledger = press.ledger
    let held = try ledger.subscriptions(of: found.address)
    subscriptions = held.map {
      Row(digest: $0.digest, status: $0.standing.rawValue, feeds: $0.follows == .all ? Row.all : $0.follows.text)
    }
    let until = held.first?.subscriber.pausedUntil
    paused_until = until.flatMap { $0 > press.now ? $0.rfc3339 : nil }
    lines = try Why(opened, ledger: ledger, now: press.now).lines(address: found.address) ?? []
    let suppression = try ledger.suppression(of: found.address)?.reason
    suppressed = suppression != nil
    mayBeLifted = suppression?.endsWithReturn == true
    self.suppression = suppression?.rawValue
    pauseEnd = paused_until == nil ? nil : until.map(press.site.zone.shown)
  }

  private enum CodingKeys: String, CodingKey {
    case reader, email, name, subscriptions, lines, suppressed, suppression, paused_until
  }

  var path: String { "/readers/\(reader)" }

  /// Confirmed or pending.
  var open: [Row] { subscriptions.filter { $0.status == "confirmed" || $0.status == "pending" } }

  /// - Parameter done: the part about what was just done.
  func page(mayAct: Bool, done: DeskPart?) -> DeskPage {
    var page = DeskPage(email)
    page.parts = [done].compactMap(\.self)
    var part = DeskPart(suppressed ? .warning : .plain, suppressed ? "Never mailed" : "")
    var table = DeskTable("Subscriptions", ["Digest", "Status", "Follows"])
    table.rows = subscriptions.map { [.init($0.digest), .init($0.status), .init($0.feeds)] }
    part.facts = [.init(label: "Name", value: name ?? "not given"), .init(label: "Reader", value: "\(reader)")]
    if let suppression { part.facts.append(.init(label: "Suppressed", value: suppression)) }
    if paused_until != nil { part.facts.append(.init(label: "Paused until", value: pauseEnd ?? "")) }
    if !subscriptions.isEmpty { part.tables = [table] }
    var history = DeskPart(.plain, "History")
    history.code = lines.joined(separator: "\n")
    page.parts += [part, history]
    if mayAct { page.parts.append(acts) }
    page.command = "courant why \(email)"
    page.json = path + ".json"
    page.place = "/readers"
    return page
  }

  private var acts: DeskPart {
    var part = DeskPart(.plain, "Change it")
    part.links = [DeskLink("Mail them the link to their choices…", path + "/send-link")]
    part.links += open.flatMap { row in
      let query = "?digest=" + percentEncoded(row.digest)
      return [
        DeskLink("Change the feeds of \(row.digest)…", path + "/feeds" + query),
        DeskLink("End \(row.digest)…", path + "/end" + query),
      ]
    }
    if paused_until != nil {
      part.links.append(DeskLink("End the pause…", path + "/resume"))
    } else if !open.isEmpty {
      part.links.append(DeskLink("Pause all mail to them…", path + "/pause"))
    }
    if mayBeLifted { part.links.append(DeskLink("Allow mail to them again…", path + "/lift")) }
    if !suppressed { part.links.append(DeskLink("Never mail them again…", path + "/suppress")) }
    part.links.append(DeskLink("Erase them…", path + "/forget"))
    return part
  }
}
