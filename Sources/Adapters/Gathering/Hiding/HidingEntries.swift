internal import Model
internal import Settings
internal import Time

/// The entries in a table of front matter that decide who may see the article, according to ``HidingKeys``.
struct HidingEntries {
  /// Keyed by the index of the key's row in ``HidingKeys/all``.
  private(set) var outcomes: [Int: HidingOutcome] = [:]
  /// Entries that could hide but have no certain meaning. The article stays hidden.
  private(set) var questions: [Question] = []
  private let date: (String) -> Instant?
  /// The article's own date.
  private let ownDate: Instant?
  private var isCalledNoDraft = false
  /// Whether there is a date on which something begins.
  private let isEvent: Bool
  /// What hides for certain, in the syntax of the table.
  private let draft: String

  struct Question {
    let position: TextPosition
    let sentence: String
  }

  /// - Parameter date: returns the instant of a written date; nil if it is not a date.
  init(_ table: SettingTable, date: @escaping (String) -> Instant?) {
    self.date = date
    isEvent = table.entries.contains { HidingWords.beginnings.contains(comparable(key: $0.key)) }
    ownDate = table["date"]?.dateText.flatMap(date)
    draft = table.syntax == .toml ? "`draft = true`" : "`draft: true`"
    isCalledNoDraft = table.entries.contains { entry in
      HidingKeys.rows[comparable(key: entry.key)] == HidingKeys.rows["draft"]
        && HidingValue(entry.setting)?.truth == false
    }
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
      switch answer(value, effect, of: key) {
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
      if hides(value, family) { ask(entry) }
      return
    }
    let row = HidingKeys.rows[effect == .embargo ? "publishdate" : "expirydate"]
    // A boolean is about whether to show the date.
    guard let row, value.truth == nil else { return }
    switch answer(value, effect, of: comparable(key: entry.key)) {
    case .outcome(let outcome): note(outcome, row)
    case .question where family == .embargo || family == .expiry: ask(about: value, effect, of: entry)
    case .question: if isForSome(value) { ask(entry) }
    }
  }

  private func hides(_ value: HidingValue, _ family: HidingFamily) -> Bool {
    switch family {
    case .asksIfTrue: value.truth == true
    case .asksIfFalse: value.truth == false
    case .readers: isForSome(value)
    case .needs: value.truth == true || isForSome(value)
    case .requirement: value.truth != false && !value.words.allSatisfy(HidingWords.openAudiences.contains)
    case .review:
      value.state.map { HidingWords.openReviews.contains($0) || HidingWords.hiddenStates.contains($0) } ?? false
    case .end: !isEvent && value.dateText.flatMap(date) != nil
    case .embargo, .expiry, .perhapsEmbargo, .perhapsExpiry: false
    }
  }

