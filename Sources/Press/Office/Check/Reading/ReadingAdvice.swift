internal import Files
internal import Gathering
internal import Model
internal import XML

/// One sentence of advice about text that is hard to read.
struct ReadingAdvice: Hashable {
  /// A piece of the text to which it applies; nil if to all of it.
  let place: Substring?
  let sentence: String

  func finding(in path: String, of folder: String) -> Finding {
    let line = place.flatMap { Office.line(ofText: String($0), in: folder + "/" + path) }
    return Finding(path, line: line, sentence, weight: .warning)
  }
}

extension ReadingEase {
  /// At most one of each kind.
  var advice: [ReadingAdvice] {
    [aboutSentences, aboutScore, aboutAbbreviations, aboutVagueness, aboutRisks].compactMap { $0 }
  }

  private var aboutSentences: ReadingAdvice? {
    guard let longest = longSentences.max(by: { $0.words < $1.words }) else { return nil }
    let others = longSentences.count - 1
    let more = others == 0 ? "" : ", and \(others) more \(others == 1 ? "has" : "have") over \(Self.mostWords)"
    return ReadingAdvice(
      place: longest.text, sentence: "a sentence has \(longest.words) words\(more); split it, or cut it")
  }

  private var aboutScore: ReadingAdvice? {
    lix.map { score in
      let sentence = "is hard to read (LIX \(score), at most \(mostLIX)); write shorter sentences and shorter words"
      return ReadingAdvice(place: nil, sentence: sentence)
    }
  }

  private var aboutAbbreviations: ReadingAdvice? {
    guard let first = abbreviations.first else { return nil }
    let names = abbreviations.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    let more = abbreviations.count > 4 ? " and \(abbreviations.count - 4) more" : ""
    let verb = abbreviations.count == 1 ? "is" : "are"
    let sentence = "\(names)\(more) \(verb) not spelled out at first use; write the words, then the letters in brackets"
    let place = first.base[first.startIndex...].prefix { !$0.isNewline }
    return ReadingAdvice(place: place, sentence: sentence)
  }

  private var aboutVagueness: ReadingAdvice? {
    vague.first.map {
      ReadingAdvice(place: $0, sentence: "calls a result significant without a number; say how large it is")
    }
  }

  private var aboutRisks: ReadingAdvice? {
    relative.first.map {
      let sentence = "compares risks in percent only; say how many people in how many, for example “2 in 100, not 3”"
      return ReadingAdvice(place: $0, sentence: sentence)
    }
  }
}

extension Article {
  /// The visible text: the summary, unless it is taken from the body, and the body without code.
  var readingText: String {
    let text = readableText(ofHTML: withoutCode(body))
    return summary.isEmpty || summaryIsExcerpt ? text : summary + "\n" + text
  }
}

/// - Parameter body: sanitised HTML, in which `<pre` occurs only as the start of that element.
private func withoutCode(_ body: String) -> String {
  var rest = body[...]
  var kept = ""
  while let start = rest.firstRange(of: "<pre"), let end = rest[start.upperBound...].firstRange(of: "</pre>") {
    kept += rest[..<start.lowerBound]
    rest = rest[end.upperBound...]
  }
  return kept + rest
}

/// The line of a file in which `text` begins, ignoring marks between its letters; nil if it is not found.
func line(ofText text: String, in file: String) -> Int? {
  // Without it, the finding has no line.
  guard let bytes = try? readFile(file, most: FolderSource.maxArticleBytes) else { return nil }
  var letters: [Character] = []
  var lines: [Int] = []
  var number = 1
  for character in String(decoding: bytes, as: UTF8.self) {
    if character.isNewline { number += 1 }
    guard character.isLetter || character.isNumber else { continue }
    letters.append(character)
    lines.append(number)
  }
  let wanted = text.filter { $0.isLetter || $0.isNumber }
  // Further on there may be a link, whose URL the text lacks.
  for length in [60, 30, 15] {
    let beginning = Array(wanted.prefix(length))
    if beginning.isEmpty || length > 15 && wanted.count < length / 2 { continue }
    if let place = letters.firstRange(of: beginning) { return lines[place.lowerBound] }
  }
  return nil
}
