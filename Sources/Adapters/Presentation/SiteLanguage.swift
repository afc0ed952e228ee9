package import Languages
package import Model
package import Templates
package import Time

extension Site {
  /// The phrases, dates and numbers of pages and emails.
  package var speech: Language { Language(language, own: words) }

  /// The language of a digest's emails, in which `tagged_links` replaces `no_tracking` if links are tagged.
  package var mailSpeech: Language {
    guard mail?.utm.parameters.isEmpty == false, let promise = speech.word("tagged_links") else { return speech }
    return Language(language, own: words.merging(["no_tracking": promise]) { $1 })
  }
}

extension Language {
  /// `23 November 2026`.
  package func date(_ day: CivilTime) -> String { date(day: day.day, month: day.month, year: day.year) }

  /// A phrase as a value, marked as English if it is borrowed.
  package func shown(word key: String) -> TemplateValue { value(word(key) ?? "", of: key) }

  /// The same with its placeholders filled.
  func value(_ text: String, of key: String) -> TemplateValue { borrows(key) ? .words(text) : .text(text) }

  /// A date or a month, marked as English if it is and the site is not.
  package func shown(_ date: String) -> TemplateValue {
    borrowsWords && !borrowsDates ? .text(date) : .words(date)
  }

  /// `5 articles`, marked in the same way.
  package func shown(_ name: String, _ count: Int) -> TemplateValue {
    let counted = counted(name, count)
    return borrowsWords && !borrowsCounts(name) ? .text(counted) : .words(counted)
  }
}
