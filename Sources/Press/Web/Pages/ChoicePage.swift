internal import Languages
internal import Model
internal import Presentation
internal import Templates
internal import Time

/// The page of preferences, with what has just been done at its top.
struct ChoicePage {
  let token: String
  let account: ReaderAccount
  let visit: Visit
  let face: WebFace
  let offer: Offer
  var upcoming: [String: NextMail] = [:]
  /// Choices to show in the boxes instead of the saved ones; nil to show the saved ones.
  var shown: [WantedDigest]?

  private var site: Site { face.site }

  /// The digests that can be ticked: those offered, and those that the reader has.
  private var digests: [Digest] { site.digests.filter { $0.isOpen || subscription(to: $0) != nil } }

  private func subscription(to digest: Digest) -> AccountSubscription? {
    account.subscriptions.first { $0.digest == digest.name && $0.status != .ended }
  }

  var heading: String {
    if shown != nil { return face.word("web_your_next") }
    if visit.has("saved") { return face.word("web_saved") }
    if visit.has("nothing") { return face.word("web_nothing_title") }
    if visit.has("confirmed"), isFollowing { return face.word("web_confirmed") }
    if visit.has("back"), isFollowing { return face.word("web_back") }
    if visit.has("moved") { return face.word("web_moved") }
    if visit.has("resumed"), account.pausedUntil == nil { return face.word("web_resumed") }
    if visit.has("paused"), let until = pausedUntil { return face.sentence("web_paused", ["date": until]) }
    if visit.has("link") || visit.has("feeds") { return face.word("web_sent_title") }
    return face.word("web_choices")
  }

  private var isFollowing: Bool { account.subscriptions.contains { $0.status == .confirmed } }

  /// Whether the reader left everything and has requested nothing since.
  private var isAway: Bool { account.subscriptions.allSatisfy { $0.status == .ended } }

  private var pausedUntil: String? {
    guard let until = account.pausedUntil, until > visit.now else { return nil }
    return face.speech.date(written: site.zone.civil(at: until).isoDate)
  }

  func content() -> TemplateRecord {
    let groups = groups
    return [
      "action": .text(face.path(.preferences(token))), "done": .list(news.map(\.record)),
      "mail_to": .text(face.sentence("web_mail_to", ["address": account.address.masked])),
      "asked_on": TemplateValue(askedOn), "has_choice": .flag(groups.contains { $0.count > 1 }),
      "digests": .list(groups.map { record(of: $0, isAlone: groups.count == 1) }),
      "languages": .list(languages), "parts": .list(rest.map(\.record)),
    ]
  }

  private var askedOn: String? {
    guard let first = account.subscriptions.compactMap(\.consentAt).min() else { return nil }
    return face.sentence("web_asked_on", ["date": face.speech.date(written: site.zone.civil(at: first).isoDate)])
  }

  /// Digests grouped by family: a reader chooses one digest of a family, unless they already have several.
  private var groups: [[Digest]] {
    site.groups(of: digests).flatMap { group in
      group.count(where: isTicked) < 2 ? [group] : group.map { [$0] }
    }
  }

  private func isTicked(_ digest: Digest) -> Bool { follows(digest) != nil }

  /// The ticked feeds; nil if the digest is not ticked.
  private func follows(_ digest: Digest) -> Following? {
    if let shown { return shown.first { $0.digest == digest.name }?.follows }
    return subscription(to: digest).flatMap { $0.status == .confirmed ? $0.follows : nil }
  }

  private func record(of group: [Digest], isAlone: Bool) -> TemplateValue {
    let digest = group[0]
    let feeds = site.feeds(of: digest)
    let follows = group.compactMap(follows).first ?? group.compactMap { subscription(to: $0)?.follows }.first
    let isChoice = group.count > 1
    let choice = site.choiceField(of: group)
    var ways = group.map { way($0, choice, isChoice: isChoice) }
    if isChoice, !isAlone { ways.append(noWay(choice, isTicked: !group.contains(where: isTicked))) }
    let field = isChoice ? site.feedField(ofFamily: digest.name) : "feed." + digest.name
    return .record([
      "ways": .list(ways), "is_choice": .flag(isChoice), "has_feeds": .flag(feeds.count > 1),
      "feeds_title": .text(isChoice ? face.word("web_feeds") : site.title(ofDigest: digest.name)),
      "feeds": .list(
        feeds.map { record(of: $0, field, isTicked: follows?.includes($0.name) ?? false) }),
    ])
  }

