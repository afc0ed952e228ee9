/// An error in a cron expression, with its position.
package struct CronError: Error, Hashable, Sendable, CustomStringConvertible {
  /// 1-based within the text, in UTF-8 bytes like ``Finding/column``.
  package let column: Int
  /// A whole sentence for the operator, with a suggestion if a name is misspelt.
  package let sentence: String

  /// An error at the start of `part`, a piece of the expression's text.
  init(at part: Substring, _ sentence: String) {
    column = part.base.utf8.distance(from: part.base.startIndex, to: part.startIndex) + 1
    self.sentence = sentence
  }

  package var description: String { sentence }
}
