internal import Languages
internal import Model
internal import Presentation
internal import Time

/// The words in an email before its reader's address: when they signed up with it.
struct SignUpWords: Sendable {
  private let zone: Zone
  private let speech: Language
  private let undated: String
  /// The words before and after the date, which alone differs from reader to reader; nil for ``undated`` words only.
  private let dated: (before: String, after: String)?

  /// A site's own phrase from before there were dates, `reason`, replaces ours.
  init(site: Site, digest: String) {
    zone = site.zone
    speech = site.speech
    let isOwn = site.words["reason"] != nil
    let values = ["digest": site.title(ofDigest: digest), "site": site.title]
    undated = speech.sentence(isOwn ? "reason" : "signed_up", values)?.folded ?? ""
    let place = "\u{0}"
    let parts = speech.sentence("signed_up_on", ["date": place])?.components(around: place)
    dated = isOwn ? nil : parts
  }

  /// In lines of the text part; in HTML, their ends are spaces.
  func text(for reader: Addressee) -> String {
    guard let dated, let signedUp = reader.signedUp else { return undated }
    let date = speech.date(zone.civil(at: signedUp))
    // In an English sentence, a Persian month would change places with the year.
    let shown = speech.borrows("signed_up_on") ? Language.english.isolated(date) : date
    return (dated.before + shown + dated.after).folded
  }
}

extension String {
  /// Nearly all fit, and bytes are never fewer than columns.
  fileprivate var folded: String { utf8.count > 72 ? wrapped(self) : self }

  fileprivate func components(around place: String) -> (before: String, after: String)? {
    guard let found = firstRange(of: place) else { return nil }
    return (String(self[..<found.lowerBound]), String(self[found.upperBound...]))
  }
}
