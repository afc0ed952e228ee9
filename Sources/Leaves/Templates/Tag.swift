/// One `{{…}}` that shows or tests a value. Immutable, so all renderings share it.
final class Tag: Sendable {
  enum Kind: Sendable {
    /// `{{x}}`
    case escaped
    /// `{{{x}}}` or `{{&x}}`
    case raw
    /// `{{#x}}` or `{{^x}}`
    case section
  }

  let kind: Kind
  let wanted: Wanted
  /// Outermost first: `empty(lowercased(x))` is empty, lowercased.
  let transforms: [Transform]
  /// As written between the braces.
  let expression: String
  let source: TemplateSource
  /// Position of its `{{`, in UTF-8 bytes.
  let offset: Int
  /// Set only if a value appears in a sentence of the site's language, or next to other text in plain text.
  let isolation: Isolation?
  /// The frame around phrases that the site's language borrows.
  let borrowed: BorrowedFrame?
  let isHTML: Bool

  /// - Parameter wanted: with the transforms, the meaning of `expression`.
  init(
    _ kind: Kind, _ wanted: Expression, _ expression: String, at place: (source: TemplateSource, offset: Int),
    in frame: Frame = Frame()
  ) {
    self.kind = kind
    self.wanted = wanted.wanted
    transforms = wanted.transforms
    self.expression = expression
    source = place.source
    offset = place.offset
    isolation = frame.isolation
    borrowed = frame.borrowed
    isHTML = source.isHTML
  }

  /// The characters around the value.
  struct Frame: Sendable {
    var isolation: Isolation?
    var borrowed: BorrowedFrame?
  }

  enum Wanted: Hashable, Sendable {
    /// `a.b`: at least one name.
    case path([String])
    /// `.`
    case current
    /// `last()` and similar: the position in the innermost list.
    case place(Transform)
    /// Known when the template was read.
    case known(Bool)
  }

  func fault(_ sentence: String) -> TemplateError { source.fault(at: offset, sentence) }
}

/// The functions that can be applied to a name, `NAME(…)`.
enum Transform: String, CaseIterable, Sendable {
  case count, empty, first, last, uppercased, lowercased
  /// Only for the position in a list: `index()` (from 0), `even()`, `odd()`.
  case index, even, odd

  static let ofPlaces: Set<Transform> = [.first, .last, .index, .even, .odd]

  /// Nil if the transform does not exist for this kind of value.
  func applied(to value: TemplateValue) -> TemplateValue? {
    switch (self, value) {
    case (.count, .list(let list)): .number(list.count)
    case (.empty, .list), (.empty, .text), (.empty, .words), (.empty, .html), (.empty, .absent): .flag(!value.isTruthy)
    case (.first, .list(let list)): list.first ?? .absent
    case (.last, .list(let list)): list.last ?? .absent
    case (.uppercased, .text(let text)): .text(text.uppercased())
    case (.lowercased, .text(let text)): .text(text.lowercased())
    case (.uppercased, .words(let text)): .words(text.uppercased())
    case (.lowercased, .words(let text)): .words(text.lowercased())
    case (.uppercased, .absent), (.lowercased, .absent): .absent
    default: nil
    }
  }
}
