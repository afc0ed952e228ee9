internal import Model
internal import Time

/// Whether an unknown key could mean "hide this": it is one typo away from a key that does, or a part of it or its value
/// suggests this.
func couldHide(_ written: String, _ value: HidingValue) -> Bool {
  let likeness = likenesses.answer(comparable(key: written))
  if value.truth == false { return likeness == .publishing }
  if likeness == .hiding, isOfAnotherThing(written, value) || saysShown(value) || isAbout(written, value) {
    return false
  }
  let isOther = words(of: written).contains(where: HidingWords.otherThings.contains)
  if likeness != .ownWords, !isOther, let word = value.written?.lowercased(), HidingWords.telling.contains(word) {
    return true
  }
  return likeness == .hiding || likeness == .publishing && value.truth != true
}

/// Whether the hiding word only qualifies another noun: `draft_date`, `hiddenGems`.
private func isOfAnotherThing(_ key: String, _ value: HidingValue) -> Bool {
  let words = words(of: key)
  if saysOtherThing(words) { return true }
  return zip(words, words.dropFirst()).contains { word, next in
    guard HidingWords.adjectives.contains(where: word.hasPrefix) else { return false }
    if HidingWords.certainNouns.contains(next) { return true }
    if word == "draft", next == "date" || next == "by" { return value.truth == nil }
    return HidingWords.nouns.contains(next) && value.truth == nil
  }
}

/// Whether the key is about something other than the article, which the value names: `draft_team: [Ann]`,
/// `drafted: 2001`. A truth value, a date and words that hide are about the article.
private func isAbout(_ key: String, _ value: HidingValue) -> Bool {
  let words = words(of: key)
  guard let index = words.firstIndex(where: { word in HidingWords.adjectives.contains(where: word.hasPrefix) }) else {
    return false
  }
  if words == ["drafts"], value.isList || value.isNumber { return true }
  if words[index] == "drafted", value.truth == nil { return true }
  let others = words.filter { !["is", "has", "page", "post", "article", "note"].contains($0) }
  if others.count < 2 || words[(index + 1)...].first.map(HidingWords.bonds.contains) == true { return false }
  let hides = HidingWords.hiddenStates + HidingWords.closedAudiences + HidingWords.unclearReaders + ["maybe", "soon"]
  let isDate = value.dateText.flatMap { WrittenDate($0) } != nil
  return value.truth == nil && !isDate && !value.labels(isOne: true).contains(where: hides.contains)
}

/// `comments_hidden`, `hiddenFromSearch`, `expires_in: 30 days`.
private func saysOtherThing(_ words: [String]) -> Bool {
  let isHiding = { (word: String) in HidingWords.partsOfKeys.contains { word.contains($0) } }
  guard let index = words.firstIndex(where: isHiding) else { return false }
  if words[..<index].contains(where: HidingWords.otherThings.contains) { return true }
  let rest = words[(index + 1)...]
  if words[index].hasPrefix("expire"), rest == ["in"] { return true }
  guard let link = rest.first, ["from", "in", "on"].contains(link), let place = rest.dropFirst().first else {
    return false
  }
  return HidingWords.otherPlaces.contains(place)
}

/// Split at `-`, `_`, spaces and capitals; in lower case.
private func words(of key: String) -> [String] {
  var words: [String] = [""]
  var before: Character = " "
  for character in key.prefix(100) {
    let isBetween = "-_ .".contains(character)
    if isBetween || character.isUppercase && before.isLowercase { words.append("") }
    if !isBetween { words[words.count - 1] += character.lowercased() }
    before = character
  }
  return words.filter { !$0.isEmpty }
}

/// Whether the value means that the article is visible: `draft_status: published`.
private func saysShown(_ value: HidingValue) -> Bool { value.state.map(HidingWords.shownStates.contains) ?? false }

/// The hiding key that an unknown key's name resembles.
private enum Likeness {
  /// Its value is the author's own words or labels.
  case ownWords
  case plain
  /// True, or a date, would hide: `drafts`.
  case hiding
  /// False would hide: `publsihed`.
  case publishing
}

private let likenesses = KeyMemo(findLikeness)

@Sendable private func findLikeness(of key: String) -> Likeness {
  if HidingWords.ownWords.contains(key) { return .ownWords }
  if harmless.contains(key) { return .plain }
  if key.utf8.count > 100 { return .plain }
  if publishing.contains(where: { isSlip(key, of: $0) }) { return .publishing }
  let isHiding = HidingWords.partsOfKeys.contains { key.contains($0) } || guarded.contains { isSlip(key, of: $0) }
  return isHiding ? .hiding : .plain
}

private let publishing = ["published", "publish", "ispublished", "visible", "ispublic"]

private let harmless = Set(HidingKeys.harmless.map(comparable(key:)))

/// Keys that a typo could turn into another key. Short ones are left out: too many words differ by one letter.
private let guarded: [String] =
  HidingKeys.all.filter { key in
    switch key.effect {
    case .hidesIfJustFalse, .labels, .subjects, .build, .asksIfTrue: false
    default: true
    }
  }
  .flatMap(\.names).map(comparable(key:)).filter { $0.utf8.count > 4 && !unguarded.contains($0) }

private let unguarded: Set<String> = ["listed", "public", "access"]
