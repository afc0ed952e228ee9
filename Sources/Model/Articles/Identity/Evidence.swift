/// What speaks for a file being an article, whatever either is called.
package struct Evidence: Hashable, Sendable {
  /// How much of the article's text a file has.
  package enum Text: Hashable, Sendable {
    case same
    /// Three quarters of the words.
    case near
    /// A quarter of the words, or half of those of a short text.
    case some
    case other
    /// The article left the shelf and was in no issue.
    case unknown
  }

  package var text: Text
  /// Few words are soon in another text too.
  package var isLong: Bool
  package var hasTitle: Bool
  /// Whether both have the same date and time.
  package var hasDate: Bool
  /// Whether they have the same date and it is not only a day.
  package var isMoment = false
  /// Whether they are less than a day apart.
  package var isNear: Bool
  /// Whether the article lost its file in this run, or the file was asked about in an earlier one.
  package var isRecent: Bool
  /// Whether the article is a draft now, or has a fault.
  package var isHidden: Bool

  package init(text: Text, isLong: Bool, hasTitle: Bool, hasDate: Bool, isNear: Bool) {
    self.text = text
    self.isLong = isLong
    self.hasTitle = hasTitle
    self.hasDate = hasDate
    self.isNear = isNear
    isRecent = true
    isHidden = false
  }
}

/// What evidence amounts to.
package enum Proof: Int, Comparable, Sendable {
  /// Another article.
  case none
  /// The author has to say.
  case doubt
  /// The article, unless another file is nearer to it.
  case weak
  case strong

  package static func < (a: Proof, b: Proof) -> Bool { a.rawValue < b.rawValue }
}

extension Evidence {
  /// Of title and date: each of them alone is soon another article's. Two have one moment only if they are one.
  private var count: Int {
    if isMoment { return 2 }
    return (hasTitle ? 1 : 0) + (hasDate ? 1 : 0)
  }

  /// Of a file in the place that the article had, or under its name.
  package var proofInPlace: Proof {
    switch (text, isLong) {
    case (.same, true), (.near, true): .strong
    case (.same, false): count > 0 ? .strong : .weak
    case (.near, false): count > 1 ? .strong : count == 1 ? .weak : .doubt
    case (.some, true): count > 0 ? .strong : .weak
    case (.some, false): count > 1 ? .strong : count == 1 ? .weak : .none
    case (.other, true): count > 1 ? .weak : count == 1 ? .doubt : .none
    case (.other, false): count > 1 ? .strong : count == 1 ? .doubt : .none
    case (.unknown, true): count > 0 || isHidden ? .weak : .none
    case (.unknown, false): count > 1 ? .strong : count == 1 ? .weak : .none
    }
  }

  /// Of a file anywhere else.
  package var proofElsewhere: Proof {
    switch (text, isLong) {
    case (.same, true): count > 0 ? .strong : .doubt
    case (.near, true): count > 0 ? .strong : ifRecent(.doubt)
    case (.same, false), (.near, false):
      hasTitle && (isNear || hasDate) ? .strong : count > 0 ? ifRecent(.doubt) : .none
    case (.some, true): count > 1 ? .weak : count == 1 ? ifRecent(.doubt) : .none
    case (.some, false): count > 1 ? .weak : .none
    case (.other, true): .none
    case (.other, false): count < 2 ? .none : isRecent ? .weak : .doubt
    case (.unknown, _): count > 1 ? .weak : .none
    }
  }

  /// What is weak evidence of an article that left the shelf long ago would hold up much that is new.
  private func ifRecent(_ proof: Proof) -> Proof { isRecent ? proof : .none }
}

extension Evidence {
  /// For the author who is asked.
  package var sentence: String {
    let words =
      text == .same ? "its text" : text == .near ? "most of its text" : text == .some ? "some of its text" : nil
    let shared = [hasTitle ? "its title" : nil, hasDate ? "its date" : nil, words].compactMap(\.self)
    let other = [hasTitle ? nil : "title", hasDate ? nil : "date", words == nil ? "text" : nil].compactMap(\.self)
    return "has \(Self.list(shared)) and another \(Self.list(other))"
  }

  private static func list(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }
}
