package import Time

/// Something that was found in a captured file, and where.
package struct Found<Value: Sendable>: Sendable {
  package var value: Value
  /// Where it stood, in words: "the line after \"Key Takeaway\"".
  package let origin: String
  /// 1-based, in the file; nil if it has no line.
  package let line: Int?

  package init(_ value: Value, _ origin: String, line: Int? = nil) {
    self.value = value
    self.origin = origin
    self.line = line
  }
}

extension Found: Equatable where Value: Equatable {}

/// The parts of an article that were found. Nothing is invented: facts that the file lacks are missing.
package struct CapturedArticle: Sendable {
  package var title: Found<String>?
  /// Between the title of an article and the name of its site.
  package static let titleSeparators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » "]
  package var date: Found<WrittenDate>?
  package var updated: Found<WrittenDate>?
  package var summary: Found<String>?
  package var topics: [Found<String>] = []
  package var authors: [Found<String>] = []
  package var image: Found<CapturedImage>?
  package var credibility: Found<String>?
  package var interest: Found<String>?
  package var source = CapturedSource()
  package var related: [CapturedTeaser] = []
  /// HTML as found, to be sanitised.
  package var body: Found<String>?
  /// The address of the page; nil if it names none.
  package var address: Found<String>?
  /// Fields whose selectors match nothing on the page.
  package var unmatched: Set<CaptureField> = []
  /// Something that a person should know or confirm.
  package var notes: [CaptureNote] = []

  package init() {}
}

package struct CapturedImage: Hashable, Sendable {
  package let url: String
  package let alt: String
}

/// The known facts about the paper that the article is about.
package struct CapturedSource: Sendable {
  package var title: Found<String>?
  package var journal: Found<String>?
  package var doi: Found<String>?
  package var url: Found<String>?
  package var published: Found<String>?

  package init() {}
}

/// An entry of a list of related articles.
package struct CapturedTeaser: Hashable, Sendable {
  package let title: String
  /// As written; nil if it has none.
  package let date: String?
  package var day: CivilTime?
  package let text: String
  package let line: Int?
}

/// Something to report to the person who imports.
package struct CaptureNote: Hashable, Sendable {
  package let line: Int?
  package let sentence: String
  /// Whether the person must decide or confirm something.
  package let mustConfirm: Bool

  package init(_ sentence: String, line: Int? = nil, mustConfirm: Bool = true) {
    self.sentence = sentence
    self.line = line
    self.mustConfirm = mustConfirm
  }
}
