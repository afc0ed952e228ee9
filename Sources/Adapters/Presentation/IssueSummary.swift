internal import Languages
package import Model
package import Templates
package import Time

/// An issue as shown in lists of issues.
package struct IssueSummary: Hashable, Sendable {
  package let digest: String
  package let number: Int
  package let date: Instant
  package let subject: String
  /// Relative to `public/`, with or without `index.html`.
  package let path: String
  /// How many articles it has; 0 if that is not shown.
  package var count = 0
  /// Its first titles, at most ``maxTitles``; none if they are not shown.
  package var titles: [String] = []

  package static let maxTitles = 3

  package init(digest: String, number: Int, date: Instant, subject: String, path: String) {
    self.digest = digest
    self.number = number
    self.date = date
    self.subject = subject
    self.path = path
  }
}

extension Site {
  /// The name of an issue: `Weekly, 23 November 2026`.
  package func issueHeading(ofDigest digest: String, at date: Instant) -> String {
    let title = title(ofDigest: digest)
    let day = speech.date(zone.civil(at: date))
    return speech.sentence("issue_of_date", ["digest": title, "date": day]) ?? title
  }
}

extension IssueSummary {
  package var folder: String { path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path }

  package func record(in site: Site) -> TemplateValue {
    let day = site.zone.civil(at: date)
    let fields: TemplateRecord = [
      "digest": .text(site.title(ofDigest: digest)),
      "digest_name": .text(digest),
      "number": .number(number),
      "date": site.speech.shown(site.speech.date(day)),
      "date_iso": .text(day.isoDate),
      "url": .text(site.address(folder)),
      "count": .number(count),
      "count_words": count > 0 ? site.speech.shown("articles", count) : .absent,
      "has_titles": .flag(!titles.isEmpty),
      "titles": .list(titles.map { .record(site.speech.standalone("title", $0.listed)) }),
    ]
    return .record(fields.merging(site.speech.standalone("subject", subject)) { $1 })
  }
}
