/// How credible or interesting an article is, from 0 to 5 in steps of a tenth.
package struct Rating: Hashable, Comparable, Sendable, Codable {
  /// From 0 to 50.
  package let tenths: Int

  package init?(tenths: Int) {
    guard (0...50).contains(tenths) else { return nil }
    self.tenths = tenths
  }

  /// Nil if outside 0–5 or with more than one decimal.
  package init?(_ value: Double) {
    let scaled = value * 10
    guard (0...50).contains(scaled.rounded()), abs(scaled - scaled.rounded()) < 1e-6 else { return nil }
    self.init(tenths: Int(scaled.rounded()))
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let rating = Rating(tenths: try container.decode(Int.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "a rating must be from 0 to 50 tenths")
    }
    self = rating
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(tenths)
  }

  /// `4.5`, or `4` for a whole number.
  package var text: String { tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)" }

  /// The value in one of three words; `words` in templates.
  package enum Degree: String, CaseIterable, Sendable {
    case low
    case moderate
    case high
  }

  package var degree: Degree {
    switch tenths {
    case 40...: .high
    case 25...: .moderate
    default: .low
    }
  }

  package static func < (a: Rating, b: Rating) -> Bool { a.tenths < b.tenths }
}