  private func isForSome(_ value: HidingValue) -> Bool {
    let some = Set(HidingWords.closedAudiences + HidingWords.unclearReaders + HidingWords.demands)
    return value.labels(isOne: true).contains { some.contains($0) || some.contains($0 + "s") }
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
        "`\(entry.key)` is \(written), so when this is to be seen is unclear; write it as 2026-11-23 or 2026-11-23 07:00"
      questions.append(Question(position: position, sentence: sentence))
    default: ask(at: position, "`\(entry.key)` is \(written), which could mean")
    }
  }

  private mutating func ask(at position: TextPosition, _ what: String) {
    let sentence = "\(what) that this is not to be published; write \(draft) to hide it, or correct or remove this key"
    questions.append(Question(position: position, sentence: sentence))
  }

  /// A theme or generator may have its own hiding keys: `[extra] unlisted = true`, `hexo: {published: false}`. In other
  /// tables, such as `cover: {hidden: true}`, only keys about a whole text count.
  private mutating func readTables(in entry: SettingTable.Entry) {
    for (name, table) in HidingTables.of(entry) {
      let isOwn = HidingWords.ownTables.contains(comparable(key: name))
      for entry in table.entries {
        guard let value = HidingValue(entry.setting) else { continue }
        if isOwn ? hides(value, entry.key) : hidesText(value, entry.key) { ask(entry, of: name) }
      }
    }
  }

  private func hides(_ value: HidingValue, _ key: String) -> Bool {
    guard let row = HidingKeys.rows[comparable(key: key)] else {
      guard let family = HidingFamily(comparable(key: key)) else { return couldHide(key, value) }
      return family.dates == nil && hides(value, family)
    }
    let effect = HidingKeys.all[row].effect
    if effect == .embargo || effect == .build { return false }
    switch answer(value, effect, of: comparable(key: key)) {
    case .outcome(.hidden), .outcome(.until), .question: return true
    case .outcome: return false
    }
  }

  private func hidesText(_ value: HidingValue, _ key: String) -> Bool {
    let key = comparable(key: key)
    guard HidingWords.keysOfTexts.contains(key), let row = HidingKeys.rows[key] else { return false }
    switch answer(value, HidingKeys.all[row].effect, of: key) {
    case .outcome(.hidden): return true
    case .question: return key != "published"
    case .outcome: return false
    }
  }

  private enum Answer {
    case outcome(HidingOutcome)
    case question
  }

  /// - Parameter key: in comparable form.
  private func answer(_ value: HidingValue, _ effect: HidingEffect, of key: String) -> Answer {
    switch effect {
    // An IETF document: `draft: draft-ietf-foo-07`.
    case .hidesIfTrue where value.state?.hasPrefix("draft-") == true: .outcome(.shown)
    case .hidesIfTrue: truth(value) { $0 ? .hidden : .shown }
    case .hidesIfFalse: truth(value) { $0 ? .shown : .hidden }
    case .asksIfTrue: asking(value, isNoun: HidingWords.nounKeys.contains(key))
    case .hidesUnlessParts: parts(value)
    case .publishes: publishing(value)
    case .embargo: instant(value, never: HidingWords.noEmbargo) { .from($0) }
    case .expiry: instant(value, never: HidingWords.noExpiry) { .until($0) }
    case .status where value.written.map { HidingWords.noDate.contains($0.lowercased()) } ?? false: .outcome(.shown)
    // `status: 🌱`.
    case .audience where isMeasure(value), .status where isSign(value): .outcome(.shown)
    case .status: word(value, hidden: HidingWords.hiddenStates, shown: HidingWords.shownStates)
    case .audience: word(value, hidden: HidingWords.closedAudiences, shown: HidingWords.openAudiences)
    case .readers: readers(value)
    case .hidesIfSet: .outcome(value.truth == false ? .shown : .hidden)
    case .build: build(value)
    case .hidesIfJustFalse: .outcome(value.truth == false || value.state == "never" ? .hidden : .shown)
    case .labels: labels(value.labels(isOne: key != "tags"), labels(under: key))
    case .subjects: labels(value.labels(isOne: key != "categories"), HidingWords.hidingLabels)
    }
  }

  /// Nikola hides articles with such a label, but a site about sport may have such a topic.
  private func labels(_ labels: [String], _ hiding: [String]) -> Answer {
    !isCalledNoDraft && labels.contains(where: hiding.contains) ? .question : .outcome(.shown)
  }

  /// Gems can be hidden too: `topics: [hidden]`.
  private func labels(under key: String) -> [String] {
    key.hasPrefix("tag") ? HidingWords.hidingTags : HidingWords.hidingTags.filter { $0 != "hidden" }
  }

  /// A value that cannot mean yes raises no question: `members: [Ann]`, `paid: 20`.
  private func asking(_ value: HidingValue, isNoun: Bool) -> Answer {
    if value.truth == false { return .outcome(.shown) }
    if value.truth == true { return .question }
    if value.isNumber { return .outcome(.shown) }
    let isUnclear = value.words.contains { HidingWords.channels.contains($0) || HidingWords.unclearWords.contains($0) }
    return isNoun && !isUnclear ? .outcome(.shown) : .question
  }

  private func isSign(_ value: HidingValue) -> Bool {
    value.written.map { text in !text.contains { $0.isLetter || $0.isNumber || $0.isASCII } } ?? false
  }

  /// `10 km`.
  private func isMeasure(_ value: HidingValue) -> Bool {
    guard let words = value.written?.split(separator: " "), words.count == 2 else { return false }
    return Double(words[0]) != nil && words[1].allSatisfy(\.isLetter)
  }

  private func parts(_ value: HidingValue) -> Answer {
    if value.truth != nil { return truth(value) { $0 ? .hidden : .shown } }
    let words = value.words
    if words.isEmpty || words.contains(where: HidingWords.channels.contains) { return .question }
    return value.isList || words.allSatisfy(HidingWords.partsOfPages.contains) ? .outcome(.shown) : .question
  }

  private func readers(_ value: HidingValue) -> Answer {
    let names = value.labels(isOne: true)
    if value.truth != nil || names.isEmpty { return .question }
    if names.count == 1, HidingWords.closedAudiences.contains(names[0]) { return .outcome(.hidden) }
    let closed = HidingWords.closedAudiences + HidingWords.unclearReaders
    let isUnclear =
      (value.isList ? names.allSatisfy(closed.contains) : names.contains(where: closed.contains))
      || !value.isList && value.words.contains(where: HidingWords.unclearWords.contains)
    return isUnclear ? .question : .outcome(.shown)
  }

  private func truth(_ value: HidingValue, _ outcome: (Bool) -> HidingOutcome) -> Answer {
    value.truth.map { .outcome(outcome($0)) } ?? .question
  }

  private func publishing(_ value: HidingValue) -> Answer {
    if value.truth != nil { return truth(value) { $0 ? .shown : .hidden } }
    let word = word(value, hidden: HidingWords.hiddenStates, shown: HidingWords.shownStates)
    if case .outcome = word { return word }
    if let name = value.written, isName(name) { return .outcome(.shown) }
    return instant(value, never: nil) { .from($0) }
  }

  /// `published: Nature`; not `published: Soon`.
  private func isName(_ text: String) -> Bool {
    guard text.first?.isUppercase == true, !text.contains(where: \.isNumber) else { return false }
    return text.lowercased().split { !$0.isLetter }.allSatisfy { !HidingWords.notYet.contains(String($0)) }
  }

  /// Whether a year or a month, for example that of a paper or a book, had begun on the day of the
  /// article: `1999`, `November 2026`.
  private func isPast(_ value: HidingValue) -> Bool {
    guard let ownDate, let text = value.written ?? value.yearText else { return false }
    let start = [text + "-01-01", text + "-01", "1 " + text].lazy.compactMap(date).first
    return start.map { $0 <= ownDate } ?? false
  }

  /// - Parameter never: words that mean the date has no effect; nil if there are none.
  private func instant(_ value: HidingValue, never: Set<String>?, _ outcome: (Instant) -> HidingOutcome) -> Answer {
    if value.truth == false { return .outcome(.shown) }
    // Go's zero time, which Hugo treats as no date.
    if value.written?.hasPrefix("0001-01-01") == true { return .outcome(.shown) }
    if let never, let word = value.written?.lowercased(), never.contains(word) || HidingWords.noDate.contains(word) {
      return .outcome(.shown)
    }
    guard let written = value.dateText, let instant = date(written) else {
      if case .until = outcome(Instant(seconds: 0)) { return .question }
      return isPast(value) ? .outcome(.shown) : .question
    }
    return .outcome(outcome(instant))
  }

  private func word(_ value: HidingValue, hidden: [String], shown: [String]) -> Answer {
    guard let word = value.state else { return .question }
    if hidden.contains(word) { return .outcome(.hidden) }
    return shown.contains(word) ? .outcome(.shown) : .question
  }

  /// Hugo's build options, each of which may be a word or, on older sites, a boolean.
  private func build(_ value: HidingValue) -> Answer {
    guard case .table(let table) = value.setting.value else { return .question }
    var answer = Answer.outcome(.shown)
    for entry in table.entries {
      guard let value = HidingValue(entry.setting) else { continue }
      let word = value.truth.map { $0 ? "always" : "never" } ?? value.written?.lowercased()
      switch (comparable(key: entry.key), word) {
      case ("render", "never"), ("render", "link"), ("list", "never"), ("list", "local"): return .outcome(.hidden)
      case ("render", "always"), ("list", "always"), ("publishresources", _): break
      default: answer = .question
      }
    }
    return answer
  }
}
