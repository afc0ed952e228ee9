/// The cheapest way through a line of topics.
struct TopicSearch {
  struct Step: Hashable {
    let range: Range<Int>
    let isKnown: Bool
  }

  /// The best way to a position that ends with a known, or with an unknown, piece.
  private struct Way {
    let cost: Double
    let last: Step
    /// Which of the two ways to the beginning of the last piece it continues.
    let previous: Int
    /// How many ways are as good.
    var count: Int
  }

  private let text: FoldedText
  private let known: KnownTopics
  /// By place: after a known piece, after an unknown one.
  private var ways: [[Way?]]

  init(_ text: FoldedText, _ known: KnownTopics) {
    self.text = text
    self.known = known
    ways = Array(repeating: [nil, nil], count: text.folded.count + 1)
  }

  mutating func run() {
    for start in text.folded.indices where text.canCut(at: start) {
      guard start == 0 || ways[start].contains(where: { $0 != nil }) else { continue }
      for end in knownEnds(from: start) { go(Step(range: start..<end, isKnown: true), cost: 0.9) }
      for end in (start + 1)...text.folded.count where text.canCut(at: end) {
        let length = end - start
        // A letter or two are rather the end of a word.
        go(Step(range: start..<end, isKnown: false), cost: 0.5 + Double(length) / 4 + (length < 3 ? 2 : 0))
      }
    }
  }

  private func knownEnds(from start: Int) -> [Int] {
    (known.byFirst[text.folded[start]] ?? []).compactMap { topic in
      let end = start + topic.folded.count
      guard end <= text.folded.count, text.canCut(at: end), text.folded[start..<end].elementsEqual(topic.folded) else {
        return nil
      }
      return topic.exact.map { text.original(start..<end) == $0 } ?? true ? end : nil
    }
  }

  private mutating func go(_ step: Step, cost: Double) {
    if step.range.lowerBound == 0 { return arrive(Way(cost: cost, last: step, previous: 0, count: 1)) }
    for (kind, way) in ways[step.range.lowerBound].enumerated() {
      guard let way, way.last.isKnown || step.isKnown else { continue }
      // Pages list topics in the order of their letters, with capitals first.
      let isSorted = text.precedes(way.last.range, step.range)
      let isGuess = !way.last.isKnown || !step.isKnown
      let total = way.cost + cost + (isSorted ? 0 : isGuess ? 0.75 : 0.01) + fragment(way.last, step)
      arrive(Way(cost: total, last: step, previous: kind, count: way.count))
    }
  }

  /// The cost of a cut that leaves a part of a word: `neuro` of `neuroinflammation`, `ary` of `dietary`.
  private func fragment(_ before: Step, _ after: Step) -> Double {
    if !before.isKnown {
      let word = text.folded[before.range].suffix(12).reversed().prefix { $0 != "-" }
      return Self.beginnings.contains(String(String.UnicodeScalarView(word.reversed()))) ? 3 : 0
    }
    return !after.isKnown && after.range.count <= 5 && Self.endings.contains(text.original(after.range)) ? 3 : 0
  }

  /// Endings of words.
  private static let endings: Set<String> = [
    "al", "algia", "ally", "ary", "ase", "ed", "emia", "er", "ers", "es", "gen", "genic", "ia", "ic", "ical", "ics",
    "in",
    "ing", "ion", "ism", "ist", "itis", "ity", "ive", "like", "logy", "ly", "ness", "ns", "oma", "osis", "ous", "s",
    "uria",
    "y",
  ]

  /// Beginnings of medical words.
  private static let beginnings: Set<String> = [
    "anti", "astro", "auto", "bi", "bio", "cardio", "cerebro", "chemo", "co", "cyto", "de", "di", "dys", "electro",
    "encephalo", "endo", "entero", "epi", "exo", "extra", "gastro", "geno", "glyco", "haemato", "hemato", "hemi",
    "histo",
    "hyper", "hypo", "immuno", "inter", "intra", "lipo", "macro", "mal", "meta", "micro", "mito", "mono", "multi",
    "myelo",
    "nano", "neuro", "non", "oligo", "onco", "osteo", "over", "para", "patho", "peri", "pharmaco", "phospho", "photo",
    "poly", "post", "pre", "pseudo", "psycho", "radio", "re", "sero", "sub", "super", "tele", "thrombo", "trans", "tri",
    "under", "uni", "vaso",
  ]

  private mutating func arrive(_ way: Way) {
    let place = way.last.range.upperBound
    let kind = way.last.isKnown ? 0 : 1
    guard let best = ways[place][kind], way.cost > best.cost - 0.001 else {
      ways[place][kind] = way
      return
    }
    if way.cost < best.cost + 0.001 { ways[place][kind]?.count = min(best.count + way.count, 1_000) }
  }

  private var final: Way? {
    let ends = ways[text.folded.count].compactMap(\.self)
    return ends.min { $0.cost < $1.cost }
  }

  var isAmbiguous: Bool { (final?.count ?? 1) > 1 }

  /// In the order of the line.
  var path: [Step] {
    var path: [Step] = []
    var way = final
    while let current = way {
      path.append(current.last)
      let start = current.last.range.lowerBound
      way = start == 0 ? nil : ways[start][current.previous]
    }
    return path.reversed()
  }
}
