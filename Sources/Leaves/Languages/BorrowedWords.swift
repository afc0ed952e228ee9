/// Phrases that a language borrows from English because it has no built-in ones.
extension Language {
  /// Whether every phrase that the site has not replaced is English although the site is not. Dates, numbers and lists are
  /// those of the language nevertheless, if CLDR has them.
  package var borrowsWords: Bool { wording == nil && lookUpRanges(tag).last != Wording.english.tag }

  /// Whether its phrases are English ones, its own or borrowed.
  package var isEnglish: Bool { wording == nil || wording?.tag == Wording.english.tag }

  /// Whether dates are English although the site is not.
  package var borrowsDates: Bool { borrows("month_1") }

  /// Whether the phrase is English although the site is not; false for bare punctuation such as the colon,
  /// which both languages share.
  package func borrows(_ key: String) -> Bool {
    let isFromCLDR = forms.words[key] != nil && forms.tag != Wording.english.tag
    guard borrowsWords, own[key] == nil, !isFromCLDR else { return false }
    return builtIn(key).map(WritingDirection.rightToLeft.isCrossed) ?? false
  }

  /// Whether counts of this name are English although the site is not.
  package func borrowsCounts(_ name: String) -> Bool { borrows("\(name)_other") }

  /// The keys of all borrowed phrases, in alphabetical order.
  package var borrowedKeys: [String] { keys.filter(borrows) }

  /// The phrase, ``framed(_:)`` if it is borrowed; empty if the key does not exist.
  package func framedWord(_ key: String) -> String {
    let word = word(key) ?? ""
    return borrows(key) ? framed(word) : word
  }

  /// A numeric date in words, ``framed(_:)`` if they are borrowed.
  package func framedDate(written: String) -> String {
    let date = date(written: written)
    return borrowsDates ? framed(date) : date
  }

  /// Borrowed phrases, dates and counts for plain text. On a right-to-left site they are framed by U+2066 and U+2069
  /// (UAX 9); otherwise "23" would appear after "November 2026" and a full stop before its sentence.
  package func framed(_ borrowed: String) -> String {
    borrowsWords && direction == .rightToLeft && direction.isCrossed(by: borrowed)
      ? "\u{2066}\(borrowed)\u{2069}" : borrowed
  }
}
