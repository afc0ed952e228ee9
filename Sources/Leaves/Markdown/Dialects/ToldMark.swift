/// A mark of another program that is not supported here, or that leads nowhere.
package struct ToldMark: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case leftOut
    /// `%% … %%` between words: removed as a comment, although it may have been meant to be
    /// seen. The mark is its beginning.
    case leftOutAsComment
    /// `% …` at the beginning of a line: MyST's comment, and perhaps meant to be seen. As it begins.
    case leftOutAsLine
    /// What it encloses is shown.
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
