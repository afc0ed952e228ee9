/// A front matter key that can hide an article from readers.
///
/// Keys are compared without case and without `-`, `_` and spaces: `publish_date`, `publish-date`
/// and `publishDate` are one key.
package struct HidingKey: Sendable {
  /// As spelled by the generators.
  package let names: [String]
  package let effect: HidingEffect
  /// The generators that use it this way.
  package let generators: String
  /// Whether it holds back only the article, not the files below its bundle: in these generators
  /// the page itself is published.
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
  /// A boolean: true hides.
  case hidesIfTrue
  /// A boolean: false hides.
  case hidesIfFalse
  /// False hides; a date is an embargo; a word for the article's state counts as under `status`.
  case publishes
  /// A date until which the article is hidden.
  case embargo
  /// A date from which the article is hidden.
  case expiry
  /// A word for the article's state.
  case status
  /// A word for who may read it.
  case audience
  /// The same, or the readers it is written for.
  case readers
  /// Any non-empty value hides.
  case hidesIfSet
  /// Hugo's table of build options.
  case build
  /// False hides. Any other value, such as a URL, is about something else.
  case hidesIfJustFalse
  /// True hides; names of parts of the page do not.
  case hidesUnlessParts
  /// Labels, of which `draft` and `private` could hide.
  case labels
  /// Subjects, of which `draft` could hide.
  case subjects
  /// A boolean that no known generator reads: true raises a question.
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
    "\(list(words)) among them ask, so do `#draft` and `status/draft`, unless `draft: false` is there"
  }

  private func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
}

/// A key in the form used for comparing.
func comparable(key: String) -> String {
  String(key.lowercased().unicodeScalars.filter { !"-_ .".unicodeScalars.contains($0) })
}
