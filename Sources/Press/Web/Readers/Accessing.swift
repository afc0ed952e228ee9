internal import Languages
internal import Model
internal import Text
internal import Time

/// Acts that need proof of owning the mailbox: the history, the export, another address, and erasing.
extension FrontDoor {
  func access(_ token: String, _ visit: Visit) async throws -> WebResponse {
    if visit.request.isSafe { return try await showData(token, visit) }
    let face = visit.face
    switch visit.form?["do"] {
    case "move": return try await askToMove(token, visit)
    case "erase": return .see(face.path(.access(token), "erase"))
    case "erase-now":
      let answer = try await ask { try $0.erase(token, at: visit.now) }
      return try await self.answer(answer, token, visit) { _ in .see(face.path(.access(token), "erased")) }
    default: return try face.refusedRequest(400)
    }
  }

  private func showData(_ token: String, _ visit: Visit) async throws -> WebResponse {
    let answer = try await look { desk -> PermitAnswer<ReaderData> in
      switch try desk.account(accessedBy: token, at: visit.now) {
      case .done(let account):
        .done(
          ReaderData(
            account: account, events: try desk.consentEvents(of: account.address),
            issues: try desk.issues(to: account.address), feedTokenDate: try desk.feedTokenDate(of: account.address)))
      case .lapsed: .lapsed
      case .over: .over
      case .unknown: .unknown
      }
    }
    if visit.has("erased"), !answer.isDone {
      let face = visit.face
      return try face.answer(WebMessage(face.word("web_erased"), face.word("web_erased_text")))
    }
    return try await self.answer(answer, token, visit) { data in
      if visit.has("export") { return data.download }
      let face = visit.face(of: data.account)
      return try face.answer(visit.has("erase") ? face.erasePage(token) : face.dataPage(token, data, visit))
    }
  }

  private func askToMove(_ token: String, _ visit: Visit) async throws -> WebResponse {
    let typed = (visit.form?["email"] ?? "").trimmed
    guard let address = EmailAddress(typed) else {
      var message = WebMessage(visit.face.word("web_move"), status: 422)
      message.isError = true
      message.parts = [
        WebPart(forms: [visit.face.moveForm(token, typed, mistake: visit.face.word("web_wrong_address"))])
      ]
      return try visit.face.answer(message)
    }
    let limits = visit.house.settings.limits
    let answer = try await ask { try $0.askToMove(to: address, by: token, under: limits, at: visit.now) }
    ways.recorded()
    return try await self.answer(answer, token, visit) { _ in .see(visit.face.path(.access(token), "moving")) }
  }
}

extension PermitAnswer {
  fileprivate var isDone: Bool {
    if case .done = self { true } else { false }
  }
}

/// Everything that is kept about a reader.
struct ReaderData: Hashable, Sendable {
  let account: ReaderAccount
  let events: [ConsentEvent]
  let issues: [SentIssue]
  /// When the address of their private feeds was made; nil if they have none.
  let feedTokenDate: Instant?

  /// As a file that programs read.
  var download: WebResponse {
    var response = WebResponse(200, [.init("Content-Type", "application/json; charset=utf-8")], body: json)
    response.set("Content-Disposition", "attachment; filename=\"my-data.json\"")
    return response
  }

  private var json: [UInt8] {
    var json = JSONWriter(.lines, .plain)
    json.object { json in
      json.member("address", account.address.description)
      if let name = account.name { json.member("name", name) }
      if let language = account.language { json.member("language", language) }
      if let until = account.pausedUntil { json.member("paused_until", until.rfc3339) }
      if let feedTokenDate { json.member("private_feeds_since", feedTokenDate.rfc3339) }
      json.member("subscriptions") { json in
        json.array { json in account.subscriptions.forEach { Self.write($0, to: &json) } }
      }
      json.member("history") { json in json.array { json in events.forEach { Self.write($0, to: &json) } } }
      json.member("issues") { json in json.array { json in issues.forEach { Self.write($0, to: &json) } } }
    }
    return json.finish()
  }

