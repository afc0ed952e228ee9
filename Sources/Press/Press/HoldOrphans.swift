internal import Model
internal import Text
internal import Time

/// Digests whose readers may have been lost in a change of name: nothing is frozen for them until the operator decides,
/// so that no news is lost on missing readers.
extension PressRun {
  /// The digests that must not be frozen now. The reasons are reported once a day.
  func digestsHeldForOrphans(_ report: inout RunReport) throws -> Set<String> {
    let followed = try ledger.followedSets()
    try tellWhoGetsNothing(followed, &report)
    guard !Orphans.areExcluded(followed, site: site) else {
      try unretireWhatIsNamed()
      return []
    }
    let orphans = try Orphans(ledger.followings(), site: site, retired: ledger.retired())
    guard !orphans.isEmpty else {
      try unretireWhatIsNamed()
      return []
    }
    let begun = try Set(site.digests.filter { try ledger.nextNumber(of: $0.name) > 1 }.map(\.name))
    let fresh = orphans.digests.isEmpty ? [] : site.digests.map(\.name).filter { !begun.contains($0) }
    try reportDaily(OrphanSentences(orphans, fresh: fresh, site: site).findings.map(\.description), &report)
    return Set(orphans.feeds.map(\.digest) + fresh)
  }

  /// A retired name that the settings use again is no longer retired, so that another loss of it is reported. Not while
  /// something else may be about to take the name: ``Renaming`` refuses that.
  private func unretireWhatIsNamed() throws {
    let named = site.digests.map { ReaderFacingName.digest($0.name) } + site.feeds.map { .feed($0.name.text) }
    let back = try ledger.retired().intersection(named)
    if !back.isEmpty { try ledger.unretire(back) }
  }

  /// Reported once, because a digest may cover fewer feeds than before.
  private func tellWhoGetsNothing(_ followed: [String: [Following]], _ report: inout RunReport) throws {
    let known = Set(site.feeds.map(\.name))
    let sentences = site.digests.flatMap { digest in
      let feeds = Set(site.feeds(of: digest).map(\.name))
      let idle = (followed[digest.name] ?? []).filter { following in
        !following.includes(anyOf: feeds) && known.isSuperset(of: following.names)
      }
      return idle.map { following in
        "schedule.conf: readers of \(digest.name) who follow only \(following.text) get nothing: "
          + "`feeds` of the digest does not include it"
      }
    }
    let key = "told_idle"
    let text = sentences.sorted().joined(separator: "\n")
    guard try ledger.note(key) ?? "" != text else { return }
    report.notices += sentences.sorted()
    try ledger.setNote(key, text)
  }

  /// The exit code reflects it every time.
  private func reportDaily(_ sentences: [String], _ report: inout RunReport) throws {
    report.codes.insert(.badConfiguration)
    let key = "told_orphans"
    let text = sentences.joined(separator: "\n")
    let reported = try ledger.note(key)?.split(separator: "\n", maxSplits: 1).map(String.init) ?? []
    if reported.count == 2, reported[1] == text, let at = Instant(rfc3339: reported[0]), at <= now,
      now - at < .seconds(86_400)
    {
      return
    }
    report.problems += sentences
    try ledger.setNote(key, now.rfc3339 + "\n" + text)
  }
}

/// Sentences about readers who follow a digest or a feed that the settings do not name.
struct OrphanSentences {
  private let orphans: Orphans
  /// Digests without an issue yet: one of them may be an old digest under a new name.
  private let fresh: [String]
  private let site: Site

  init(_ orphans: Orphans, fresh: [String], site: Site) {
    self.orphans = orphans
    self.fresh = fresh
    self.site = site
  }

  var findings: [Finding] { digests + feeds }

  var digests: [Finding] {
    orphans.digests.sorted { $0.key < $1.key }.map { name, readers in
      let new = fresh.count == 1 ? fresh[0] : nearest(to: name, among: fresh) ?? "NEW"
      let held = fresh.isEmpty ? "they get nothing" : "held until then: \(fresh.joined(separator: ", "))"
      return Finding(
        "schedule.conf",
        "\(Self.readers(readers, "subscribe")) to the digest `\(name)`, which is no longer named here; "
          + "run `courant rename digest \(name) \(new)` to move them, "
          + "or `courant retire digest \(name)` if it is gone for good; \(held)")
    }
  }

  private var feeds: [Finding] {
    orphans.feeds.map { feed in
      let new = nearest(to: feed.name.text, among: site.feeds.map(\.name.text)) ?? "NEW"
      return Finding(
        "feeds/\(feed.name).toml",
        "the file is gone, but \(Self.readers(feed.readers, "follow")) this feed in \(feed.digest); "
          + "run `courant rename feed \(feed.name) \(new)` to move them, "
          + "or `courant retire feed \(feed.name)` if it is gone for good; held until then: \(feed.digest)")
    }
  }

  /// `1 reader follows`, `2 readers follow`.
  private static func readers(_ count: Int, _ verb: String) -> String {
    count == 1 ? "1 reader \(verb)s" : "\(count) readers \(verb)"
  }
}
