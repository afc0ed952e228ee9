/// A problem in something the operator or an author wrote, with its position and what to do about it.
///
/// Written as `path:line:column: sentence`, so that editors can jump to it and the operator can act on mail from cron.
package struct Finding: Hashable, Sendable, Codable {
  package enum Weight: String, Sendable, Codable {
    /// It is unusable.
    case fault
    /// It works, but probably not as intended. JSON and the ledger keep the older word, which scripts may look for.
    case warning = "advice"
    /// Like a warning, but about something that is not published: a run reports it only once.
    case notice
  }

  /// Relative to the site folder.
  package var path: String
  /// 1-based; nil for the whole file.
  package var line: Int?
  /// 1-based, in UTF-8 bytes as in compilers; nil for the whole line.
  package var column: Int?
  package var sentence: String
  package var weight: Weight

  package init(_ path: String, line: Int? = nil, column: Int? = nil, _ sentence: String, weight: Weight = .fault) {
    self.path = path
    self.line = line
    self.column = column
    self.sentence = sentence
    self.weight = weight
  }
}

extension Finding: Error, CustomStringConvertible {
  package var description: String {
    ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") + ": " + sentence
  }
}

extension Finding: Comparable {
  package static func < (a: Finding, b: Finding) -> Bool {
    (a.path, a.line ?? 0, a.column ?? 0, a.sentence) < (b.path, b.line ?? 0, b.column ?? 0, b.sentence)
  }
}
