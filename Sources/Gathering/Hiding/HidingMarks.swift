internal import Model
internal import Settings

/// What a table of front matter says about who may see the article: by the one table of what hides, ``HidingKeys``.
struct HidingMarks {
  /// By the number of the key's row in ``HidingKeys/all``.
  private(set) var outcomes: [Int: HidingOutcome] = [:]
  /// What could hide and is not understood. The article stays hidden.
  private(set) var questions: [Question] = []
  private let date: (String) -> Instant?
  /// What hides for certain, in the syntax of the table.
  private let draft: String

  struct Question {
    let mark: Mark
    let sentence: String
  }

  /// - Parameter date: the instant that a written date means; nil if it is not one.
  init(_ table: SettingTable, date: @escaping (String) -> Instant?) {
    self.date = date
    draft = table.syntax == .toml ? "`draft = true`" : "`draft: true`"
    for entry in table.entries { read(entry) }
    if let labels = HidingKeys.rows["tags"], outcomes[labels] == .hidden { resolveLabels(labels, in: table) }
    if hidesBelow { questions = [] }
  }

  /// Whether a key hides what lies below the article's folder too, and not only the article.
  var hidesBelow: Bool {
    outcomes.contains { row, outcome in outcome == .hidden && !HidingKeys.all[row].isAboutLists }
  }
}

extension HidingMarks {
  private mutating func read(_ entry: SettingTable.Entry) {
    guard let value = HidingValue(entry.setting) else { return }
    let key = comparable(key: entry.key)
    // `Date` beside `date`: to Hugo they are one key, so the later one counts.
    let row = HidingKeys.rows[key] ?? (key == "date" && entry.key != "date" ? HidingKeys.rows["publishdate"] : nil)
    if let row {
      switch answer(value, HidingKeys.all[row].effect) {
      case .outcome(let outcome): note(outcome, row)
      case .question: ask(about: value, HidingKeys.all[row].effect, of: entry)
      }
    } else if HidingWords.ownTables.contains(key), case .table(let table) = entry.setting.value {
      readOwn(table, of: entry.key)
    } else if couldHide(key, value) {
      ask(entry)
    }
  }

  /// Two spellings of one key: what hides, wins.
  private mutating func note(_ outcome: HidingOutcome, _ row: Int) {
    switch (outcomes[row], outcome) {
    case (nil, _), (.shown, _): outcomes[row] = outcome
    case (_, .hidden): outcomes[row] = .hidden
    case (.from(let a), .from(let b)): outcomes[row] = .from(max(a, b))
    case (.until(let a), .until(let b)): outcomes[row] = .until(min(a, b))
    default: break
    }
  }

  private mutating func ask(_ entry: SettingTable.Entry, of table: String? = nil) {
    let key = (table.map { $0 + "." } ?? "") + entry.key
    ask(at: entry.keyMark, "`\(key)` could mean")
  }

  private mutating func ask(about value: HidingValue, _ effect: HidingEffect, of entry: SettingTable.Entry) {
    let written = value.written.map(quoted) ?? entry.setting.kind
    let mark = entry.setting.mark
    switch effect {
    case .embargo, .expiry:
      let sentence =
        "`\(entry.key)` is \(written), so when this is to be seen is unclear; write it as 2026-11-23 or 2026-11-23 07:00"
      questions.append(Question(mark: mark, sentence: sentence))
    default: ask(at: mark, "`\(entry.key)` is \(written), which could mean")
    }
  }

  private mutating func ask(at mark: Mark, _ what: String) {
    let sentence = "\(what) that this is not to be published; write \(draft) to hide it, or correct or remove this key"
    questions.append(Question(mark: mark, sentence: sentence))
  }

