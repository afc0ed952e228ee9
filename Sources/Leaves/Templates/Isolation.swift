internal import Languages

/// How a value is kept apart from the sentence it stands in, if it has letters of the other direction (UAX 9 §2.4):
/// without it, the signs around the value would end up on its wrong side.
struct Isolation: Sendable {
  private let sentence: WritingDirection
  private let isMarkup: Bool

  /// - Parameter isMarkup: an element in HTML's content; else, where none can stand, U+2068 and U+2069.
  init(in sentence: WritingDirection, byMarkup isMarkup: Bool) {
    (self.sentence, self.isMarkup) = (sentence, isMarkup)
  }

  /// What stands before and after the value; nil if it needs no frame.
  func frame(of value: String) -> (before: String, after: String)? {
    guard sentence.isCrossed(by: value) else { return nil }
    if !isMarkup { return ("\u{2068}", "\u{2069}") }
    // Browsers isolate whatever has a `dir`; most mail programs drop `<bdi>` (caniemail.com, html-bdi), and none drops this.
    return ("<span dir=\"\(WritingDirection(of: value, usual: sentence).rawValue)\">", "</span>")
  }
}

/// What surrounds Courant's own words where they are English though the site is not (``Language/borrowsWords``).
struct BorrowedFrame: Sendable {
  let before: String
  let after: String

  /// - Parameter isMarkup: as in ``Isolation``; in plain text a frame is needed only where lines run the other way.
  init?(in language: Language, byMarkup isMarkup: Bool) {
    guard language.borrowsWords else { return nil }
    let isCrossed = language.direction == .rightToLeft
    if isMarkup {
      before = isCrossed ? "<span lang=\"en\" dir=\"ltr\">" : "<span lang=\"en\">"
      after = "</span>"
    } else {
      guard isCrossed else { return nil }
      before = "\u{2066}"
      after = "\u{2069}"
    }
  }
}
