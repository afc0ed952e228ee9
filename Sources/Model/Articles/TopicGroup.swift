/// Topics that the page of all topics shows together, under a title (`[topics.groups]`).
package struct TopicGroup: Hashable, Sendable {
  package let title: String
  /// In the operator's order.
  package let topics: [Topic]

  package init(title: String, topics: [Topic]) {
    self.title = title
    self.topics = topics
  }
}

extension Topic {
  /// The label as the heading of a page: "Multiple sclerosis" for "multiple sclerosis". A first word whose small letter
  /// is part of the name keeps it: mRNA, pH, p53, β-blocker.
  package func heading(in language: String) -> String {
    let word = label.prefix { $0.isLetter || $0.isNumber }
    let isPlain = word.count > 1 && word.allSatisfy(\.isLowercase) && !Self.greek.contains(word.unicodeScalars.first!)
    return isPlain ? label.capitalized(in: language) : label
  }

  /// Greek letters name things in the sciences, in any language.
  private static let greek: ClosedRange<Unicode.Scalar> = "\u{370}"..."\u{3FF}"
}
