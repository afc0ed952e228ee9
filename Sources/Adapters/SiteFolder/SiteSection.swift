internal import Languages
internal import Model
internal import Settings
internal import Text
internal import Time

extension Site {
  /// Everything in `schedule.conf` except feeds and digests. Mistakes are reported, and a dummy value that will not be
  /// used replaces the wrong one.
  init(schedule: SettingReader, themes: [String]) {
    self.init(title: "", url: "", language: "en", zone: .utc, publisher: "")
    if let section = schedule.table("site") {
      read(section, hasMail: schedule.setting("mail") != nil)
    } else if schedule.setting("site") == nil {
      schedule.report(at: schedule.table.position, "the table [site] is missing; add it with title, url and time_zone")
    }
    mail = schedule.table("mail").flatMap { MailSettings($0, themes: themes) }
    web = schedule.table("web").map { WebSettings($0, hasMail: schedule.setting("mail") != nil) }
    if let section = schedule.table("alerts") {
      alerts = AlertSettings(section, hasMail: schedule.setting("mail") != nil)
    }
    webhooks = readWebhooks(in: schedule)
    ledger = schedule.table("ledger").map { LedgerSettings($0) }
    if let section = schedule.table("public") { publishing = PublicSettings(section) }
    log = schedule.table("log").flatMap { logFormat(in: $0) }
    // Mail programs call no other URL (RFC 8058 §3.1).
    if web != nil, mail?.oneClick == nil, url.lowercased().hasPrefix("https://") {
      mail?.oneClick = url + "/unsubscribe"
    }
    if let section = schedule.table("desk") { desk = DeskSettings(section) }
    operators = readOperators(in: schedule)
    let sections = SourceSections(in: schedule)
    sources = sections.folders
    upstreams = sections.upstreams
    readTopics(in: schedule)
    words = ownWords(in: schedule, language: language)
  }

  /// Call it once ``Site/words`` is complete.
  func warnOfBorrowedWords(_ schedule: SettingReader) {
    guard let sentence = Language(language, own: words).lack,
      case .table(let section)? = schedule.setting("site")?.value
    else { return }
    schedule.warn(at: section["language"]?.position ?? section.position, sentence)
  }

  private mutating func read(_ section: SettingReader, hasMail: Bool) {
    title = section.required("title", example: #""Our news""#, section.line) ?? ""
    description = section.line("description") ?? ""
    url = section.required("url", example: #""https://news.example.org""#, section.siteAddress) ?? ""
    language = section.language("language") ?? "en"
    otherLanguages = (section.languages("languages") ?? []).filter { $0.lowercased() != language.lowercased() }
    zone = section.required("time_zone", example: #""Europe/London""#, section.zone) ?? .utc
    let example = #""Our Trust, 1 High Street, London""#
    publisher =
      (hasMail ? section.required("publisher", example: example, section.line) : section.line("publisher")) ?? ""
    tagPrefix = tag(section)
    writesTag = section.setting("tag") != nil
    signUp = section.signUpAddress("sign_up")
    editors = section.address("editors")
    look = SiteLook(section, base: url)
    hubs = section.hubs("hub")
    hasPages = section.boolean("pages") ?? true
    permalink = section.permalink("permalink")
    showsInterest = section.boolean("show_interest") ?? false
    hasCards = section.boolean("cards") ?? true
    judgesReadingEase = section.boolean("reading_ease") ?? true
    topicFeeds = section.topicFeeds()
  }

  /// The prefix of permanent ids (RFC 4151 §2.1: `tag:` authority `,` date `:`). It must not change with `url`, so the
  /// operator can set it.
  private func tag(_ section: SettingReader) -> String {
    if section.setting("tag") != nil {
      guard let tag = section.string("tag") else { return "" }
      if isTagPrefix(tag) { return tag }
      let example = #"tag = "tag:news.example.org,2026:""#
      section.report("tag", "`tag` must be a prefix of tag URIs (RFC 4151), for example \(example)")
      return ""
    }
    let host = url.isEmpty ? nil : webHost(of: url)
    if host == nil, !url.isEmpty {
      let sentence = "`url` has no host name for permanent ids; add, for example, tag = \"tag:news.example.org,2026:\""
      section.report("url", sentence)
    }
    return "tag:\(host ?? ""),2026:"
  }
}

extension SettingReader {
  /// A string of one line that is not empty; surrounding spaces are removed.
  func line(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    let line = text.trimmed
    if line.isEmpty {
      report(key, "`\(key)` must not be empty")
      return nil
    }
    if line.unicodeScalars.contains(where: isControlOrLineEnd) {
      report(key, "`\(key)` must be one line without control characters")
      return nil
    }
    return line
  }

  /// A language tag (BCP 47).
  func language(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    guard let fault = faultInLanguageTag(text, under: key) else { return text }
    report(key, fault)
    return nil
  }

  /// A list of language tags.
  func languages(_ key: String) -> [String]? {
    guard let texts = strings(key) else { return nil }
    if texts.isEmpty {
      report(key, "`\(key)` is empty; list language tags, for example [\"en\", \"pt-BR\"], or remove it")
    }
    return texts.filter { text in
      guard let fault = faultInLanguageTag(text.text, under: key) else { return true }
      report(at: text.setting.position, fault)
      return false
    }
    .map(\.text)
  }

  func zone(_ key: String) -> Zone? {
    guard let name = string(key) else { return nil }
    if let zone = Zone(name) { return zone }
    let city = Zone.knownNames.sorted().first { cityName($0) == cityName(name) }
    let hint = city.map { "; did you mean `\($0)`?" } ?? suggestion(for: name, among: Zone.knownNames.sorted())
    report(key, "`\(name)` is not a time zone; write Area/City, for example \"Europe/London\", or \"UTC\"\(hint)")
    return nil
  }
}

/// `new york` of `America/New_York`.
private func cityName(_ zone: String) -> String {
  zone.split(separator: "/").last.map { $0.replacing("_", with: " ").lowercased() } ?? ""
}

private func isTagPrefix(_ text: String) -> Bool {
  text.wholeMatch(of: /tag:[A-Za-z0-9._@-]+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?:[A-Za-z0-9._~!$&'()*+,;=:@\/?%-]*/) != nil
}
