/// A key of front matter that can keep an article from readers.
///
/// Keys have no case, and `-`, `_` and spaces in them do not count: `publish_date`, `publish-date` and `publishDate` are one key.
package struct HidingKey: Sendable {
  /// As its generators spell it.
  package let names: [String]
  package let effect: HidingEffect
  /// The generators that read it so.
  package let generators: String
  /// Whether it holds back only the article, not what lies below its bundle: in these generators the page itself exists.
  package let isAboutLists: Bool

  init(_ names: [String], _ effect: HidingEffect, _ generators: String, isAboutLists: Bool = false) {
    self.names = names
    self.effect = effect
    self.generators = generators
    self.isAboutLists = isAboutLists
  }

  /// The row of the table in `docs/hidden.md`.
  package var documentation: String {
    "| " + names.map { "`\($0)`" }.joined(separator: ", ") + " | \(effect.documentation) | \(generators) |"
  }
}

package enum HidingEffect: Sendable {
  /// A truth value: true hides.
  case hidesIfTrue
  /// A truth value: false hides.
  case hidesIfFalse
  /// False hides; a date is an embargo; a word for the state of the article counts as under `status`.
  case publishes
  /// A date until which the article is hidden.
  case embargo
  /// A date from which the article is hidden.
  case expiry
  /// A word for the state of the article.
  case status
  /// A word for who may read it.
  case audience
  /// The same, or for whom it is written.
  case readers
  /// Any value but an empty one hides.
  case hidesIfSet
  /// Hugo's table of build options.
  case build
  /// False hides. Any other value, such as an address, is about something else.
  case hidesIfJustFalse
  /// True hides; names of parts of the page do not.
  case hidesUnlessParts
  /// Labels, of which `draft` and `private` could hide.
  case labels
  /// Subjects, of which `draft` could hide.
  case subjects
  /// A truth value that no generator we know reads: true asks.
  case asksIfTrue

  package var documentation: String {
    switch self {
    case .hidesIfTrue: "true hides"
    case .hidesIfFalse: "false hides"
    case .publishes: "false hides; a date: hidden until then; a word as under `status`"
    case .embargo: "a date: hidden until then"
    case .expiry: "a date: hidden from then on"
    case .status: "\(list(HidingWords.hiddenStates)) hide; \(list(HidingWords.shownStates)) do not"
    case .audience: "\(list(HidingWords.closedAudiences)) hide; \(list(HidingWords.openAudiences)) do not"
    case .hidesIfSet: "any value hides"
    case .build: "`render: never`, `render: link`, `list: never` and `list: local` hide"
    case .hidesIfJustFalse: "false hides; anything else does not"
    case .readers: "as under `visibility`; \(list(HidingWords.unclearReaders)) ask; other readers do not"
    case .hidesUnlessParts: "true hides; parts of the page (`toc`, `[navigation]`) do not"
    case .labels: labels(HidingWords.hidingTags)
    case .subjects: labels(HidingWords.hidingLabels)
    case .asksIfTrue: "true asks"
    }
  }

  private func labels(_ words: [String]) -> String {
    "\(list(words)) among them ask, `#draft` and `status/draft` too, unless `draft: false` is there"
  }

  private func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
}

/// A key as it is compared.
func comparable(key: String) -> String {
  String(key.lowercased().unicodeScalars.filter { !"-_ .".unicodeScalars.contains($0) })
}
