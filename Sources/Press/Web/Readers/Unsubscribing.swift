internal import Languages
internal import Leaving
internal import Model
internal import Time

/// Leaving (RFC 8058): the page of the link in each mail, and what mail providers POST to it.
extension FrontDoor {
  func unsubscribe(_ token: String, _ visit: Visit) async throws -> WebResponse {
    guard isPlausibleToken(token) else {
      tally.add("unknown tokens")
      if !visit.request.isSafe { count(.unknown, visit) }
      return try visit.face.unknownLink()
    }
    return visit.request.isSafe ? try await askToLeave(token, visit) : try await leave(token, visit)
  }

  /// The page with the button. It is shown even if the ledger cannot say whose token it is.
  private func askToLeave(_ token: String, _ visit: Visit) async throws -> WebResponse {
    var known: ReaderAccount?
    do {
      known = try await look { try $0.account(of: token) }
    } catch {
      // The reader must still be able to unsubscribe.
      let isWaiting = spool.holds(token)
      return try visit.face.answer(
        isWaiting ? visit.face.departed([], permit: nil) : visit.face.leavingPage(token, nil, at: visit.now))
    }
    if known == nil {
      // A forgotten reader gets the same answer as one who left.
      guard try await look({ $0.hasMade(token) }) else { return try unknownToken(visit) }
      return try visit.face.answer(visit.face.departed([], permit: nil))
    }
    let face = known.map(visit.face(of:)) ?? visit.face
    let subscription = known?.subscription(token)
    if subscription?.status == .ended || spool.holds(token) {
      return try face.answer(face.departed([], permit: nil, still: known))
    }
    return try face.answer(face.leavingPage(token, known, at: visit.now))
  }

  private func leave(_ token: String, _ visit: Visit) async throws -> WebResponse {
    let button = visit.request.isForm ? visit.form?["leave"] : nil
    let all = button == "all"
    let origin = button == nil ? "one-click" : visit.origin
    let left: Left
    do {
      guard let ended = try await askTogether({ try $0.leave(token, all: all, origin: origin, at: visit.now) }) else {
        tally.add("unknown tokens")
        count(.unknown, visit)
        return visit.isOneClick ? .text(404, "this link is not complete") : try visit.face.unknownLink()
      }
      left = ended
      count(ended.isNew ? .left : .again, visit)
    } catch {
      // A token can be checked without the ledger, so strangers cannot fill the spool while it is locked.
      if let isOurs = try? await look({ $0.hasMade(token) }), !isOurs {
        tally.add("unknown tokens")
        count(.unknown, visit)
        return visit.isOneClick ? .text(404, "this link is not complete") : try visit.face.unknownLink()
      }
      guard spools(Departure(token: token, all: all, origin: origin, at: visit.now)) else {
        count(.failed, visit)
        var response = visit.isOneClick ? .text(503, "try again in a minute") : try visit.face.trouble()
        response.set("Retry-After", "60")
        return response
      }
      count(.left, visit)
      left = Left([], isNew: true)
    }
    // Our own button was pressed in a browser, which may be redirected; no other client may be (RFC 8058 §3.1).
    if button != nil { return .see(visit.face.path(left.comeBack.map { .left($0) } ?? .unsubscribe(token))) }
    if visit.isOneClick { return .text(200, "unsubscribed") }
    // The page confirms the departure even if the ledger cannot be queried for what the reader still gets.
    let account = try? await look { try $0.account(of: token) }
    return try visit.face.answer(visit.face.departed(left.digests, permit: left.comeBack, still: account))
  }

  private func count(_ result: OneClickResult, _ visit: Visit) {
    if visit.isOneClick { tally.add("one-click: " + result.rawValue) }
  }

  /// Whether the departure is on disk.
  private func spools(_ departure: Departure) -> Bool {
    do throws(LeavingSpool.Fault) {
      try spool.add(departure)
      return true
    } catch {
      return false
    }
  }

  /// After leaving: undoing it, and saying why.
  func left(_ token: String, _ visit: Visit) async throws -> WebResponse {
    let face = visit.face
    guard let permit = try await permit(token, for: .comeBack) else {
      return try await deadEnd(token, for: [.comeBack], visit)
    }
    guard !visit.request.isSafe else {
      let isLasting = visit.now < permit.lapses && permit.used == nil
      let account = try await look { try $0.fate(ofPermit: token, at: visit.now).account }
      var message = face.departed(permit.wanted.map(\.digest), permit: isLasting ? token : nil, still: account)
      message.parts.append(visit.has("thanks") ? WebPart(texts: [face.word("web_thanks")]) : face.whyPart(token))
      return try face.answer(message)
    }
    if let why = visit.form?["why"] {
      if DepartureReason(rawValue: why) != nil { tally.add("left: " + why) }
      return .see(face.path(.left(token), "thanks"))
    }
    guard visit.form?.has("undo") == true else { return try face.refusedRequest(400) }
    let answer = try await ask { try $0.comeBack(token, at: visit.now) }
    return try await self.answer(answer, token, visit) { account in
      let own = account.subscription(to: permit.wanted.map(\.digest))
      return .see(face.path(own.map { .preferences($0.token) } ?? .findLink, "back"))
    }
  }
}

