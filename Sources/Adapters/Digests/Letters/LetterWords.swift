internal import Languages
internal import Model
internal import Presentation
internal import Templates
internal import Time

/// The text of a letter, in its reader's language, and the target of its link.
struct LetterWords {
  let subject: String
  let text: String
  let action: String
  let note: String?
  /// The one link.
  let url: String
  /// Refuses all mail; nil if the letter goes to someone who can leave on their page.
  let refuseURL: String?
  /// The addresses of private feeds, with their titles.
  let addresses: [(title: String, url: String)]

  private let site: Site
  private let letter: Letter
  private let speech: Language

  /// Nil if the letter has no link: its permit is gone, its reader follows no private feed, or it is rendered in another way,
  /// as a welcome or a note to operators.
  init?(_ letter: Letter, of site: Site) {
    self.site = site
    self.letter = letter
    speech = Self.speech(of: letter, on: site)
    let base = site.url
    let permit = { (path: String) in letter.permit.map { "\(base)/\(path)/\($0)" } }
    let isUnknown = letter.kind == .link && letter.preferences == nil
    let name =
      switch letter.kind {
      case .confirm: "letter_confirm"
      case .alreadyFollowing: "letter_following"
      case .link: isUnknown ? "letter_unknown" : "letter_link"
      case .newAddress: "letter_new"
      case .oldAddress: "letter_old"
      case .privateFeeds: "letter_feeds"
      case .welcome, .operators: ""
      }
    addresses = Self.addresses(in: letter, on: site)
    let link: String? =
      switch letter.kind {
      case .confirm: permit("confirm")
      case .alreadyFollowing: letter.preferences.map { "\(base)/preferences/\($0)" }
      case .link: isUnknown ? "\(base)/subscribe" : permit("access")
      case .newAddress: permit("move")
      case .oldAddress: permit("move-back")
      case .privateFeeds: addresses.isEmpty ? nil : letter.preferences.map { "\(base)/preferences/\($0)" }
      case .welcome, .operators: nil
      }
    guard let link else { return nil }
    url = link
    refuseURL = letter.kind == .confirm || letter.kind == .newAddress || isUnknown ? permit("refuse") : nil
    let values = ["site": site.title, "date": speech.date(site.zone.civil(at: letter.asked))]
    subject = speech.plainSentence("\(name)_subject", values)
    text = speech.sentence(name, values) ?? ""
    action = speech.word(letter.kind == .privateFeeds ? "letter_following_action" : "\(name)_action") ?? ""
    note = speech.word("\(name)_note")
  }

  private static func addresses(in letter: Letter, on site: Site) -> [(title: String, url: String)] {
    guard letter.kind == .privateFeeds, let token = letter.feedToken else { return [] }
    return site.privateFeeds(for: letter.wanted).compactMap { feed in
      feed.formats.first.map { (feed.title, site.address(feed.folder(for: token) + $0.fileName)) }
    }
  }

  /// The value of a letter's templates.
  var record: TemplateValue {
    let wanted = letter.kind == .privateFeeds ? [] : letter.wanted
    return .record([
      "site": site.record, "language": .text(speech.tag), "dir": .text(speech.direction.rawValue),
      "subject": .text(subject), "text": .text(text), "has_wanted": .flag(!wanted.isEmpty),
      "wanted": .list(wanted.map { .record(["title": .text(title(of: $0))]) }),
      "addresses": .list(addresses.map { .record(["title": .text($0.title), "url": .text($0.url)]) }),
      "action": .text(action), "colon": .text(speech.word("colon") ?? ":"), "url": .text(url),
      "note": TemplateValue(note), "refuse": .text(speech.word("letter_refuse") ?? ""),
      "refuse_url": TemplateValue(refuseURL),
    ])
  }

  /// BCP 47.
  var language: String { speech.tag }

  /// `Weekly`, or `Weekly: Multiple sclerosis, Movement` for some of its feeds.
  private func title(of wanted: WantedDigest) -> String {
    let digest = site.title(ofDigest: wanted.digest)
    let names = wanted.follows.names
    if names.isEmpty { return digest }
    let titles = names.map { name in site.feeds.first { $0.name == name }?.title ?? name.text }
    return digest + speech.colonAndSpace + speech.enumerated(titles)
  }

  /// The reader's language if there are words for it, otherwise the site's. Only in that are the site's own words.
  private static func speech(of letter: Letter, on site: Site) -> Language {
    guard let tag = letter.language, tag != site.language, !Language(tag).borrowsWords else { return site.speech }
    return Language(tag)
  }
}
