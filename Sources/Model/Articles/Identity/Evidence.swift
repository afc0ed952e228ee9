/// The evidence that a file is a particular article, regardless of file name.
package struct Evidence: Hashable, Sendable {
  /// How much of the article's text the file contains.
  package enum Text: Hashable, Sendable {
    case same
    /// At least three quarters of the words.
    case near
    /// At least a quarter of the words, or half of those of a short text.
    case some
    case other
    /// The article's text is not recorded: it left the shelf and was in no issue.
    case unknown
  }

  package var text: Text
  /// Whether the text is long enough to prove anything: a short one easily resembles another.
  package var isLong: Bool
  package var hasTitle: Bool
  /// Whether both have the same date and time.
  package var hasDate: Bool
  /// Whether both have the same date, written with a time of day.
  package var isMoment = false
  /// Whether their dates are less than a day apart.
  package var isNear: Bool
  /// Whether the article was on the shelf until this run, or an earlier run already asked about the file.
  package var isRecent: Bool
  /// Whether the article's file is now a draft or has an error.
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

/// What the evidence proves.
package enum Proof: Int, Comparable, Sendable {
  /// The file is a different article.
  case none
  /// The author must decide.
  case doubt
  /// The file is the article, unless another file matches it better.
  case weak
  case strong

  package static func < (a: Proof, b: Proof) -> Bool { a.rawValue < b.rawValue }
}

extension Evidence {
  /// How many of title and date match. Each alone may easily match by chance; the same date with a time of
  /// day proves as much as both.
  private var count: Int {
    if isMoment { return 2 }
    return (hasTitle ? 1 : 0) + (hasDate ? 1 : 0)
  }

  private func ofCount(two: Proof, one: Proof, none: Proof) -> Proof {
    switch count {
    case 0: none
    case 1: one
    default: two
    }
  }

  /// The proof for a file in the article's former place or under its name.
  package var proofInPlace: Proof {
    switch (text, isLong) {
    case (.same, true), (.near, true): .strong
    case (.same, false): count > 0 ? .strong : .weak
    case (.near, false): ofCount(two: .strong, one: .weak, none: .doubt)
    case (.some, true): count > 0 ? .strong : .weak
    case (.some, false): ofCount(two: .strong, one: .weak, none: .none)
    case (.other, true): ofCount(two: .weak, one: .doubt, none: .none)
    case (.other, false): ofCount(two: .strong, one: .doubt, none: .none)
    case (.unknown, true): count > 0 || isHidden ? .weak : .none
    case (.unknown, false): ofCount(two: .strong, one: .weak, none: .none)
    }
  }

  /// The proof for a file anywhere else.
  package var proofElsewhere: Proof {
    switch (text, isLong) {
    case (.same, true): count > 0 ? .strong : .doubt
    case (.near, true): count > 0 ? .strong : ifRecent(.doubt)
    case (.same, false), (.near, false):
      hasTitle && (isNear || hasDate)
        ? .strong : ofCount(two: ifRecent(.doubt), one: ifRecent(.doubt), none: .none)
    case (.some, true): ofCount(two: .weak, one: ifRecent(.doubt), none: .none)
    case (.some, false): ofCount(two: .weak, one: .none, none: .none)
    case (.other, true): .none
    case (.other, false): ofCount(two: isRecent ? .weak : .doubt, one: .none, none: .none)
    case (.unknown, _): ofCount(two: .weak, one: .none, none: .none)
    }
  }

  /// Reduces the proof to none for an article that left the shelf long ago; otherwise, weak evidence would
  /// hold up many new articles.
  private func ifRecent(_ proof: Proof) -> Proof { isRecent ? proof : .none }
}

extension Evidence {
  /// For the question to the author.
  package var sentence: String {
    var shared: [String] = []
    var other: [String] = []
    if hasTitle { shared.append("its title") } else { other.append("title") }
    if hasDate { shared.append("its date") } else { other.append("date") }
    switch text {
    case .same: shared.append("its text")
    case .near: shared.append("most of its text")
    case .some: shared.append("some of its text")
    case .other, .unknown: other.append("text")
    }
    return "has \(Self.list(shared)) and another \(Self.list(other))"
  }

  private static func list(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }
}
