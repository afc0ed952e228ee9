internal import Model
internal import Settings
internal import Text

/// A place in a page that its author still has to fill in, such as `[FILL IN: who pays for this site]`. The pages that
/// `courant init` writes have them.
struct Gap: Hashable {
  /// As written, up to its closing bracket.
  let words: String
  /// 1-based, in the file.
  let line: Int
  /// 1-based, in bytes.
  let column: Int

  /// The beginning of a gap.
  static let opening = "[FILL IN"

  /// A page with a gap is not published.
  func fault(path: String) -> Finding {
    Finding(
      path, line: line, column: column,
      "`\(words.cut(to: 60))` is still to be filled in; write what is true of your site, or delete it")
  }

  /// A draft with gaps is reported once, at the first of them.
  static func warnings(_ gaps: [Gap], path: String) -> [Finding] {
    guard let first = gaps.first else { return [] }
    let places = gaps.count == 1 ? "1 place" : "\(gaps.count) places"
    let sentence =
      "is a draft with \(places) still to be filled in; write what is true of your site, then remove `draft: true`"
    return [Finding(path, line: first.line, column: first.column, sentence, weight: .warning)]
  }
}

extension ArticleText {
  /// The gaps in the body and in the strings of the front matter, in their order.
  var gaps: [Gap] {
    let inMatter = settings.entries.compactMap { entry -> Gap? in
      guard let text = entry.setting.string, let words = firstGap(in: text[...]) else { return nil }
      return Gap(words: String(words), line: entry.setting.position.line, column: entry.setting.position.column)
    }
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    return inMatter + lines.flatMap { number, line in gaps(in: line, number: bodyLine + number) }
  }

  private func gaps(in line: Substring, number: Int) -> [Gap] {
    var gaps: [Gap] = []
    var rest = line
    while let words = firstGap(in: rest) {
      let column = line.utf8.distance(from: line.startIndex, to: words.startIndex) + 1
      gaps.append(Gap(words: String(words), line: number, column: column))
      rest = rest[words.endIndex...]
    }
    return gaps
  }

  private func firstGap(in text: Substring) -> Substring? {
    guard let opening = text.firstRange(of: Gap.opening) else { return nil }
    let end = text[opening.upperBound...].firstIndex(of: "]").map { text.index(after: $0) } ?? text.endIndex
    return text[opening.lowerBound..<end]
  }
}
