/// The columns of a history of consent, in the order in which `export --events` writes them.
enum ConsentColumn: String, CaseIterable {
  case email, at, event, digest, feeds, origin, language, words, machine

  /// Columns that may hold any text.
  static let texts: [ConsentColumn] = [.digest, .feeds, .origin, .language, .words, .machine]

  /// Columns without which a row is meaningless.
  static let needed: [ConsentColumn] = [.email, .at, .event]
}
