internal import Markdown
internal import Model
internal import Settings
internal import Text
internal import Time

/// What helps readers to judge an article and to use it.
///
/// Other programs may have `means`, `mind`, `questions` and `changes` for something else, so a value of another kind is
/// ignored with a warning. One of `tested_in` is an error, because without it a finding in cells would look as firm as
/// one in people.
extension FrontMatter {
  /// Phones show about this many characters of a subject.
  private static let mostShown = 45
  /// The word limit for each part of the one-minute version.
  private static let mostWords = 60

  mutating func readShortTitle() -> String? {
    guard let title = readLine("short_title", FieldLimit.line) else { return nil }
    if title.count > Self.mostShown {
      let sentence = "`short_title` has \(title.count) characters; subjects of emails show about \(Self.mostShown)"
      warn(reader.position(of: "short_title"), sentence)
    }
    return title
  }

  func readReason() -> String? { readLine("credibility_reason", FieldLimit.line) }

  func readTestedIn() -> Article.TestedIn? { reader.choice("tested_in", of: Article.TestedIn.self) }

  /// `means` or `mind`.
  mutating func readBriefing(_ key: String) -> String? {
    guard let setting = reader.setting(key) else { return nil }
    guard setting.string != nil else {
      let sentence = "`\(key)` must be a string of about \(Self.mostWords) words; found \(setting.kind); ignored"
      warn(setting.position, sentence)
      return nil
    }
    guard let text = readLine(key, FieldLimit.briefing) else { return nil }
    let count = text.split(whereSeparator: \.isWhitespace).count
    if count > Self.mostWords {
      warn(setting.position, "`\(key)` has \(count) words; readers who tire easily manage about \(Self.mostWords)")
    }
    return text
  }

  mutating func readQuestions() -> [String] {
    guard let setting = reader.setting("questions") else { return [] }
    let elements = setting.elements
    let strings = elements.compactMap(\.string)
    guard strings.count == elements.count else {
      warn(setting.position, "`questions` must be a list of strings, in quotes if they contain a colon; ignored")
      return []
    }
    let questions = fitting(strings.map(faithfulLine), FieldLimit.line, count: FieldLimit.notes, "questions")
    if let text = questions.first(where: holdsHiddenText) { refuseHiddenText(text, "questions") }
    return questions
  }

  mutating func readChanges() -> [Article.Change] {
    guard let setting = reader.setting("changes") else { return [] }
    var changes: [Article.Change] = []
    for element in setting.elements {
      for (date, what) in datedTexts(in: element) {
        guard let change = change(date, what) else {
          warn(element.position, "each of `changes` begins with its date, such as 2026-11-23: Dose corrected; ignored")
          continue
        }
        changes.append(change)
      }
    }
    let sentences = changes.map(\.what)
    if let text = sentences.first(where: holdsHiddenText) { refuseHiddenText(text, "changes") }
    let kept = Set(fitting(sentences, FieldLimit.line, count: FieldLimit.notes, "changes"))
    return changes.filter { kept.contains($0.what) }
  }

  /// Warns that readers see a lower level of evidence than the author's rating gives.
  mutating func warnOfCap(_ article: Article) {
    guard article.isEvidenceCapped, let testedIn = article.testedIn?.rawValue, let rating = article.credibility else {
      return
    }
    let sentence =
      "`credibility` \(rating.text) is shown as no more than early, because `tested_in` is \(testedIn)"
    warn(reader.position(of: "credibility"), sentence)
  }
}

extension FrontMatter {
  private func readLine(_ key: String, _ limit: Int) -> String? {
    guard let line = text(key, reader).map(faithfulLine), showsCharacter(line) else { return nil }
    refuseHiddenText(line, key)
    return fitting(line, limit, key, reader)
  }

  /// `2026-11-23: What`, as a table or as a string.
  private func datedTexts(in setting: Setting) -> [(date: String, what: String)] {
    if case .table(let table) = setting.value {
      return table.entries.map { ($0.key, $0.setting.string ?? "") }
    }
    let text = setting.string ?? ""
    let date = text.prefix { !$0.isWhitespace && $0 != ":" }
    let what = text.dropFirst(date.count).drop { $0.isWhitespace || $0 == ":" }
    return [(String(date), String(what))]
  }

  private func change(_ date: String, _ what: String) -> Article.Change? {
    guard showsCharacter(what), let day = written(date, readsUSDates: readsUSDates) else { return nil }
    return Article.Change(date: zone.civil(at: day.instant(in: zone)).isoDate, what: faithfulLine(what))
  }
}

extension Setting {
  /// The elements of a list; anything else by itself.
  fileprivate var elements: [Setting] {
    guard case .array(let elements) = value else { return [self] }
    return elements
  }
}
