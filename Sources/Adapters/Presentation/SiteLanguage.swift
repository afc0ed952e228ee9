package import Languages
package import Model
package import Time

extension Site {
  /// The phrases, dates and numbers of pages and emails.
  package var speech: Language { Language(language, own: words) }
}

extension Language {
  /// `23 November 2026`.
  package func date(_ day: CivilTime) -> String { date(day: day.day, month: day.month, year: day.year) }
}
