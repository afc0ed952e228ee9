/// The fields that few articles have, outside of ``Article``: a list of all articles is read many times and copied often, and is
/// smaller and cheaper to copy without them.
final class RareFields: Sendable {
  let fields: Fields

  /// Nil if all fields are empty.
  init?(_ fields: Fields) {
    if fields == Fields() { return nil }
    self.fields = fields
  }

  /// Each is nil in articles that were stored before it existed. No list is empty.
  struct Fields: Hashable, Sendable, Codable {
    var shortTitle: String?
    var credibilityReason: String?
    var testedIn: Article.TestedIn?
    var means: String?
    var mind: String?
    /// ``Article/questions``.
    var toAsk: [String]?
    /// ``Article/changes``.
    var revisions: [Article.Change]?
    var citation: Article.Citation?
    var image: Article.Picture?
    var audio: Article.Sound?
    /// ``Article/attachments``.
    var attached: [Attachment]?
    var layout: String?
    /// ``Article/formerPages``.
    var former: [String]?
    var origin: Article.Origin?
  }
}

extension RareFields: Hashable {
  static func == (a: RareFields, b: RareFields) -> Bool { a === b || a.fields == b.fields }

  func hash(into hasher: inout Hasher) { hasher.combine(fields) }
}
