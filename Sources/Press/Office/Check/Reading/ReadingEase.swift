/// Things that make an article hard to read for people who are tired, ill or not native speakers. Advice, not a verdict.
///
/// The limits and what they rest on: docs/decisions/0054-help-for-tired-readers.md.
struct ReadingEase {
  /// More words than this tire the reader of a sentence.
  static let mostWords = 25
  /// Text with fewer words than this cannot be judged.
  static let fewestWords = 100

  struct LongSentence: Hashable {
    let words: Int
    let text: Substring
  }

  /// In the order of the text.
  private(set) var longSentences: [LongSentence] = []
  private(set) var countOfSentences = 0
  /// LIX (Björnsson 1968): words a sentence, and the share of words of more than six letters. Nil for a short text.
  private(set) var lix: Int?
  /// The score that is still no hard reading.
  let mostLIX: Int
  /// Abbreviations that are not spelled out where they first occur.
  private(set) var abbreviations: [Substring] = []
  /// Sentences that call a result significant without a number.
  private(set) var vague: [Substring] = []
  /// Sentences that compare risks in percent, if the text never gives numbers of people.
  private(set) var relative: [Substring] = []

  private var countOfWords = 0
  private var countOfLongWords = 0
  private var hasAbsoluteNumbers = false

  /// - Parameters:
  ///   - text: plain text; each line is a block.
  ///   - explained: abbreviations that need no explanation here, in upper case.
  init(_ text: String, in words: ReadingWords, explained: Set<String> = []) {
    mostLIX = words.mostLIX ?? .max
    for sentence in words.sentences(of: text) { add(sentence, in: words) }
    if hasAbsoluteNumbers { relative = [] }
    if let most = words.mostLIX, countOfWords >= Self.fewestWords {
      let score =
        Double(countOfWords) / Double(countOfSentences) + 100 * Double(countOfLongWords) / Double(countOfWords)
      lix = score > Double(most) ? Int(score.rounded()) : nil
    }
    abbreviations = unexplained(in: text, explained)
  }

  private mutating func add(_ sentence: Substring, in language: ReadingWords) {
    let words = ReadingWords.words(of: sentence)
    countOfSentences += 1
    countOfWords += words.count
    countOfLongWords += words.count { $0.count { $0.isLetter } > 6 }
    if words.count > Self.mostWords { longSentences.append(LongSentence(words: words.count, text: sentence)) }
    let hasNumber = words.contains { $0.contains(where: \.isNumber) }
    if !hasNumber, words.contains(where: { language.isOne($0, of: language.significant) }) { vague.append(sentence) }
    if comparesRisks(sentence, words, in: language) { relative.append(sentence) }
    hasAbsoluteNumbers = hasAbsoluteNumbers || tellsHowMany(words, in: language)
  }

  private func comparesRisks(_ sentence: Substring, _ words: [Substring], in language: ReadingWords) -> Bool {
    let isPercent =
      sentence.contains { $0 == "%" || $0 == "٪" } || words.contains { language.isOne($0, of: language.percent) }
    return isPercent && words.contains { language.isOne($0, of: language.risk) }
      && words.contains { language.isOne($0, of: language.compared) }
  }

  /// `3 in 100`, `3 out of 100`, `3 de cada 100`.
  private func tellsHowMany(_ words: [Substring], in language: ReadingWords) -> Bool {
    let isNumber = { (word: Substring) in word.first?.isNumber == true && !word.hasSuffix("%") }
    return words.indices.contains { first in
      guard isNumber(words[first]) else { return false }
      let between = words[(first + 1)...].prefix { !isNumber($0) && language.outOf.contains($0.lowercased()) }
      let second = first + 1 + between.count
      return (1...2).contains(between.count) && second < words.count && isNumber(words[second])
    }
  }
}

// MARK: - Abbreviations

/// Abbreviations that are better known than the words that they abbreviate.
private let familiar: Set<String> = [
  "AIDS", "BBC", "CD", "CEO", "COVID", "DIY", "DNA", "DVD", "EU", "FAQ", "GPS", "HIV", "ID", "IQ", "IT", "MRI", "NASA",
  "NATO",
  "NHS", "OK", "PC", "PDF", "PS", "RNA", "RSS", "SMS", "TV", "UK", "UN", "URL", "USA", "US", "USB", "UV", "VIP", "WHO",
  "WWW",
  "ADN", "ARN", "IRM", "VIH", "SIDA", "OMS", "UE", "EEUU", "RM", "OTAN", "DNS", "ZDF", "ARD",
]

/// Abbreviations at whose first occurrence neither `(ABC)` nor `ABC (…)` spells them out, each once.
private func unexplained(in text: String, _ explained: Set<String>) -> [Substring] {
  var seen = familiar.union(explained)
  var found: [Substring] = []
  for line in text.split(whereSeparator: \.isNewline) where line.contains(where: \.isLowercase) {
    for part in line.split(separator: " ") {
      guard let word = abbreviation(in: part), seen.insert(word.uppercased()).inserted else { continue }
      let isInBrackets = part.hasPrefix("(") || part.hasPrefix("[")
      let rest = line[part.endIndex...].drop { $0 == " " }
      if !isInBrackets, !(rest.hasPrefix("(") && part.endIndex == word.endIndex) { found.append(word) }
    }
  }
  return found
}

/// `MOGAD`, `mRNA`, `NfL`, `IL-6`; not `MacDonald`, `II` or `A`.
private func abbreviation(in part: Substring) -> Substring? {
  guard let start = part.firstIndex(where: { $0.isLetter || $0.isNumber }),
    let end = part.lastIndex(where: { $0.isLetter || $0.isNumber })
  else { return nil }
  var word = part[start...end]
  if word.last == "s", word.dropLast().allSatisfy({ $0.isUppercase }) { word = word.dropLast() }
  let letters = word.filter(\.isLetter)
  let capitals = letters.filter(\.isUppercase)
  guard (2...8).contains(word.count), capitals.count >= 2, capitals.count * 2 >= letters.count else { return nil }
  guard word.allSatisfy({ $0.isLetter || $0.isNumber || "-‐‑".contains($0) }) else { return nil }
  guard !word.allSatisfy({ "IVXLC".contains($0) }), word.first?.isNumber != true else { return nil }
  return word
}
