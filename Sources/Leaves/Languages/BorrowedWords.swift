/// Phrases that a language borrows from English because it has no built-in ones.
extension Language {
  /// Whether dates, counted phrases and every phrase that the site has not replaced are English
  /// although the site is not.
  package var borrowsWords: Bool {
    let primary = tag.prefix { $0 != "-" }.lowercased()
    return wording.tag == Wording.english.tag && primary != Wording.english.tag
  }

  /// Whether the phrase is English although the site is not; false for bare punctuation such as the colon,
  /// which both languages share.
  package func borrows(_ key: String) -> Bool {
    guard borrowsWords, own[key] == nil, let word = wording.words[key] else { return false }
    return WritingDirection.rightToLeft.isCrossed(by: word)
  }

  /// The keys of all borrowed phrases, in alphabetical order.
  package var borrowedKeys: [String] { keys.filter(borrows) }

  /// The phrase, ``framed(_:)`` if it is borrowed; empty if the key does not exist.
  package func framedWord(_ key: String) -> String {
    let word = word(key) ?? ""
    return borrows(key) ? framed(word) : word
  }

  /// Borrowed phrases, dates and counts for plain text. On a right-to-left site they are framed by U+2066 and U+2069
  /// (UAX 9); otherwise "23" would appear after "November 2026" and a full stop before its sentence.
  package func framed(_ borrowed: String) -> String {
    borrowsWords && direction == .rightToLeft && direction.isCrossed(by: borrowed)
      ? "\u{2066}\(borrowed)\u{2069}" : borrowed
  }
}
