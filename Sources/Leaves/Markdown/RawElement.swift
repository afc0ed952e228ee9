/// An element in the author's own HTML, with its position.
package struct RawElement: Hashable, Sendable {
  /// In lower case.
  package let name: String
  /// Whether the element, or one inside it, has a `src`.
  package let hasAddress: Bool
  /// 1-based.
  package let line: Int
  /// 1-based, in UTF-8 bytes.
  package let column: Int

  package init(name: String, hasAddress: Bool, line: Int, column: Int) {
    self.name = name
    self.hasAddress = hasAddress
    self.line = line
    self.column = column
  }
}
