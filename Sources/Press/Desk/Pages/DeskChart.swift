internal import Templates

/// A line chart over time, drawn as SVG without scripts; the table next to it has the same values.
struct DeskChart {
  /// What it shows, in a sentence.
  let label: String
  let values: [Int]
  let first: String
  let last: String

  private static let width = 600
  private static let height = 160
  /// The space above and below the line for the labels of its ends.
  private static let margin = 28

  var record: TemplateValue {
    let points = places
    return .record([
      "label": .text(label), "width": .number(Self.width), "height": .number(Self.height),
      "line": .text(points.map { "\($0.x),\($0.y)" }.joined(separator: " ")),
      "first": .text(first), "last": .text(last), "end": .number(Self.width - 4),
      "first_y": .number(labelPlace(points.first)), "last_y": .number(labelPlace(points.last)),
    ])
  }

  private var places: [(x: Int, y: Int)] {
    let low = values.min() ?? 0
    let span = max(1, (values.max() ?? 0) - low)
    let room = Self.height - 2 * Self.margin
    return values.enumerated().map { index, value in
      let x = values.count < 2 ? 4 : 4 + index * (Self.width - 8) / (values.count - 1)
      return (x, Self.height - Self.margin - (value - low) * room / span)
    }
  }

  /// Above the line's end, or below it if there is no space.
  private func labelPlace(_ point: (x: Int, y: Int)?) -> Int {
    guard let point else { return Self.height / 2 }
    return point.y - 10 < 16 ? point.y + 22 : point.y - 10
  }
}
