internal import Languages
internal import Model
internal import Presentation
internal import Templates
internal import Time

/// The page on which readers sign up, with all that they typed still there.
struct SubscribePage {
  let form: SubscribeForm
  let visit: Visit
  let offer: Offer
  let key: [UInt8]

  private var face: WebFace { visit.face }
  private var site: Site { face.site }
  private var digests: [Digest] { site.digests.filter(\.isOpen) }

  var isError: Bool { !form.mistakes.isEmpty }
  var status: Int { isError || form.isHurried || form.doubt != nil ? 422 : 200 }

  /// The feeds of all digests that can be requested, each once.
  private var feeds: [Feed] {
    let names = Set(digests.flatMap { site.feeds(of: $0).map(\.name) })
    return site.feeds.filter { names.contains($0.name) }
  }

  func content() -> TemplateRecord {
    [
      "action": .text(face.path(.subscribe)), "email": TemplateValue(form.email), "name": TemplateValue(form.name),
      "next": TemplateValue(visit.returnPlace), "lang": .text(site.language), "trap": .text(SubscribeForm.trap),
      "seal": .text(FormSeal(key: key).text(visit.now)),
      "consent": .text(face.sentence("web_consent", ["site": site.title])),
      "has_mistakes": .flag(isError), "mistakes": .list(form.mistakes.map(record)),
      "address_mistake": TemplateValue(addressMistake), "name_mistake": TemplateValue(mistake(.name)),
      "choice_mistake": TemplateValue(choiceMistake), "is_hurried": .flag(form.isHurried), "doubt": doubt,
      "has_digests": .flag(!digests.isEmpty), "has_choice": .flag(digests.count > 1),
      "digests": .list(groups.flatMap(records)), "has_feeds": .flag(feeds.count > 1), "feeds": .list(feeds.map(record)),
      "help": face.helpPart.record,
    ]
  }

  private var groups: [[Digest]] { site.groups(of: digests) }

  /// The choices of a family, of which at most one is ticked, or the checkbox of one digest.
  private func records(of group: [Digest]) -> [TemplateValue] {
    let ticked = group.first { form.digests.contains($0.name) }
    let field = site.choiceField(of: group)
    var records = group.map { record(of: $0, field, isChoice: group.count > 1, isTicked: $0 == ticked) }
    if group.count > 1, groups.count > 1 { records.append(noRecord(field)) }
    return records
  }

  private func noRecord(_ field: String) -> TemplateValue {
    var fields: TemplateRecord = [
      "id": .text(""), "input": .text("radio"), "choice": .text(field), "is_ticked": .flag(false), "next": .absent,
      "issue_url": .absent,
    ]
    fields.merge(face.speech.standalone("title", face.word("web_none"))) { $1 }
    return .record(fields)
  }

  private func record(of digest: Digest, _ field: String, isChoice: Bool, isTicked: Bool) -> TemplateValue {
    let next = face.nextMail(of: digest, after: visit.now)
    var fields: TemplateRecord = [
      "id": .text(digest.name), "input": .text(isChoice ? "radio" : "checkbox"), "choice": .text(field),
      "is_ticked": .flag(isTicked),
      "next": TemplateValue(next.map { face.sentence("web_next_mail", ["date": $0.date, "time": $0.time]) }),
      "issue_url": TemplateValue(offer.lastIssues[digest.name]),
    ]
    fields.merge(face.speech.standalone("title", site.title(ofDigest: digest.name))) { $1 }
    return .record(fields)
  }

  private func record(of feed: Feed) -> TemplateValue {
    let own = offer.feeds[feed.name]
    var fields: TemplateRecord = [
      "id": .text(feed.name.text), "is_ticked": .flag(form.feeds.contains(feed.name.text)),
      "often": TemplateValue(face.often(own)), "has_newest": .flag(!(own?.newest ?? []).isEmpty),
      "newest": .list((own?.newest ?? []).map { .record(["line": .text($0)]) }),
    ]
    fields.merge(face.speech.standalone("title", feed.title)) { $1 }
    fields.merge(face.speech.standalone("description", feed.description)) { $1 }
    return .record(fields)
  }
}

extension SubscribePage {
  private func record(of mistake: SubscribeForm.Mistake) -> TemplateValue {
    let target =
      switch mistake {
      case .address, .blocked: "email"
      case .name: "name"
      case .noDigest, .notOffered, .severalOfFamily: "choice"
      }
    return .record(["target": .text(target), "sentence": .text(sentence(of: mistake))])
  }

  private func sentence(of mistake: SubscribeForm.Mistake) -> String {
    switch mistake {
    case .address: face.word("web_wrong_address")
    case .name: face.word("web_wrong_name")
    case .noDigest: face.word("web_choose")
    case .notOffered: face.word("web_not_offered")
    case .severalOfFamily: face.word("web_choose_single")
    case .blocked(let domain): face.sentence("web_blocked", ["domain": domain])
    }
  }

  private func mistake(_ mistake: SubscribeForm.Mistake) -> String? {
    form.mistakes.contains(mistake) ? sentence(of: mistake) : nil
  }

  private var addressMistake: String? {
    for mistake in form.mistakes {
      switch mistake {
      case .address, .blocked: return sentence(of: mistake)
      case .name, .noDigest, .notOffered, .severalOfFamily: continue
      }
    }
    return nil
  }

  private var choiceMistake: String? {
    mistake(.noDigest) ?? mistake(.notOffered) ?? mistake(.severalOfFamily)
  }

  /// Offers another address, but never changes the one that was typed.
  private var doubt: TemplateValue {
    guard let address = form.address, let doubt = form.doubt else { return .absent }
    let keep = { (word: String) in TemplateValue.text(face.sentence(word, ["address": address.description])) }
    switch doubt {
    case .slip(let other):
      return .record([
        "question": .text(face.sentence("web_did_you_mean", ["address": other.description])),
        "other": .text(other.description),
        "use": .text(face.sentence("web_use_this", ["address": other.description])),
        "keep": keep("web_keep_this"),
      ])
    case .noServer:
      let question = face.sentence("web_no_server", ["domain": address.domain])
      return .record(["question": .text(question), "other": .absent, "use": .absent, "keep": keep("web_keep_anyway")])
    }
  }
}

extension WebFace {
  func answer(_ page: SubscribePage) throws(TemplateError) -> WebResponse {
    let heading = word("sign_up_title")
    return html(
      page.status, try self.page("web-subscribe.html", heading: heading, isError: page.isError, page.content()))
  }

  /// After signing up, for everyone.
  func sentPage() -> WebMessage {
    var message = WebMessage(word("web_sent_title"), word("web_sent"))
    message.parts.append(helpPart)
    return message
  }
}
