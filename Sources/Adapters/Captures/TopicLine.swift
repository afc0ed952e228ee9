internal import Foundation

/// Splits topics that a capture ran together, such as `proteomicsblood–brain barrier`, with the help of known topics.
///
/// The cheapest way through the line is taken: a known topic costs 0.9, anything else 0.5 and a quarter for each letter.
/// No piece begins or ends with a space or a dash, and two unknown pieces never touch. Cuts that leave a part of a word
/// cost more, and so do guesses against the order of the alphabet, in which pages list topics.
package struct TopicLine: Sendable {
  package struct Piece: Hashable, Sendable {
    package let label: String
    package let isKnown: Bool
  }

  package private(set) var pieces: [Piece] = []
  /// Whether another way would have been equally good.
  package private(set) var isAmbiguous = false

  /// Longer lines are not split.
  private static let maxLength = 2_000

  package init(_ line: String, known: KnownTopics) {
    let text = FoldedText(line)
    guard !text.folded.isEmpty else { return }
    guard text.folded.count <= Self.maxLength else {
      pieces = [Piece(label: line, isKnown: false)]
      return
    }
    var search = TopicSearch(text, known)
    search.run()
    isAmbiguous = search.isAmbiguous
    for step in search.path {
      let label = text.original(step.range)
      if step.isKnown {
        pieces.append(Piece(label: label, isKnown: true))
      } else {
        pieces += Self.parts(label).map { Piece(label: $0, isKnown: known.contains($0)) }
      }
    }
  }

  /// An unknown piece, split where a capital follows four small letters (`sclerosisBlood`), or a letter a bracket.
  private static func parts(_ label: String) -> [String] {
    var parts: [String] = [""]
    var smallLetters = 0
    var previous: Character?
    for character in label {
      let isCapital = character.isUppercase && smallLetters >= 4
      if isCapital || previous == ")" && character.isLetter { parts.append("") }
      parts[parts.count - 1].append(character)
      smallLetters = character.isLowercase ? smallLetters + 1 : 0
      previous = character
    }
    return parts
  }
}

/// Topics by which lines are split.
package struct KnownTopics: Sendable {
  struct Topic {
    let folded: [Unicode.Scalar]
    /// For an abbreviation such as `ALS`, which counts only in capitals.
    let exact: String?
  }

  private(set) var byFirst: [Unicode.Scalar: [Topic]] = [:]
  private var all: Set<[Unicode.Scalar]> = []

  package init(_ labels: some Sequence<String>) {
    for label in labels {
      let text = FoldedText(label)
      guard let first = text.folded.first, all.insert(text.folded).inserted || Self.isAbbreviation(label) else {
        continue
      }
      let exact = Self.isAbbreviation(label) ? text.original(0..<text.folded.count) : nil
      byFirst[first, default: []].append(Topic(folded: text.folded, exact: exact))
    }
  }

  func contains(_ label: String) -> Bool { all.contains(FoldedText(label).folded) }

  private static func isAbbreviation(_ label: String) -> Bool {
    label.count <= 6 && label.allSatisfy { !$0.isLowercase && !$0.isWhitespace } && label.contains(where: \.isUppercase)
  }
}

/// A string folded as topics are compared, so that spellings do not differ; it knows where each character came from.
struct FoldedText {
  private(set) var folded: [Unicode.Scalar] = []
  /// For each folded character, and for the end, its place among the scalars.
  private(set) var places: [Int] = []
  private let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      if Self.separates(scalar) {
        // A run of spaces and dashes is one dash.
        if let last = folded.last, last != "-" { append("-", place) }
      } else if !scalar.properties.isDefaultIgnorableCodePoint {
        let plain = String(scalar).precomposedStringWithCompatibilityMapping.lowercased()
        for letter in plain.unicodeScalars { append(letter, place) }
      }
    }
    if folded.last == "-" {
      folded.removeLast()
      places.removeLast()
    }
    places.append(scalars.count)
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ place: Int) {
    folded.append(scalar)
    places.append(place)
  }

  /// The text as written.
  func original(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[places[range.lowerBound]..<places[range.upperBound]])
    return String(view).trimmingCharacters(in: .whitespaces)
  }

  /// Whether a piece precedes another in the order of Unicode.
  func precedes(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    scalars[places[one.lowerBound]..<places[one.upperBound]]
      .lexicographicallyPrecedes(scalars[places[other.lowerBound]..<places[other.upperBound]])
  }

  /// Whether a piece may begin at a place.
  func canCut(at index: Int) -> Bool {
    guard index > 0, index < folded.count else { return true }
    let isMark = scalars[places[index]].properties.generalCategory == .nonspacingMark
    return folded[index] != "-" && folded[index - 1] != "-" && places[index] != places[index - 1] && !isMark
  }

  /// The same as in slugs of topics.
  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .control: true
    default: scalar == "_" || scalar == "\u{2212}" || scalar.properties.isWhitespace
    }
  }
}
