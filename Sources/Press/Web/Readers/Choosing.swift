internal import Languages
internal import Model
internal import Templates
internal import Text
internal import Time

/// The preferences page, linked in the footer of each email. Its token is weak, because emails are forwarded: it changes,
/// ends and pauses subscriptions, and shows the address masked.
extension FrontDoor {
  func preferences(_ token: String, _ visit: Visit) async throws -> WebResponse {
    if visit.request.isSafe { return try await showChoices(token, visit) }
    switch visit.form?["do"] {
    case "save": return try await save(token, visit)
    case "pause":
      guard let length = visit.form?["weeks"].flatMap(Int.init).flatMap(PauseLength.init) else {
        return try visit.face.refusedRequest(422)
      }
      return try await pause(token, until: visit.now + length.duration, visit)
    case "resume": return try await pause(token, until: nil, visit)
    case "link": return try await sendLink(token, visit)
    case "private-feeds": return try await sendPrivateFeeds(token, visit)
    default: return try visit.face.refusedRequest(400)
    }
  }

  private func showChoices(_ token: String, _ visit: Visit) async throws -> WebResponse {
    guard let account = try await look({ try $0.account(of: token) }) else {
      return try await withoutReader(token, visit)
    }
    let face = visit.face(of: account)
    var page = ChoicePage(token: token, account: account, visit: visit, face: face, offer: await ways.offer())
    page.upcoming = await upcoming(for: account)
    if visit.has("show") { page.shown = visit.house.site.wanted(in: visit.request.parameters, for: account) }
    return try face.answer(page)
  }

  private func upcoming(for account: ReaderAccount) async -> [String: NextMail] {
    var upcoming = await ways.upcoming()
    for subscription in account.subscriptions {
      guard let number = subscription.handedOver, let usual = upcoming[subscription.digest] else { continue }
      upcoming[subscription.digest] = await ways.upcomingAfterChange(subscription.digest, number) ?? usual.withoutNews
    }
    return upcoming
  }

  private func save(_ token: String, _ visit: Visit) async throws -> WebResponse {
    guard let account = try await look({ try $0.account(of: token) }) else {
      return try await withoutReader(token, visit)
    }
    let form = visit.form ?? FormFields()
    let wanted = visit.house.site.wanted(in: form, for: account)
    let face = visit.face(of: account)
    guard let wanted else { return try face.refusedRequest(422) }
    guard !wanted.isEmpty else { return .see(face.path(.preferences(token), "nothing")) }
    var choices = ReaderChoices(wanted, language: visit.house.language(in: form) ?? account.language)
    choices.origin = visit.origin
    choices.words = face.sentence("web_consent", ["site": face.site.title])
    choices.families = visit.house.site.families
    let chosen = choices
    let limits = visit.house.settings.limits
    guard let saved = try await ask({ try $0.save(chosen, by: token, under: limits, at: visit.now) }) else {
      return try visit.face.unknownLink()
    }
    if !saved.asked.isEmpty { ways.recorded() }
    return .see(face.path(.preferences(token), "saved&" + PastChoices(saved.before).query))
  }

  private func pause(_ token: String, until: Instant?, _ visit: Visit) async throws -> WebResponse {
    guard try await ask({ try $0.pause(until: until, by: token, at: visit.now) }) != nil else {
      return try await withoutReader(token, visit)
    }
    return .see(visit.face.path(.preferences(token), until == nil ? "resumed" : "paused"))
  }

  /// The link to the page with a reader's data is mailed to their address, since anyone may hold this token.
  private func sendLink(_ token: String, _ visit: Visit) async throws -> WebResponse {
    guard let account = try await look({ try $0.account(of: token) }) else {
      return try await withoutReader(token, visit)
    }
    try await record(.findLink, from: account.address, visit, in: visit.face(of: account).site.language)
    return .see(visit.face.path(.preferences(token), "link"))
  }
}

extension Site {
  /// The choices made on the preferences page; nil if they name something that is not offered. Subscriptions to digests
  /// that the page does not show stay.
  func wanted(in form: FormFields, for account: ReaderAccount) -> [WantedDigest]? {
    var wanted: [WantedDigest] = []
    for name in form.digests where !name.isEmpty {
      guard let digest = digest(name), digest.isOpen || account.follows(name) else { return nil }
      let known = feeds(of: digest).map(\.name)
      let named = form.values("feed." + name) + form.values(feedField(ofFamily: name))
      let ticked = named.compactMap { Feed.Name($0) }
      guard ticked.count == named.count, ticked.allSatisfy(known.contains) else { return nil }
      if known.count < 2 || Set(ticked) == Set(known) {
        wanted.append(WantedDigest(name))
      } else if !ticked.isEmpty {
        wanted.append(WantedDigest(name, Following(ticked)))
      }
    }
    let hidden = account.subscriptions.filter { $0.status == .confirmed && digest($0.digest) == nil }
    return wanted.isEmpty ? [] : wanted + hidden.map { WantedDigest($0.digest, $0.follows) }
  }
}

extension FormFields {
  /// The digests that were ticked: boxes are named `digest`, and the choices of a family `digest.` and its first name.
  var digests: [String] {
    // The choice "none of a family" has no value.
    pairs.filter { $0.name == "digest" || $0.name.hasPrefix("digest.") && !$0.value.isEmpty }.map(\.value)
  }
}

extension Site {
  /// Digests grouped by family: a reader chooses one of each.
  func groups(of digests: [Digest]) -> [[Digest]] {
    let families = families
    var groups: [[Digest]] = []
    for digest in digests where !groups.contains(where: { $0.contains(digest) }) {
      let family = families.first { $0.contains(digest.name) } ?? [digest.name]
      groups.append(digests.filter { family.contains($0.name) })
    }
    return groups
  }

  /// The name of the choices of one group, so that browsers allow one of each.
  func choiceField(of group: [Digest]) -> String {
    group.count < 2 ? "digest" : "digest." + (group.map(\.name).min() ?? "")
  }

  /// The name of the feed boxes that a family of digests shares; empty if the digest has no family.
  func feedField(ofFamily digest: String) -> String {
    families.first { $0.contains(digest) }?.min().map { "family." + $0 } ?? ""
  }
}

extension WebHouse {
  /// The language that a reader chose; nil if they chose none, or an unknown one.
  fileprivate func language(in form: FormFields) -> String? {
    guard let tag = form["language"], Self.languages(of: site).contains(tag) else { return nil }
    return tag
  }
}

extension ReaderAccount {
  fileprivate func follows(_ digest: String) -> Bool {
    subscriptions.contains { $0.digest == digest && $0.status == .confirmed }
  }
}

/// A reader's choices before saving, in the query of the next page: without cookies there is no other place for them.
struct PastChoices {
  let wanted: [WantedDigest]

  init(_ account: ReaderAccount) {
    wanted = account.subscriptions.filter { $0.status == .confirmed }.map { WantedDigest($0.digest, $0.follows) }
  }

  /// Editing the query affects only what is shown, and what the button "undo" would send.
  init(_ parameters: FormFields) {
    wanted = parameters.values("was").compactMap { text in
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, let follows = Following(parts[1]) else { return nil }
      return WantedDigest(parts[0], follows)
    }
  }

  /// The digests whose newest issue is on its way to a reader who has just confirmed.
  static func welcomed(in parameters: FormFields) -> [String] { parameters.values("welcome") }

  var query: String {
    wanted.map { "was=" + percentEncoded("\($0.digest):\($0.follows.text)") }.joined(separator: "&")
  }
}
