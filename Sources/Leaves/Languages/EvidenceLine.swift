/// How sure a study is, in the words of lists, emails and feeds.
extension Language {
  /// `In animals only. Evidence: early`; nil if there is nothing to say. Where a study was done comes first unless it was
  /// done in people.
  ///
  /// - Parameters:
  ///   - level: the end of a key `evidence_…`.
  ///   - testedIn: the end of a key `tested_in_…`.
  ///   - interest: the end of a key `rating_…`; nil to leave interest out.
  package func evidenceLine(level: String?, testedIn: String?, interest: String? = nil) -> String? {
    var sentences: [String] = []
    if let testedIn, testedIn != "people", let words = word("tested_in_" + testedIn) { sentences.append(words) }
    if let level { sentences.append(labelled("evidence", "evidence_" + level)) }
    var parts = sentences.isEmpty ? [] : [sentences.joined(separator: sentences[0].hasSuffix("。") ? "" : " ")]
    if let interest { parts.append(labelled("interest", "rating_" + interest)) }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// What is between a label and its value. A colon of full width needs no space.
  package var colonAndSpace: String {
    let colon = word("colon") ?? ":"
    return endsWide(colon) ? colon : colon + " "
  }

  /// Whether phrases follow each other without a space, as in Chinese and Japanese.
  package var joinsPhrases: Bool { endsWide(word("colon") ?? ":") }

  /// Whether the text ends with punctuation of full width, which has its space in itself.
  package func endsWide(_ text: String) -> Bool { text.last.map("：。，、？！；）」』".contains) ?? false }

  /// `Evidence: early`.
  private func labelled(_ label: String, _ key: String) -> String {
    (word(label) ?? "") + colonAndSpace + (word(key) ?? "")
  }
}
