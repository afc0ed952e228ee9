internal import Markdown
internal import Model
internal import Settings
internal import Text
internal import Time

/// A file split into its front matter, as settings with positions, and its body.
struct ArticleText {
  let settings: SettingTable
  /// Keys that occur repeatedly in the front matter, with their positions.
  let repetitions: [RepeatedKey]
  let body: String
  /// The number of the body's first line in the file, 1-based.
  let bodyLine: Int

  /// Longer front matter, in bytes, is refused: it is read several times, and no article needs this much.
  static let maxMatterBytes = 100_000

  struct Unreadable: Error {
    let finding: Finding
  }

  /// A byte order mark and CRLF line ends are accepted; forbidden characters are dropped.
  static func split(_ bytes: [UInt8], path: String) -> Result<ArticleText, Unreadable> {
    do {
      return .success(try ArticleText(bytes))
    } catch {
      let position = error.position
      return .failure(
        Unreadable(finding: Finding(path, line: position?.line, column: position?.column, error.sentence)))
    }
  }

  private init(_ bytes: [UInt8]) throws(SettingError) {
    let text = cleanText(try fileText(bytes))
    var lines = Lines(text: text)
    let fence = lines.next().map(withoutTrailingSpaces)
    let isTOML = fence == "+++"
    guard let fence, isTOML || fence == "---" else {
      throw SettingError(
        at: TextPosition(line: 1, column: 1),
        "there is no front matter; begin with --- on a line, title: and date:, and ---.")
    }
    let start = lines.position
    var end = start
    while true {
      end = lines.position
      guard let line = lines.next().map(withoutTrailingSpaces) else {
        throw SettingError(
          at: TextPosition(line: 1, column: 1),
          "the front matter that begins here never ends; close it with a line \(fence).")
      }
      if line == fence || (!isTOML && line == "...") { break }
    }
    let matter = String(text[start..<end])
    guard matter.utf8.count <= Self.maxMatterBytes else {
      throw SettingError(
        at: TextPosition(line: 1, column: 1),
        "the front matter that begins here is longer than \(Self.maxMatterBytes / 1_000) kB; move its text to the body."
      )
    }
    (settings, repetitions) =
      isTOML ? (try readTOML(matter, firstLine: 2), []) : try readFrontMatter(yaml: matter, firstLine: 2)
    body = String(text[lines.position...])
    bodyLine = lines.count + 1
  }
}

extension ArticleText {
  /// A question about a second block of front matter, with its line in the file, if the block decides who may see the
  /// article: a file processed by two programs has two blocks, and either may hide it.
  var secondBlock: (line: Int, question: String)? {
    let blank = body.utf8.prefix { $0 == 0x0A || $0 == 0x20 }
    let rest = body.utf8.dropFirst(blank.count)
    guard rest.starts(with: "---".utf8) || rest.starts(with: "+++".utf8),
      case .success(let second) = Self.split(Array(rest), path: "")
    else { return nil }
    let found = HidingEntries(second.settings) { written($0, readsUSDates: false).map { _ in Instant(seconds: 0) } }
    guard found.outcomes.contains(where: { $1 != .shown }) || !found.questions.isEmpty else { return nil }
    let line = bodyLine + blank.count { $0 == 0x0A }
    return (line, "a second block of front matter says whether this is published; write that into the first one")
  }
}

private struct Lines: IteratorProtocol {
  let text: String
  private(set) var position: String.Index
  private(set) var count = 0

  init(text: String) { (self.text, position) = (text, text.startIndex) }

  /// Excludes the newline.
  mutating func next() -> Substring? {
    guard position < text.endIndex else { return nil }
    let start = position
    let end = text.utf8[start...].firstIndex(of: 0x0A) ?? text.endIndex
    position = end < text.endIndex ? text.utf8.index(after: end) : end
    count += 1
    return text[start..<end]
  }
}

private func withoutTrailingSpaces(_ line: Substring) -> Substring {
  var line = line
  while line.last == " " || line.last == "\t" { line.removeLast() }
  return line
}

extension [UInt8] {
  /// Whether the bytes begin with front matter.
  var holdFrontMatter: Bool {
    let text = starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
    return text.starts(with: "---".utf8) || text.starts(with: "+++".utf8)
  }
}