/// What became of a request that a mail provider sent for its user.
package enum OneClickResult: String, CaseIterable {
  case left, unknown, failed
  /// The reader had left before.
  case again
}

/// Why someone left; kept as a count, not with the person.
enum DepartureReason: String, CaseIterable {
  case often, content, never, another
}

extension Visit {
  /// What mail providers send (RFC 8058 §3.2), in any encoding.
  fileprivate var isOneClick: Bool {
    String(decoding: request.body ?? [], as: UTF8.self).contains("One-Click")
  }
}

extension ReaderAccount {
  /// The subscription with a token, or the one its reader has changed to since; letter case does not matter.
  func subscription(_ token: String) -> AccountSubscription? {
    var found = subscriptions.first { $0.token.lowercased() == token.lowercased() }
    for _ in subscriptions {
      guard let next = found?.continued, let other = subscriptions.first(where: { $0.token == next }) else { break }
      found = other
    }
    return found
  }

  /// A confirmed subscription, of these digests if there is one.
  func subscription(to digests: [String]) -> AccountSubscription? {
    let confirmed = subscriptions.filter { $0.status == .confirmed }
    return confirmed.first { digests.contains($0.digest) } ?? confirmed.first ?? subscriptions.first
  }
}

extension WebFace {
  fileprivate func leavingPage(_ token: String, _ account: ReaderAccount?, at now: Instant) -> WebMessage {
    var message = WebMessage(word("web_stop_title"))
    var first = WebPart()
    if let account, let subscription = account.subscription(token) {
      first.texts = [
        site.title(ofDigest: subscription.digest),
        sentence("web_mail_to", ["address": account.address.masked]),
      ]
    }
    first.forms = [WebForm(to: path(.unsubscribe(token)), word("web_stop"), "leave", "one", isMain: true)]
    message.parts = [first]
    var others = WebPart(heading: word("web_or_instead"))
    if account != nil {
      others.links = [WebLink(word("preferences"), path(.preferences(token)))]
      others.forms = [pauseForm(token, at: now)]
    }
    others.forms.append(WebForm(to: path(.unsubscribe(token)), word("web_stop_all"), "leave", "all"))
    message.parts.append(others)
    return message
  }

  /// - Parameter permit: the token that undoes it; nil if it cannot be undone here.
  /// - Parameter account: the reader, who may still get other digests; nil if they are unknown.
  fileprivate func departed(
    _ digests: [String], permit: String?, still account: ReaderAccount? = nil
  ) -> WebMessage {
    var message = WebMessage(word("web_left"))
    var part = WebPart(items: digests.map(site.title(ofDigest:)))
    if let permit {
      part.texts = [word("web_undo_text")]
      part.forms = [WebForm(to: path(.left(permit)), word("web_undo"), "undo")]
    }
    var stay = WebPart(texts: [word("web_left_text")])
    if !site.url.isEmpty { stay.links = [WebLink(word("follow"), site.url + "/feeds/")] }
    message.parts = [part] + stillParts(account) + [stay]
    return message
  }

  /// What the reader still gets, each with a button that ends it.
  private func stillParts(_ account: ReaderAccount?) -> [WebPart] {
    (account?.subscriptions ?? []).filter { $0.status == .confirmed }.map { other in
      let digest = ["digest": site.title(ofDigest: other.digest)]
      let form = WebForm(to: path(.unsubscribe(other.token)), sentence("web_stop_too", digest), "leave", "one")
      return WebPart(texts: [sentence("web_still", digest)], forms: [form])
    }
  }

  fileprivate func whyPart(_ token: String) -> WebPart {
    var form = WebForm(to: path(.left(token)), "")
    form.buttons = DepartureReason.allCases.map { reason in
      WebForm.Button(label: word("web_why_" + reason.rawValue), name: "why", value: reason.rawValue)
    }
    return WebPart(texts: [word("web_why")], forms: [form])
  }

  /// For 2, 4, 8 or 12 weeks.
  func pauseForm(_ token: String, at now: Instant) -> WebForm {
    var form = WebForm(to: path(.preferences(token)), word("web_pause_button"), "do", "pause")
    form.legend = word("web_pause_title")
    form.options = PauseLength.allCases.map { length in
      let date = speech.date(written: site.zone.civil(at: now + length.duration).isoDate)
      return WebForm.Option(
        label: sentence("web_until", ["date": date]), name: "weeks", value: "\(length.rawValue)",
        isChosen: length == .four)
    }
    return form
  }
}

/// In weeks.
package enum PauseLength: Int, CaseIterable, Sendable {
  case two = 2
  case four = 4
  case eight = 8
  case twelve = 12

  package var duration: Duration { .seconds(Int64(rawValue) * 7 * 86_400) }
}
