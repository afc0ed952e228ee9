internal import Languages
internal import Model
internal import Text
internal import Time

/// The links of the letter that asks whether a subscription was meant.
extension FrontDoor {
  func confirm(_ token: String, _ visit: Visit) async throws -> WebResponse {
    let face = visit.face
    // A letter to someone unknown has a permit for nothing, which can only be refused.
    guard let permit = try await permit(token, for: .confirm) else {
      return try await deadEnd(token, for: [.confirm], visit)
    }
    guard !permit.wanted.isEmpty else { return try face.unknownLink() }
    guard !visit.request.isSafe else {
      guard visit.now < permit.lapses, permit.used == nil else { return try await deadEnd(token, visit) }
      return try face.answer(face.confirmPage(token, permit))
    }
    let origin = visit.origin
    let welcoming = Set(visit.house.site.digests.filter { $0.welcome == .newestIssue }.map(\.name))
    let answer = try await askTogether {
      try $0.confirm(token, origin: origin, welcoming: welcoming, at: visit.now)
    }
    return try await self.answer(answer, token, visit) { account in
      guard let own = account.subscription(to: permit.wanted.map(\.digest)) else { return try face.over() }
      if !account.welcomed.isEmpty { ways.recorded() }
      let welcomes = account.welcomed.map { "&welcome=" + percentEncoded($0) }.joined()
      return .see(face.path(.preferences(own.token), "confirmed" + welcomes))
    }
  }

  /// "It was not me."
  func refuse(_ token: String, _ visit: Visit) async throws -> WebResponse {
    let face = visit.face
    if visit.request.isSafe, visit.has("done") {
      return try face.answer(WebMessage(face.word("web_refused"), face.word("web_refuse_text")))
    }
    guard let permit = try await permit(token, for: .confirm, .newAddress) else {
      return try await deadEnd(token, for: [.confirm, .newAddress], visit)
    }
    guard !visit.request.isSafe else {
      let heading = face.sentence("web_refuse_title", ["address": permit.address.description])
      var message = WebMessage(heading, face.word("web_refuse_text"))
      message.parts[0].forms = [
        WebForm(to: face.path(.refuse(token)), face.word("web_refuse"), "refuse", isMain: true)
      ]
      return try face.answer(message)
    }
    let answer = try await ask { try $0.refuse(token, at: visit.now) }
    return try await self.answer(answer, token, visit) { _ in .see(face.path(.refuse(token), "done")) }
  }

  /// The permit with this token, if it is for one of these purposes.
  func permit(_ token: String, for purposes: Permit.Purpose...) async throws -> Permit? {
    let permit = try await look { try $0.permit(token) }
    return permit.flatMap { purposes.contains($0.purpose) ? $0 : nil }
  }
}

extension WebFace {
  /// The button is the only thing on the first screen.
  fileprivate func confirmPage(_ token: String, _ permit: Permit) -> WebMessage {
    let heading = word("web_confirm_title")
    var message = WebMessage(heading, sentence("web_confirm", ["address": permit.address.description]) + word("colon"))
    message.parts[0].items = permit.wanted.map(shown)
    message.parts[0].forms = [
      WebForm(to: path(.confirm(token)), word("web_confirm_button"), "confirm", isMain: true)
    ]
    let links = [WebLink(word("web_refuse"), path(.refuse(token)))]
    message.parts.append(WebPart(texts: [word("web_not_you")], links: links))
    return message
  }

  /// `Weekly: Neuroimmunology, Movement`.
  func shown(_ wanted: WantedDigest) -> String {
    speech.isolated(site.title(ofDigest: wanted.digest)) + word("colon") + " " + shown(wanted.follows)
  }

  func shown(_ follows: Following) -> String {
    switch follows {
    case .all: word("web_everything")
    case .some(let names):
      names.map { name in speech.isolated(site.feeds.first { $0.name == name }?.title ?? name.text) }
        .joined(separator: word("comma"))
    }
  }

  /// When a digest is next due, in the site's time zone: the day, and `7:00`.
  func nextMail(of digest: Digest, after now: Instant) -> (date: String, time: String)? {
    digest.cron.next(after: now, in: site.zone).map { moment($0.due) }
  }

  /// A moment in the site's time zone, as a date and a time such as `7:00`.
  func moment(_ instant: Instant) -> (date: String, time: String) {
    let civil = site.zone.civil(at: instant)
    let minute = civil.minute < 10 ? "0\(civil.minute)" : "\(civil.minute)"
    return (speech.date(written: civil.isoDate), "\(civil.hour):\(minute)")
  }

  /// A phrase such as `every week`; nil unless the digest comes daily, weekly or monthly.
  func cadence(of digest: Digest, after now: Instant) -> String? {
    guard let first = digest.cron.next(after: now, in: site.zone)?.due,
      let second = digest.cron.next(after: first, in: site.zone)?.due,
      let third = digest.cron.next(after: second, in: site.zone)?.due
    else { return nil }
    let days = [second - first, third - second].map { ($0.components.seconds + 43_200) / 86_400 }
    if days == [1, 1] { return word("web_daily") }
    if days == [7, 7] { return word("web_weekly") }
    return days.allSatisfy { (28...31).contains($0) } ? word("web_monthly") : nil
  }
}
