internal import Languages
internal import Model
internal import Templates

extension Article {
  /// The evidence as lists and emails state it; nil if there is none.
  private func evidenceLine(in site: Site) -> TemplateValue {
    let speech = site.speech
    let shown = site.showsInterest ? interest?.degree.rawValue : nil
    let line = speech.evidenceLine(level: evidence?.rawValue, testedIn: testedIn?.rawValue, interest: shown)
    return line.map { speech.value($0, of: "evidence") } ?? .absent
  }

  /// The four levels, with the one of the article, and why it is that one; for its page.
  private func evidenceRecord(in speech: Language) -> TemplateValue {
    if evidence == nil && testedIn == nil { return .absent }
    let reasonDirection = WritingDirection(of: credibilityReason ?? "", usual: speech.direction)
    let words = evidence.flatMap { speech.word("evidence_" + $0.rawValue) }
    let levels = evidence == nil ? [] : EvidenceLevel.allCases
    return .record([
      "level": evidence.map { .number($0.number) } ?? .absent,
      "words": words.map { speech.value($0, of: "evidence") } ?? .absent,
      "verdict": words.map { speech.value($0.capitalized(in: speech.tag), of: "evidence") } ?? .absent,
      "has_levels": .flag(!levels.isEmpty),
      "levels": .list(
        levels.map { level in
          let words = speech.word("evidence_" + level.rawValue) ?? ""
          return .record(["words": speech.value(words, of: "evidence"), "is_current": .flag(level == evidence)])
        }),
      "tested": testedIn.flatMap { speech.word("tested_in_" + $0.rawValue) }
        .map { speech.value($0, of: "tested_in_people") } ?? .absent,
      "reason": TemplateValue(credibilityReason),
      "reason_dir": .text(reasonDirection.rawValue),
    ])
  }

  /// What helps readers to judge the article and to use it, as fields of its record.
  func guidance(in site: Site) -> TemplateRecord {
    let speech = site.speech
    func direction(_ text: String?) -> TemplateValue {
      .text(WritingDirection(of: text ?? "", usual: speech.direction).rawValue)
    }
    return [
      "short_title": TemplateValue(shortTitle),
      "evidence": evidenceRecord(in: speech),
      "evidence_line": evidenceLine(in: site),
      "credibility_reason": TemplateValue(credibilityReason),
      "credibility_reason_dir": direction(credibilityReason),
      "tested_in": TemplateValue(testedIn?.rawValue),
      "has_minute": .flag(means != nil || mind != nil),
      "has_whole_minute": .flag(means != nil && mind != nil),
      "means": TemplateValue(means),
      "means_dir": direction(means),
      "mind": TemplateValue(mind),
      "mind_dir": direction(mind),
      "jump": .absent,
      "urgent": .list([]),
      "body_after_urgent": .html(body),
      "has_questions": .flag(!questions.isEmpty),
      "questions": .list(questions.map { .record(["text": .text($0), "dir": direction($0)]) }),
      "sheet_url": .absent,
      "easy_url": .absent,
      "has_translations": .flag(false),
      "translations": .list([]),
      "has_words": .flag(false),
      "words": .list([]),
      "has_changes": .flag(!changes.isEmpty),
      "changes": .list(
        changes.map { change in
          .record([
            "date": speech.shown(speech.date(written: change.date)), "date_iso": .text(change.date),
            "what": .text(change.what), "what_dir": direction(change.what),
          ])
        }),
    ]
  }
}
