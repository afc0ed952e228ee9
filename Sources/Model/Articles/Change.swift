extension Article {
  /// What its author changed after publication.
  package struct Change: Hashable, Sendable, Codable {
    /// `2026-11-30`, in the site's time zone.
    package let date: String
    /// Plain text, one line.
    package let what: String

    package init(date: String, what: String) {
      self.date = date
      self.what = what
    }

    /// From `2026-11-30 what`, its stored form.
    package init?(stored: String) {
      let parts = stored.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      self.init(date: String(parts[0]), what: String(parts[1]))
    }

    package var stored: String { "\(date) \(what)" }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      guard let change = Change(stored: try container.decode(String.self)) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "a change must begin with its date")
      }
      self = change
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(stored)
    }
  }
}
