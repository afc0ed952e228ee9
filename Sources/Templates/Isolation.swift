internal import Languages

/// How a value is kept apart from the sentence it stands in, if it has letters of the other direction (UAX 9 §2.4):
/// without it, the signs around the value would end up on its wrong side.
struct Isolation: Sendable {
  private let sentence: WritingDirection
  private let isMarkup: Bool

  /// - Parameter isMarkup: `<bdi>` in HTML's content; else, where no element can stand, U+2068 and U+2069.
  init(in sentence: WritingDirection, byMarkup isMarkup: Bool) {
    (self.sentence, self.isMarkup) = (sentence, isMarkup)
  }

  /// What stands before and after the value; nil if it needs no frame.
  func frame(of value: String) -> (before: String, after: String)? {
    guard sentence.isCrossed(by: value) else { return nil }
    return isMarkup ? ("<bdi>", "</bdi>") : ("\u{2068}", "\u{2069}")
  }
}
