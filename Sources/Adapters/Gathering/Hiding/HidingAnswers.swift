internal import Model
internal import Settings
internal import Time

/// The meaning of the hiding keys in one table of front matter.
struct HidingAnswers {
  private let date: (String) -> Instant?
  /// The article's own date.
  private let ownDate: Instant?
  private let isCalledNoDraft: Bool
  /// Whether there is a date on which something begins.
  private let isEvent: Bool

  enum Answer {
    case outcome(HidingOutcome)
    case question
  }

  /// - Parameter date: returns the instant of a written date; nil if it is not a date.
  init(_ table: SettingTable, date: @escaping (String) -> Instant?) {
    self.date = date
    ownDate = table["date"]?.dateText.flatMap(date)
    isEvent = table.entries.contains { HidingWords.beginnings.contains(comparable(key: $0.key)) }
    isCalledNoDraft = table.entries.contains { entry in
      HidingKeys.rows[comparable(key: entry.key)] == HidingKeys.rows["draft"]
        && HidingValue(entry.setting)?.truth == false
    }
  }
}

extension HidingAnswers {
  func hides(_ value: HidingValue, _ family: HidingFamily) -> Bool {
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

  func isForSome(_ value: HidingValue) -> Bool {
    let some = Set(HidingWords.closedAudiences + HidingWords.unclearReaders + HidingWords.demands)
    return value.labels(isOne: true).contains { some.contains($0) || some.contains($0 + "s") }
  }

  func hides(_ value: HidingValue, _ key: String) -> Bool {
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

  func hidesText(_ value: HidingValue, _ key: String) -> Bool {
    let key = comparable(key: key)
    guard HidingWords.keysOfTexts.contains(key), let row = HidingKeys.rows[key] else { return false }
    switch answer(value, HidingKeys.all[row].effect, of: key) {
    case .outcome(.hidden): return true
    case .question: return key != "published"
    case .outcome: return false
    }
  }
}

extension HidingAnswers {
  /// - Parameter key: in comparable form.
  func answer(_ value: HidingValue, _ effect: HidingEffect, of key: String) -> Answer {
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