  private static func write(_ subscription: AccountSubscription, to json: inout JSONWriter) {
    json.object { json in
      json.member("digest", subscription.digest)
      json.member("feeds", subscription.follows.text)
      json.member("status", subscription.status.rawValue)
      if let at = subscription.consentAt { json.member("consent_at", at.rfc3339) }
      if let origin = subscription.origin { json.member("origin", origin) }
    }
  }

  private static func write(_ issue: SentIssue, to json: inout JSONWriter) {
    json.object { json in
      json.member("digest", issue.digest)
      json.member("number") { $0.number("\(issue.number)") }
      json.member("subject", issue.subject)
      json.member("state", issue.state.rawValue)
      json.member("at", issue.at.rfc3339)
    }
  }

  private static func write(_ event: ConsentEvent, to json: inout JSONWriter) {
    json.object { json in
      json.member("at", event.at.rfc3339)
      json.member("event", event.kind.rawValue)
      if let digest = event.digest { json.member("digest", digest) }
      if let follows = event.follows { json.member("feeds", follows.text) }
      if !event.origin.isEmpty { json.member("origin", event.origin) }
      if let language = event.language { json.member("language", language) }
      if let words = event.words { json.member("words", words) }
      if let machine = event.machine { json.member("machine", machine) }
    }
  }
}

extension WebFace {
  fileprivate func dataPage(_ token: String, _ data: ReaderData, _ visit: Visit) -> WebMessage {
    var message = WebMessage(word("web_data"))
    if visit.has("moving") { message.parts.append(WebPart(texts: [word("web_move_sent")])) }
    var first = WebPart(texts: [sentence("web_mail_to", ["address": data.account.address.description])])
    if let own = data.account.subscription(to: []) {
      first.links = [WebLink(word("preferences"), path(.preferences(own.token)))]
    }
    let history = WebPart(
      heading: word("web_history"), items: data.events.map { shown($0, visit.house) },
      links: [WebLink(word("web_export"), path(.access(token), "export"))])
    let move = WebPart(heading: word("web_move"), forms: [moveForm(token)])
    let erase = WebPart(
      heading: word("web_erase"), texts: [word("web_erase_text")],
      forms: [WebForm(to: path(.access(token)), word("web_erase_button"), "do", "erase")])
    message.parts += [first, history, move, erase]
    return message
  }

  fileprivate func erasePage(_ token: String) -> WebMessage {
    var message = WebMessage(word("web_erase_sure"), word("web_erase_text"))
    message.parts[0].forms = [
      WebForm(to: path(.access(token)), word("web_erase_button"), "do", "erase-now", isMain: true)
    ]
    message.parts[0].links = [WebLink(word("preferences"), path(.access(token)))]
    return message
  }

  fileprivate func moveForm(_ token: String, _ typed: String = "", mistake: String = "") -> WebForm {
    var form = WebForm(to: path(.access(token)), word("web_move_button"), "do", "move")
    form.address = WebForm.AddressField(label: word("web_new_address"), value: typed, mistake: mistake)
    return form
  }

  /// The sentence that the reader agreed to: in the language of this page if it is one of the site's phrases, otherwise as
  /// recorded.
  private func words(of event: ConsentEvent, _ house: WebHouse) -> String? {
    guard let words = event.words else { return nil }
    let isOwn = house.all.contains { $0.sentence("web_consent", ["site": site.title]) == words }
    let shown = isOwn ? sentence("web_consent", ["site": site.title]) : forDisplay(words, atMost: 300)
    return sentence("web_quoted", ["words": shown])
  }

  private func shown(_ event: ConsentEvent, _ house: WebHouse) -> String {
    let date = speech.date(written: site.zone.civil(at: event.at).isoDate)
    let what = [
      word("web_event_" + event.kind.rawValue), event.digest.map(site.title(ofDigest:)), event.follows.map(shown),
      words(of: event, house),
    ]
    return date + word("colon") + " " + what.compactMap(\.self).map(speech.isolated).joined(separator: word("comma"))
  }
}