  /// A theme may hide by a key of its own: `[extra] unlisted = true`.
  private mutating func readOwn(_ table: SettingTable, of name: String) {
    for entry in table.entries {
      guard let value = HidingValue(entry.setting) else { continue }
      let key = comparable(key: entry.key)
      guard let row = HidingKeys.rows[key] else {
        if couldHide(key, value) { ask(entry, of: name) }
        continue
      }
      switch HidingKeys.all[row].effect {
      case .hidesIfTrue, .hidesUnlessParts, .hidesIfFalse, .asksIfTrue, .publishes, .expiry, .status, .audience,
        .hidesIfSet:
        switch answer(value, HidingKeys.all[row].effect) {
        case .outcome(.hidden), .outcome(.until), .question: ask(entry, of: name)
        case .outcome: break
        }
      case .embargo, .build, .hidesIfJustFalse, .labels: break
      }
    }
  }

  /// Nikola hides what is labelled so; a site about sport may have such a topic.
  private mutating func resolveLabels(_ row: Int, in table: SettingTable) {
    outcomes[row] = .shown
    let isDenied = HidingKeys.rows["draft"].map { outcomes[$0] == .shown } ?? false
    guard !isDenied, let entry = table.entries.first(where: { HidingKeys.rows[comparable(key: $0.key)] == row }) else {
      return
    }
    ask(entry)
  }

  private enum Answer {
    case outcome(HidingOutcome)
    case question
  }

  private func answer(_ value: HidingValue, _ effect: HidingEffect) -> Answer {
    switch effect {
    case .hidesIfTrue: truth(value) { $0 ? .hidden : .shown }
    case .hidesIfFalse: truth(value) { $0 ? .shown : .hidden }
    case .asksIfTrue: value.truth == false ? .outcome(.shown) : .question
    case .hidesUnlessParts: value.isList ? .outcome(.shown) : truth(value) { $0 ? .hidden : .shown }
    case .publishes: publishing(value)
    case .embargo: instant(value) { .from($0) }
    case .expiry: instant(value) { .until($0) }
    case .status: word(value, hidden: HidingWords.hiddenStates, shown: HidingWords.shownStates)
    case .audience: word(value, hidden: HidingWords.closedAudiences, shown: HidingWords.openAudiences)
    case .hidesIfSet: .outcome(value.truth == false ? .shown : .hidden)
    case .build: build(value)
    case .hidesIfJustFalse: .outcome(value.truth == false ? .hidden : .shown)
    case .labels: .outcome(value.words.contains { ["draft", "private"].contains($0) } ? .hidden : .shown)
    }
  }

  private func truth(_ value: HidingValue, _ outcome: (Bool) -> HidingOutcome) -> Answer {
    value.truth.map { .outcome(outcome($0)) } ?? .question
  }

  private func publishing(_ value: HidingValue) -> Answer {
    if value.truth != nil { return truth(value) { $0 ? .shown : .hidden } }
    let word = word(value, hidden: HidingWords.hiddenStates, shown: HidingWords.shownStates)
    if case .outcome = word { return word }
    return instant(value) { .from($0) }
  }

  private func instant(_ value: HidingValue, _ outcome: (Instant) -> HidingOutcome) -> Answer {
    if value.truth == false { return .outcome(.shown) }
    // Go's zero time: Hugo takes it for no date.
    if value.written?.hasPrefix("0001-01-01") == true { return .outcome(.shown) }
    guard let written = value.written, let instant = date(written) else { return .question }
    return .outcome(outcome(instant))
  }

  private func word(_ value: HidingValue, hidden: [String], shown: [String]) -> Answer {
    guard let word = value.written?.lowercased() else { return .question }
    if hidden.contains(word) { return .outcome(.hidden) }
    return shown.contains(word) ? .outcome(.shown) : .question
  }

  /// Hugo's build options, each of which may be a word or, in older sites, a truth value.
  private func build(_ value: HidingValue) -> Answer {
    guard case .table(let table) = value.setting.value else { return .question }
    var answer = Answer.outcome(.shown)
    for entry in table.entries {
      guard let value = HidingValue(entry.setting) else { continue }
      let word = value.truth.map { $0 ? "always" : "never" } ?? value.written?.lowercased()
      switch (comparable(key: entry.key), word) {
      case ("render", "never"), ("render", "link"), ("list", "never"), ("list", "local"): return .outcome(.hidden)
      case ("render", "always"), ("list", "always"), ("publishresources", "always"): break
      default: answer = .question
      }
    }
    return answer
  }
}
