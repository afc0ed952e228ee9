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
  ///
  /// - Parameter needsMatter: whether a file without front matter is at fault.
  static func split(_ bytes: [UInt8], path: String, needsMatter: Bool = true) -> Result<ArticleText, Unreadable> {
    do {
      if !needsMatter, !bytes.holdFrontMatter { return .success(try ArticleText(withoutMatter: bytes)) }
      return .success(try ArticleText(bytes))
    } catch {
      let position = error.position
      return .failure(
        Unreadable(finding: Finding(path, line: position?.line, column: position?.column, error.sentence)))
    }
  }

  private init(withoutMatter bytes: [UInt8]) throws(SettingError) {
    body = cleanText(try fileText(bytes))
    settings = SettingTable(.yaml, at: TextPosition(line: 1, column: 1), entries: [])
    repetitions = []
    bodyLine = 1
  }

  private init(_ bytes: [UInt8]) throws(SettingError) {
    let text = cleanText(try fileText(bytes))
    var lines = Lines(text: text)
    let fence = lines.next().map(withoutTrailingSpaces)
    let isTOML = fence == "+++"
    guard let fence, isTOML || fence == "---" else {
      throw Self.error("no front matter; start the file with a line ---, then title: and date:, then a line ---")
    }
    let matter = try Self.matter(from: &lines, upTo: isTOML ? [fence] : [fence, "..."])
    (settings, repetitions) =
      isTOML ? (try readTOML(matter, firstLine: 2), []) : try readFrontMatter(yaml: matter, firstLine: 2)
    body = String(text[lines.position...])
    bodyLine = lines.count + 1
  }

  /// The lines before one of the fences.
  private static func matter(from lines: inout Lines, upTo fences: [Substring]) throws(SettingError) -> String {
    let start = lines.position
    var end = start
    while true {
      end = lines.position
      guard let line = lines.next().map(withoutTrailingSpaces) else {
        throw error("the front matter that begins here never ends; close it with a line \(fences[0])")
      }
      if fences.contains(line) { break }
    }
    let matter = String(lines.text[start..<end])
    guard matter.utf8.count <= maxMatterBytes else {
      throw error(
        "the front matter that begins here is longer than \(maxMatterBytes / 1_000) kB; move its text to the body")
    }
    return matter
  }

  private static func error(_ sentence: String) -> SettingError {
    SettingError(at: TextPosition(line: 1, column: 1), sentence)
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
    return (line, "a second block of front matter sets whether this is published; move that to the first one")
  }
}

private struct Lines: IteratorProtocol {
  let text: String
  private(set) var position: String.Index
  private(set) var count = 0

  init(text: String) {
    self.text = text
    position = text.startIndex
  }

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