  private func way(_ digest: Digest, _ field: String, isChoice: Bool) -> TemplateValue {
    let often = isChoice ? face.cadence(of: digest, after: visit.now) : nil
    let next = [often, next(digest)].compactMap(\.self).filter { !$0.isEmpty }
    var fields: TemplateRecord = [
      "input": .text(isChoice ? "radio" : "checkbox"), "choice": .text(field), "name": .text(digest.name),
      "is_ticked": .flag(isTicked(digest)), "is_pending": .flag(subscription(to: digest)?.status == .pending),
      "next": TemplateValue(next.joined(separator: face.word("comma"))),
    ]
    fields.merge(face.speech.standalone("title", site.title(ofDigest: digest.name))) { $1 }
    return .record(fields)
  }

  private func noWay(_ field: String, isTicked: Bool) -> TemplateValue {
    var fields: TemplateRecord = [
      "input": .text("radio"), "choice": .text(field), "name": .text(""), "is_ticked": .flag(isTicked),
      "is_pending": .flag(false),
      "next": .absent,
    ]
    fields.merge(face.speech.standalone("title", face.word("web_none"))) { $1 }
    return .record(fields)
  }

  private func record(of feed: Feed, _ field: String, isTicked: Bool) -> TemplateValue {
    var fields: TemplateRecord = [
      "field": .text(field), "name": .text(feed.name.text), "is_ticked": .flag(isTicked),
    ]
    fields["often"] = TemplateValue(face.often(offer.feeds[feed.name]))
    fields.merge(face.speech.standalone("title", feed.title)) { $1 }
    return .record(fields)
  }

  private func next(_ digest: Digest) -> String {
    guard let next = face.nextMail(of: digest, after: visit.now) else { return "" }
    return face.sentence("web_next_mail", ["date": next.date, "time": next.time])
  }

  private var languages: [TemplateValue] {
    let chosen = account.language ?? visit.house.site.language
    // Each language in its own words, so that readers can find theirs.
    return WebHouse.languages(of: visit.house.site).map { tag in
      .record(["tag": .text(tag), "name": .text(Language(tag).name), "is_chosen": .flag(tag == chosen)])
    }
  }
}

extension ChoicePage {
  /// The result of the last request, or a question about it.
  private var news: [WebPart] {
    var parts: [WebPart] = []
    if shown != nil { parts += nextParts(heading: "", [face.word("web_not_saved")]) }
    if visit.has("saved") { parts.append(savedPart) }
    if visit.has("nothing"), !isAway { parts.append(nothingPart) }
    if isAway { parts.append(awayPart) }
    if visit.has("confirmed"), isFollowing { parts += confirmedParts }
    if visit.has("link") { parts.append(WebPart(texts: [face.word("web_link_sent")])) }
    if visit.has("feeds") { parts.append(WebPart(texts: [face.word("web_private_feeds_sent")])) }
    if let until = pausedUntil, !isAway {
      var form = WebForm(to: face.path(.preferences(token)), face.word("web_resume"), "do", "resume")
      form.isMain = visit.has("paused")
      let text = face.sentence("web_paused", ["date": until])
      parts.append(WebPart(texts: visit.has("paused") ? [] : [text], forms: [form]))
    }
    return parts
  }

  /// Explains to a reader who left what saving does, and offers to restore their former choices. Both need confirming.
  private var awayPart: WebPart {
    let former = account.subscriptions.filter { $0.status == .ended && $0.continued == nil }
      .filter { site.digest($0.digest)?.isOpen == true }.map { WantedDigest($0.digest, $0.follows) }
    var part = WebPart(texts: [face.word("web_away")])
    if !former.isEmpty { part.forms = [choiceForm(former, face.word("web_come_back"))] }
    return part
  }

  private var savedPart: WebPart {
    let before = PastChoices(visit.request.parameters).wanted
    let after = PastChoices(account).wanted
    var part = WebPart()
    for wanted in after where !before.contains(wanted) {
      let values = ["digest": site.title(ofDigest: wanted.digest), "feeds": face.shown(wanted.follows)]
      part.texts.append(face.sentence("web_gets", values))
    }
    for wanted in before
    where site.digest(wanted.digest) != nil && !after.contains(where: { $0.digest == wanted.digest }) {
      part.texts.append(face.sentence("web_no_longer", ["digest": site.title(ofDigest: wanted.digest)]))
    }
    for subscription in account.subscriptions where subscription.status == .pending {
      part.texts.append(face.sentence("web_begins", ["digest": site.title(ofDigest: subscription.digest)]))
    }
    if part.texts.isEmpty { part.texts = [face.word("web_unchanged")] }
    if before != after, !before.isEmpty { part.forms = [undoForm(before)] }
    return part
  }

  private func undoForm(_ before: [WantedDigest]) -> WebForm { choiceForm(before, face.word("web_undo")) }

