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
    self.digest = digest
    self.number = number
    self.date = date
    self.subject = subject
    self.path = path
  }
}

extension IssueSummary {
  package var folder: String { path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path }

  package func record(in site: Site) -> TemplateValue {
    let day = site.zone.civil(at: date)
    let fields: TemplateRecord = [
      "digest": .text(digest),
      "number": .number(number),
      "date": .words(site.speech.date(day)),
      "date_iso": .text(day.isoDate),
      "url": .text(site.address(folder)),
    ]
    return .record(fields.merging(site.speech.standalone("subject", subject)) { $1 })
  }
}
