internal import Foundation
internal import Text

/// The topics of a page, from one line in which they are run together, or from several lines or separated ones.
struct TopicReading {
  private(set) var topics: [Found<String>] = []
  private(set) var notes: [CaptureNote] = []

  /// In code points; a longer topic is refused in front matter.
  private static let maxLength = 200

  init(_ lines: [(text: String, line: Int?)], known: KnownTopics) {
    for (text, line) in lines {
      let parts = Self.separated(text)
      if parts.count > 1 || lines.count > 1 {
        for part in parts { add(part, "the list after the label of the topics", line) }
      } else {
        split(text, line, known)
      }
    }
  }

  /// Split at `,` `;` `|` `•` `·` and tabs.
  private static func separated(_ line: String) -> [String] {
    line.split { ",;|•·\t،؛".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private mutating func split(_ text: String, _ line: Int?, _ known: KnownTopics) {
    let split = TopicLine(text, known: known)
    let origin =
      split.pieces.count > 1 ? "the line of topics, split by the topics that are known" : "the line of topics"
    for piece in split.pieces {
      add(piece.label, origin, line)
      if !piece.isKnown { report(piece.label, isAlone: split.pieces.count == 1, line) }
    }
    if split.isAmbiguous {
      notes.append(CaptureNote("the topics could be split in another way; confirm them", line: line))
    }
  }

  private mutating func report(_ label: String, isAlone: Bool, _ line: Int?) {
    let shown = "\"\(label.cut(to: 80))\""
    let rest =
      isAlone ? "confirm that it is one topic" : "it is what is left between known topics; confirm that it is one topic"
    notes.append(
      CaptureNote(
        "\(shown) is not a known topic: \(rest), or name its topics in --topics and import again", line: line))
  }

  private mutating func add(_ label: String, _ origin: String, _ line: Int?) {
    let label = label.trimmed
    guard label.contains(where: { $0.isLetter || $0.isNumber }), !topics.contains(where: { $0.value == label }) else {
      return
    }
    guard label.unicodeScalars.count <= Self.maxLength else {
      notes.append(
        CaptureNote(
          "a topic of more than \(Self.maxLength) characters is left out: \"\(label.cut(to: 60))\"", line: line))
      return
    }
    topics.append(Found(label, origin, line: line))
  }
}
