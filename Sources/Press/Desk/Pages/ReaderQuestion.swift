internal import Text
internal import Web

/// The page that asks before a reader is changed.
extension ReaderPage {
  func question(_ change: ReaderChange) -> DeskPage {
    let act = change.act
    var page = DeskPage(act.question(email, change.digest))
    var part = DeskPart(.plain, "", act.meaning)
    part.forms = forms(change)
    part.links = [DeskLink("Back", path)]
    page.parts = [part]
    page.command = act.command(email, change)
    return page
  }

  private func forms(_ change: ReaderChange) -> [DeskForm] {
    let action = "\(path)/\(change.act.rawValue)"
    if change.act == .pause {
      return PauseLength.allCases.map { length in
        var form = DeskForm(to: action, "For \(length.rawValue) weeks")
        form.hidden = [("weeks", "\(length.rawValue)")]
        form.isMain = length == .four
        return form
      }
    }
    var form = DeskForm(to: action, change.act.button)
    if let digest = change.digest { form.hidden = [("digest", digest)] }
    if change.act == .feeds {
      form.lines = [
        .init(
          label: "Feeds", name: "feeds", value: change.feeds, hint: "Names separated by commas, or * for all",
          mistake: change.mistake)
      ]
    }
    return [form]
  }

  /// What was done, and how to undo it where that is possible.
  func donePart(_ act: DeskRoute.ReaderAct, digest: String?, formerFeeds: String?) -> DeskPart {
    var part = DeskPart(.fine, "Done", act.done)
    switch act {
    case .pause: part.links = [DeskLink("Undo…", path + "/resume")]
    case .feeds:
      guard let digest, let formerFeeds else { break }
      let query = "?digest=" + percentEncoded(digest) + "&feeds=" + percentEncoded(formerFeeds)
      part.links = [DeskLink("Undo…", path + "/feeds" + query)]
    default: break
    }
    return part
  }
}

extension DeskRoute.ReaderAct {
  fileprivate func question(_ email: String, _ digest: String?) -> String {
    switch self {
    case .end: "End \(digest ?? "every digest") for \(email)?"
    case .feeds: "Which feeds of \(digest ?? "it") does \(email) follow?"
    case .pause: "Pause all mail to \(email)?"
    case .resume: "Mail \(email) again?"
    case .lift: "Allow mail to \(email) again?"
    case .suppress: "Never mail \(email) again?"
    case .forget: "Erase \(email)?"
    case .sendLink: "Mail \(email) the link to their choices?"
    }
  }

  fileprivate var meaning: String {
    switch self {
    case .end: "They get no more of it. No import brings them back; they can sign up again."
    case .feeds: "Change this only if they asked for it. Issues that are already frozen do not change."
    case .pause: "They get nothing until then, and issues of that time are not sent later. The pause ends by itself."
    case .resume: "The pause ends now. Issues of that time are not sent later."
    case .lift:
      "The suppression ends. Do this only if they asked for it, or if their mailbox works again. Subscriptions that have "
        + "ended stay ended; they can sign up again."
    case .suppress: "All digests end, and no import brings the address back. They can still ask to return."
    case .forget:
      "Name, address and history are erased, which cannot be undone. A keyed hash keeps imports from bringing them back."
    case .sendLink: "The letter goes to this address alone. Someone who has not confirmed yet is asked again."
    }
  }

  fileprivate var button: String {
    switch self {
    case .end: "End it"
    case .feeds: "Change the feeds"
    case .pause: "Pause"
    case .resume: "End the pause"
    case .lift: "Allow mail again"
    case .suppress: "Never mail them again"
    case .forget: "Erase them"
    case .sendLink: "Mail the link"
    }
  }

  fileprivate var done: String {
    switch self {
    case .end: "The subscription has ended."
    case .feeds: "The feeds were changed."
    case .pause: "They get no mail until the pause ends."
    case .resume: "The pause has ended."
    case .lift: "This address may be mailed again."
    case .suppress: "All subscriptions have ended; this address is never mailed again."
    case .forget: "The reader is erased."
    case .sendLink: "The letter leaves within seconds, unless they had one just now."
    }
  }

  fileprivate func command(_ email: String, _ change: ReaderChange) -> String {
    switch self {
    case .end: "courant subscribers remove \(email) --digest \(change.digest ?? "NAME")"
    case .feeds:
      "courant subscribers add \(email) --digest \(change.digest ?? "NAME") --feeds \(change.feeds.filter { $0 != " " })"
    case .suppress: "courant subscribers remove \(email)"
    case .forget: "courant subscribers forget \(email)"
    case .pause, .resume, .lift, .sendLink: ""
    }
  }
}