  /// A button that saves these choices.
  private func choiceForm(_ choices: [WantedDigest], _ label: String) -> WebForm {
    var form = WebForm(to: face.path(.preferences(token)), label, "do", "save")
    for wanted in choices {
      guard let digest = site.digest(wanted.digest) else { continue }
      form.hidden.append(("digest", wanted.digest))
      for feed in site.feeds(of: digest) where wanted.follows.includes(feed.name) {
        form.hidden.append(("feed." + wanted.digest, feed.name.text))
      }
    }
    return form
  }

  private var nothingPart: WebPart {
    let leave = WebForm(to: face.path(.unsubscribe(token)), face.word("web_stop_all"), "leave", "all")
    return WebPart(texts: [face.word("web_nothing")], forms: [face.pauseForm(token, at: visit.now), leave])
  }

  private var confirmedParts: [WebPart] {
    let followed = account.subscriptions.filter { $0.status == .confirmed }.compactMap { site.digest($0.digest) }
    let welcomed = PastChoices.welcomed(in: visit.request.parameters).compactMap(site.digest)
    let texts = followed.filter { !welcomed.contains($0) }.compactMap { digest in
      face.nextMail(of: digest, after: visit.now).map { next in
        let title = site.title(ofDigest: digest.name)
        return face.sentence("web_first_mail", ["digest": title, "date": next.date, "time": next.time])
      }
    }
    let issues = followed.compactMap { offer.lastIssues[$0.name] }.prefix(1)
    var links = issues.map { WebLink(face.word("web_read_now"), $0) }
    links.append(WebLink(face.word("follow"), site.url + "/feeds/"))
    let welcomes = welcomed.map { digest in
      face.sentence("web_welcome", ["digest": site.title(ofDigest: digest.name)])
    }
    return [WebPart(texts: welcomes + texts, links: links)]
  }

  private var rest: [WebPart] {
    var pause = WebPart(heading: face.word("web_pause_title"), texts: [face.word("web_pause_text")])
    pause.forms = [face.pauseForm(token, at: visit.now)]
    let link = WebForm(to: face.path(.preferences(token)), face.word("web_find_button"), "do", "link")
    let data = WebPart(heading: face.word("web_data"), texts: [face.word("web_data_text")], forms: [link])
    let leave = WebPart(
      heading: face.word("unsubscribe"), links: [WebLink(face.word("web_stop"), face.path(.unsubscribe(token)))])
    if isAway { return [data] }
    let next = shown == nil ? nextParts(heading: face.word("web_your_next"), []) : []
    let feeds = [face.privateFeedsPart(token, account)].compactMap(\.self)
    return next + feeds + (visit.has("nothing") ? [leave, data] : [pause, leave, data])
  }

  /// The next email of each digest the reader follows, as far as known; none during a pause.
  private func nextParts(heading: String, _ texts: [String]) -> [WebPart] {
    guard pausedUntil == nil else { return texts.isEmpty ? [] : [WebPart(heading: heading, texts: texts)] }
    let followed = site.digests.compactMap { digest in follows(digest).map { (digest, $0) } }
    let parts = followed.compactMap { digest, follows in
      upcoming[digest.name].map { part(of: $0, digest, follows) }
    }
    guard var first = parts.first else { return texts.isEmpty ? [] : [WebPart(heading: heading, texts: texts)] }
    first.heading = heading
    first.texts = texts + first.texts
    return [first] + parts.dropFirst()
  }

  private func part(of next: NextMail, _ digest: Digest, _ follows: Following) -> WebPart {
    let titles = next.titles(following: follows)
    let moment = face.moment(next.due)
    let values = ["digest": site.title(ofDigest: digest.name), "date": moment.date, "time": moment.time]
    if titles.isEmpty { return WebPart(texts: [face.sentence("web_next_empty", values)]) }
    var part = WebPart(texts: [face.sentence("web_next_so_far", values) + face.word("colon")])
    part.items = titles.prefix(NextMail.most).map(face.speech.isolated)
    if titles.count > NextMail.most {
      part.items.append("… " + face.speech.counted("and_more", titles.count - NextMail.most))
    }
    return part
  }
}

extension WebFace {
  func answer(_ page: ChoicePage) throws(TemplateError) -> WebResponse {
    html(200, try self.page("web-preferences.html", heading: page.heading, page.content()))
  }

  /// How many articles a feed has; empty if that is unknown.
  func often(_ feed: Offer.FeedOffer?) -> String {
    guard let feed else { return "" }
    if feed.inFourWeeks < 4 { return word("web_rarely") }
    return sentence("web_a_week", ["articles": speech.counted("articles", (feed.inFourWeeks + 2) / 4)])
  }
}
