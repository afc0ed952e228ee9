internal import Model
internal import Settings
internal import Text
internal import Time

/// `[digest.NAME]`, in the order of the file. `feeds` are the names that a digest can include.
///
/// - Parameter site: with everything but feeds and digests.
/// - Parameter folder: the site folder; nil if its files are not looked at.
func digests(
  in schedule: SettingReader, feeds: [Feed.Name], themes: [String], of site: Site? = nil, folder: String? = nil
) -> [Digest] {
  let known = Set(feeds)
  return schedule.tables("digest").compactMap { name, keyPosition, section in
    if !isPlainName(name) {
      section.report(at: keyPosition, "`\(name)` is not a valid name for a digest; \(plainNameRule)")
    }
    if schedule.setting("mail") == nil {
      section.report(at: keyPosition, "a digest needs mail settings; add a table [mail] with at least `from`")
    }
    if let welcome = section.setting("welcome"), schedule.setting("web") == nil {
      section.warn(
        at: welcome.position,
        "a welcome comes when a reader confirms on the web; add a table [web], or remove `welcome`")
    }
    let sender = DigestSender(section, site?.mail)
    let utm = section.utm("utm")
    let intro = section.introPath("intro", of: site)
    let pinned = section.pinned("pinned")
    let attach = section.attachedPaths("attach")
    let attachAs = section.choice("attach_as", of: Digest.AttachAs.self)
    let attachLimit = section.integer("attach_limit", in: 1...10, example: 2)
    let language = section.language("language")
    let sponsor = section.sponsor("sponsor", base: site?.url ?? "", folder: folder)
    var digest = Digest(name, section, known, themes)
    digest?.from = sender.from
    digest?.replyTo = sender.replyTo
    digest?.utm = utm
    digest?.intro = intro
    digest?.attach = attach
    digest?.attachAs = attachAs ?? .links
    digest?.attachLimit = attachLimit ?? 2
    digest?.language = language
    digest?.sponsor = sponsor
    digest?.pinned = pinned.map(\.text)
    return digest
  }
}

extension Digest {
  fileprivate init?(_ name: String, _ section: SettingReader, _ known: Set<Feed.Name>, _ themes: [String]) {
    let cron = section.required("cron", example: #""0 7 * * MON""#, section.cron)
    let title = section.line("title")
    let subject = section.line("subject")
    let feeds = section.feedNames("feeds", known)
    let catchUp = section.choice("catch_up", of: CatchUp.self)
    let lateWithin = section.duration("late_within", atLeast: "1m", atMost: "366d", example: "24h")
    let lookback = section.duration("lookback", atMost: "3660d", example: "30d")
    let maxArticles = section.integer("max_articles", in: 1...1000, example: 12)
    let holdAbove = section.integer("hold_above", in: 1...1_000_000, example: 100)
    let theme = section.line("theme")
    let lack = theme.flatMap { section.lackOfTheme($0, themes) }
    let signUp = section.choice("sign_up", of: SignUp.self)
    let welcome = section.choice("welcome", of: Welcome.self)
    let review = section.choice("review", of: Review.self)
    let releaseAfter = section.releaseAfter("release_after")
    let shape = section.choice("shape", of: Shape.self)
    let delay = section.duration("delay", atLeast: "1m", atMost: "1d", example: "10m")
    if releaseAfter != nil, review != .always {
      section.warn(
        at: section.position(of: "release_after"),
        "`release_after` has no effect without review = \"always\"; add that, or remove `release_after`")
    }
    guard let cron else { return nil }
    self.init(name: name, cron: cron)
    self.title = title
    self.subject = subject ?? self.subject
    self.feeds = feeds
    self.catchUp = catchUp ?? self.catchUp
    self.lateWithin = lateWithin ?? self.lateWithin
    self.lookback = lookback ?? self.lookback
    self.maxArticles = maxArticles ?? self.maxArticles
    self.holdAbove = holdAbove ?? self.holdAbove
    self.theme = lack == nil ? theme : nil
    if let lack {
      let place = section.position(of: "theme")
      faults.append(Finding("schedule.conf", line: place.line, column: place.column, lack))
    }
    self.shape = shape ?? self.shape
    self.review = review ?? self.review
    self.releaseAfter = releaseAfter
    self.delay = delay
    isOpen = signUp != .closed
    self.welcome = welcome ?? self.welcome
  }

  /// Whether readers may ask for it on the web.
  private enum SignUp: String, CaseIterable { case open, closed }
}

extension SettingReader {
  /// Nil for "never".
  fileprivate func releaseAfter(_ key: String) -> Duration? {
    if setting(key)?.string == "never" { return nil }
    return duration(key, atLeast: "1m", atMost: "366d", example: "6h")
  }

  fileprivate func cron(_ key: String) -> CronExpression? {
    guard let setting = setting(key), let text = string(key) else { return nil }
    do throws(CronError) {
      let cron = try CronExpression(text)
      if cron.next(after: Instant(seconds: 0), in: .utc) == nil {
        warn(
          at: setting.position, "`\(text)` is never due, because none of its months has such a day; correct the date")
      }
      return cron
    } catch {
      report(at: setting.position(ofByte: error.column - 1), error.sentence)
      return nil
    }
  }

  /// Nil for every feed.
  fileprivate func feedNames(_ key: String, _ known: Set<Feed.Name>) -> [Feed.Name]? {
    guard let words = strings(key) else { return nil }
    if words.contains(where: { $0.text == "*" }) {
      if words.count > 1 { report(key, "\"*\" means every feed, so it must be the only entry") }
      return nil
    }
    if words.isEmpty { report(key, "`\(key)` is empty; write [\"*\"] for every feed") }
    var names: [Feed.Name] = []
    var seen = Set<Feed.Name>()
    for word in words {
      guard let name = Feed.Name(word.text), known.contains(name) else {
        let hint = suggestion(for: word.text, among: known.map(\.text))
        report(at: word.setting.position, "there is no feed `\(word.text)` (no file feeds/\(word.text).toml)\(hint)")
        continue
      }
      if seen.insert(name).inserted {
        names.append(name)
      } else {
        report(at: word.setting.position, "feed `\(name)` is listed twice; remove one")
      }
    }
    return names
  }
}
