/// A mark of another program that is reported: it is not supported here, or its target does not exist.
package struct UnsupportedMark: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case omitted
    /// `%% … %%` between words: left out as a comment, although readers may have been meant to see it.
    /// ``mark`` is its beginning.
    case omittedAsComment
    /// `% …` at the beginning of a line: MyST's comment, although readers may have been meant to see it.
    /// ``mark`` is its beginning.
    case omittedAsLine
    /// The enclosed text is shown.
    case unwrapped
    /// It is shown as code.
    case shown
    /// The file or article it names does not exist, so its words are shown without a link.
    case leadsNowhere
  }

  /// As written, cut short.
  package let mark: String
  package let outcome: Outcome
  /// 1-based.
  package let line: Int
  /// 1-based, in UTF-8 bytes.
  package let column: Int

  package init(_ mark: String, _ outcome: Outcome, line: Int, column: Int) {
    self.mark = mark
    self.outcome = outcome
    self.line = line
    self.column = column
  }
}
