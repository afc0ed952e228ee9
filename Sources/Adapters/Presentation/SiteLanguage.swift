package import Languages
package import Model

extension Site {
  /// Whose words, dates and numbers stand in pages and mails.
  package var speech: Language { Language(language, own: words) }
}

extension Language {
  /// `23 November 2026`.
  package func date(_ day: CivilTime) -> String { date(day: day.day, month: day.month, year: day.year) }
}
