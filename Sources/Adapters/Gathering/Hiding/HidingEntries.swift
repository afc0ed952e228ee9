internal import Model
internal import Settings
internal import Time

/// The entries in a table of front matter that decide who may see the article, according to ``HidingKeys``.
struct HidingEntries {
  /// Keyed by the index of the key's row in ``HidingKeys/all``.
  private(set) var outcomes: [Int: HidingOutcome] = [:]
  /// Entries that could hide but have no certain meaning. The article stays hidden.
  private(set) var questions: [Question] = []
  private let answers: HidingAnswers
  /// Entries that certainly hide, in the syntax of the table.
  private let draft: String

  struct Question {
    let position: TextPosition
    let sentence: String

    func finding(in path: String) -> Finding { Finding(path, line: position.line, column: position.column, sentence) }
  }

  /// - Parameter date: returns the instant of a written date; nil if it is not a date.
  init(_ table: SettingTable, date: @escaping (String) -> Instant?) {
    answers = HidingAnswers(table, date: date)
    draft = table.syntax == .toml ? "`draft = true`" : "`draft: true`"
    for entry in table.entries { read(entry, isBesideDate: table["date"] != nil) }
    if hidesBelow { questions = [] }
  }

  /// Whether a key also hides everything below the article's folder, not only the article.
  var hidesBelow: Bool {
    outcomes.contains { row, outcome in outcome == .hidden && !HidingKeys.all[row].isAboutLists }
  }
}

extension HidingEntries {
  private mutating func read(_ entry: SettingTable.Entry, isBesideDate: Bool) {
    guard let value = HidingValue(entry.setting) else { return }
    let key = comparable(key: entry.key)
    // `Date` in addition to `date`: in Hugo they are one key, so the later date counts.
    let isOtherDate = isBesideDate && key == "date" && entry.key != "date"
    if let row = HidingKeys.rows[key] ?? (isOtherDate ? HidingKeys.rows["publishdate"] : nil) {
      let effect = HidingKeys.all[row].effect
      switch answers.answer(value, effect, of: key) {
      case .outcome(let outcome): note(outcome, row)
      case .question where effect == .labels || effect == .subjects: ask(entry)
      case .question: ask(about: value, effect, of: entry)
      }
    } else if let family = HidingFamily(key) {
      read(entry, value, family)
    } else if !HidingWords.ownTables.contains(key), couldHide(entry.key, value) {
      ask(entry)
    }
    if !HidingWords.foreignTables.contains(key) { readTables(in: entry) }
  }

  private mutating func read(_ entry: SettingTable.Entry, _ value: HidingValue, _ family: HidingFamily) {
    guard let effect = family.dates else {
      if answers.hides(value, family) { ask(entry) }
      return
    }
    let row = HidingKeys.rows[effect == .embargo ? "publishdate" : "expirydate"]
    // A boolean is about whether to show the date.
    guard let row, value.truth == nil else { return }
    switch answers.answer(value, effect, of: comparable(key: entry.key)) {
    case .outcome(let outcome): note(outcome, row)
    case .question where family == .embargo || family == .expiry: ask(about: value, effect, of: entry)
    case .question: if answers.isForSome(value) { ask(entry) }
    }
  }

  /// For two spellings of one key, the hiding value wins.
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
    ask(at: entry.keyPosition, "`\(key)` could mean")
  }

  private mutating func ask(about value: HidingValue, _ effect: HidingEffect, of entry: SettingTable.Entry) {
    let written = value.written.map(quoted) ?? entry.setting.kind
    let position = entry.setting.position
    switch effect {
    case .embargo, .expiry:
      let sentence =
        "`\(entry.key)` is \(written), which is not a clear date; write it as 2026-11-23 or 2026-11-23 07:00"
      questions.append(Question(position: position, sentence: sentence))
    default: ask(at: position, "`\(entry.key)` is \(written), which could mean")
    }
  }

  private mutating func ask(at position: TextPosition, _ what: String) {
    let sentence = "\(what) that this must not be published; write \(draft) to hide it, or correct or remove this key"
    questions.append(Question(position: position, sentence: sentence))
  }

  /// A theme or generator may have its own hiding keys: `[extra] unlisted = true`, `hexo: {published: false}`. In other
  /// tables, such as `cover: {hidden: true}`, only keys about a whole text count.
  private mutating func readTables(in entry: SettingTable.Entry) {
    for (name, table) in HidingTables.of(entry) {
      let isOwn = HidingWords.ownTables.contains(comparable(key: name))
      for entry in table.entries {
        guard let value = HidingValue(entry.setting) else { continue }
        if isOwn ? answers.hides(value, entry.key) : answers.hidesText(value, entry.key) { ask(entry, of: name) }
      }
    }
  }
}
