internal import Text
internal import Time

/// The teasers under "You May Also Like": for each a title, mostly twice, a date, a few words and "Read More".
struct RelatedList {
  private(set) var teasers: [CapturedTeaser] = []

  init(_ lines: [CaptureLine]) {
    for block in Self.blocks(lines) {
      if let teaser = Self.teaser(block) { teasers.append(teaser) }
    }
  }

  private static func blocks(_ lines: [CaptureLine]) -> [[CaptureLine]] {
    let ends = lines.contains { CaptureLabel($0.text) == .more }
    var blocks: [[CaptureLine]] = [[]]
    for (index, line) in lines.enumerated() {
      if CaptureLabel(line.text) == .more {
        blocks.append([])
      } else {
        // Without "Read More", a title that is repeated begins the next one.
        let isRepeated = index + 1 < lines.count && lines[index + 1].text == line.text
        if !ends, isRepeated, blocks.last?.isEmpty == false { blocks.append([]) }
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  private static func teaser(_ lines: [CaptureLine]) -> CapturedTeaser? {
    guard let title = lines.first else { return nil }
    let others = lines.dropFirst().filter { $0.text != title.text }
    let date = others.first { isDate($0.text) }
    let words = others.filter { $0 != date }.map(\.text).joined(separator: " ")
    return CapturedTeaser(
      title: title.text, date: date?.text, day: nil, text: withEllipsis(words), line: title.number)
  }

  /// Whether a line is nothing but a date.
  static func isDate(_ line: String) -> Bool {
    line.count <= 40 && (WrittenDate(foreign: line) != nil || WrittenDate(foreign: line, isUS: true) != nil)
  }

  /// The page cuts teasers at a hundred characters, within a word.
  private static func withEllipsis(_ text: String) -> String {
    text.count >= 90 && !text.endsSentence ? text + "…" : text
  }
}

/// Whether the dates of a page have the month first. One date that has a day after the twelfth decides for all.
enum DateOrder {
  case unknown, monthFirst, dayFirst

  init(_ dates: [String]) {
    var order = DateOrder.unknown
    for date in dates {
      let parts = date.split(separator: "/").compactMap { Int($0) }
      guard parts.count == 3, parts[2] > 31 else { continue }
      let found: DateOrder? = parts[1] > 12 ? .monthFirst : parts[0] > 12 ? .dayFirst : nil
      guard let found else { continue }
      // A page that has both has neither.
      if order != .unknown, order != found {
        self = .unknown
        return
      }
      order = found
    }
    self = order
  }

  func day(_ text: String) -> CivilTime? {
    if self == .dayFirst {
      let parts = text.split(separator: "/").compactMap { Int($0) }
      if parts.count == 3, parts[2] > 31 {
        let civil = CivilTime(parts[2], parts[1], parts[0])
        return civil.isValid ? civil : nil
      }
    }
    return WrittenDate(foreign: text, isUS: self == .monthFirst)?.civil
  }
}
