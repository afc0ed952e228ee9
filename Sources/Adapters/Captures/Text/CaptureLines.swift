internal import Text

/// A line of a captured text that is not blank.
struct CaptureLine: Hashable {
  /// 1-based.
  let number: Int
  /// Without spaces at its ends.
  let text: String
  /// Whether there is a blank line, or nothing, before it.
  let followsBlank: Bool
}

/// The lines of a captured text.
struct CaptureLines {
  let all: [CaptureLine]

  /// The text must be clean.
  init(_ text: String) {
    var lines: [CaptureLine] = []
    var followsBlank = true
    for (index, written) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = oneLine(String(written))
      if line.isEmpty {
        followsBlank = true
      } else {
        lines.append(CaptureLine(number: index + 1, text: line, followsBlank: followsBlank))
        followsBlank = false
      }
    }
    all = Self.unwrapped(lines)
  }

  /// Some programs break lines at 72 columns or so. If no line is long, a line that continues in the next is joined to it.
  private static func unwrapped(_ lines: [CaptureLine]) -> [CaptureLine] {
    let longest = lines.map(\.text.count).max() ?? 0
    guard (50...110).contains(longest) else { return lines }
    var joined: [CaptureLine] = []
    var lastLength = 0
    for line in lines {
      if let previous = joined.last, !line.followsBlank, lastLength * 10 >= longest * 7, goesOn(previous, in: line) {
        let joint = previous.text.hasSuffix("-") ? "" : " "
        joined[joined.count - 1] = CaptureLine(
          number: previous.number, text: previous.text + joint + line.text, followsBlank: previous.followsBlank)
      } else {
        joined.append(line)
      }
      lastLength = line.text.count
    }
    return joined
  }

  private static func goesOn(_ line: CaptureLine, in next: CaptureLine) -> Bool {
    next.text != line.text && CaptureLabel(next.text) == nil && CaptureLabel(line.text) == nil
      && !CaptureBlock.isItem(next.text)
  }
}

extension String {
  /// Whether it ends like a sentence, before quotes and brackets that close.
  var endsSentence: Bool {
    guard let last = self.last(where: { !"\"'”’»)]".contains($0) }) else { return false }
    return ".!?…。！？؟".contains(last)
  }
}
