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
  }

  let reader: Int64
  let email: String
  let name: String?
  let subscriptions: [Row]
  /// As `courant why` prints them.
  let lines: [String]
  let suppressed: Bool

  init(_ found: FoundReader, _ press: PressRun, _ opened: OpenedSite) throws {
    reader = found.id.number
    email = found.address.description
    name = found.name
    let ledger = press.ledger
    subscriptions = try ledger.subscriptions(of: found.address).map {
      Row(digest: $0.digest, status: $0.standing.rawValue, feeds: $0.follows == .all ? "all feeds" : $0.follows.text)
    }
    lines = try Why(opened, ledger: ledger, now: press.now).lines(address: found.address) ?? []
    suppressed = try ledger.suppression(of: found.address) != nil
  }

  private var path: String { "/readers/\(reader)" }

  private var open: [Row] { subscriptions.filter { $0.status == "confirmed" || $0.status == "pending" } }

  func page(mayAct: Bool, done: String?) -> DeskPage {
    var page = DeskPage(email)
    if let done, let act = DeskRoute.ReaderAct(rawValue: done) { page.parts = [DeskPart(.fine, "Done", act.done)] }
    var part = DeskPart(suppressed ? .warning : .plain, suppressed ? "Never mailed" : "")
    var table = DeskTable("Subscriptions", ["Digest", "Status", "Follows"])
    table.rows = subscriptions.map { [.init($0.digest), .init($0.status), .init($0.feeds)] }
    part.facts = [.init(label: "Name", value: name ?? "not given"), .init(label: "Reader", value: "\(reader)")]
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
    part.links += open.map { DeskLink("End \($0.digest)…", path + "/end?digest=" + percentEncoded($0.digest)) }
    if !suppressed { part.links.append(DeskLink("Never mail them again…", path + "/suppress")) }
    part.links.append(DeskLink("Erase them…", path + "/forget"))
    return part
  }

  func question(_ act: DeskRoute.ReaderAct, digest: String?) -> DeskPage {
    var page = DeskPage(act.question(email, digest))
    var part = DeskPart(.plain, "", act.meaning)
    var form = DeskForm(to: "\(path)/\(act.rawValue)", act.button)
    if let digest { form.hidden = [("digest", digest)] }
    part.forms = [form]
    part.links = [DeskLink("Back", path)]
    page.parts = [part]
    page.command = act.command(email, digest)
    return page
  }
}

extension DeskRoute.ReaderAct {
  func question(_ email: String, _ digest: String?) -> String {
    switch self {
    case .end: "End \(digest ?? "every digest") for \(email)?"
    case .suppress: "Never mail \(email) again?"
    case .forget: "Erase \(email)?"
    case .sendLink: "Mail \(email) the link to their choices?"
    }
  }

  var meaning: String {
    switch self {
    case .end: "They get no more of it. No import brings them back; they can sign up again."
    case .suppress: "All digests end, and no import brings the address back. They can still ask to return."
    case .forget:
      "Name, address and history are erased, which cannot be undone. A keyed hash keeps imports from bringing them back."
    case .sendLink: "The letter goes to this address alone. Someone who has not confirmed yet is asked again."
    }
  }

  var button: String {
    switch self {
    case .end: "End it"
    case .suppress: "Never mail them again"
    case .forget: "Erase them"
    case .sendLink: "Mail the link"
    }
  }

  var done: String {
    switch self {
    case .end: "The subscription has ended."
    case .suppress: "All subscriptions have ended; this address is never mailed again."
    case .forget: "The reader is erased."
    case .sendLink: "The letter leaves within seconds, unless they had one just now."
    }
  }

  func command(_ email: String, _ digest: String?) -> String {
    switch self {
    case .end: "courant subscribers remove \(email) --digest \(digest ?? "NAME")"
    case .suppress: "courant subscribers remove \(email)"
    case .forget: "courant subscribers forget \(email)"
    case .sendLink: ""
    }
  }
}
