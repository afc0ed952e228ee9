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

  package init(digest: String, number: Int, date: Instant, subject: String, path: String) {
    (self.digest, self.number, self.date) = (digest, number, date)
    (self.subject, self.path) = (subject, path)
  }
}

extension IssueSummary {
  package var folder: String { path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path }

  package func record(in site: Site) -> TemplateValue {
    let day = site.zone.civil(at: date)
    return .record([
      "digest": .text(digest),
      "number": .number(number),
      "date": .words(site.speech.date(day)),
      "date_iso": .text(day.isoDate),
      "subject": .text(subject),
      "url": .text(site.address(folder)),
    ])
  }
}
