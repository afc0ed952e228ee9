/// A selector in the part of CSS that people use to point at something on a page, compiled to XPath 1.0:
/// `type`, `*`, `.class`, `#id`, `[a]`, `[a=v]`, `^=`, `$=`, `*=`, `~=`, `|=`, the combinators (space, `>`, `+`, `~`), lists (`,`),
/// `:first-child`, `:last-child`, `:nth-child(2n+1)`, `:not(simple)`, and at the end `@attribute` for its value.
package struct CSSSelector: Hashable, Sendable {
  /// One selector of a list.
  package struct Alternative: Hashable, Sendable {
    /// An XPath expression for its elements.
    package let path: String
    /// In lower case; nil if the element itself is meant.
    package let attribute: String?
  }

  package let alternatives: [Alternative]

  /// In bytes.
  static let maxLength = 1_000

  package init(_ text: String) throws(SelectorError) {
    guard text.utf8.count <= Self.maxLength else {
      throw SelectorError(column: 1, sentence: "the selector is longer than \(Self.maxLength) bytes; shorten it")
    }
    var parser = SelectorParser(text)
    var alternatives: [Alternative] = []
    repeat { alternatives.append(try parser.alternative()) } while parser.take(",")
    if let rest = parser.rest { throw parser.error("unexpected `\(rest)`") }
    self.alternatives = alternatives
  }
}

/// Why a selector cannot be used.
package struct SelectorError: Error, Hashable, CustomStringConvertible {
  /// 1-based, in characters.
  package let column: Int
  package let sentence: String

  package var description: String { "column \(column): \(sentence)" }
}
