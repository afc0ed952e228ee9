internal import Languages
internal import Model
internal import Templates

extension Article {
  /// What helps readers to judge the article and to use it, as fields of its record.
  func guidance(in speech: Language) -> TemplateRecord {
    func direction(_ text: String?) -> TemplateValue {
      .text(WritingDirection(of: text ?? "", usual: speech.direction).rawValue)
    }
    return [
      "short_title": TemplateValue(shortTitle),
      "credibility_reason": TemplateValue(credibilityReason),
      "credibility_reason_dir": direction(credibilityReason),
      "tested_in": TemplateValue(testedIn?.rawValue),
      "means": TemplateValue(means),
      "means_dir": direction(means),
      "mind": TemplateValue(mind),
      "mind_dir": direction(mind),
      "has_questions": .flag(!questions.isEmpty),
      "questions": .list(questions.map { .record(["text": .text($0), "dir": direction($0)]) }),
      "has_changes": .flag(!changes.isEmpty),
      "changes": .list(
        changes.map { change in
          .record([
            "date": .words(speech.date(written: change.date)), "date_iso": .text(change.date),
            "what": .text(change.what), "what_dir": direction(change.what),
          ])
        }),
    ]
  }
}
