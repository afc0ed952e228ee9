package import Model

/// The result of reading a file. Every finding is about the file itself.
package enum Reading: Hashable, Sendable {
  case article(Article, warnings: [Finding])
  /// The author has not published it yet.
  case draft(warnings: [Finding])
  /// It cannot be published in its current state.
  case fault([Finding])
  /// It cannot be read now, so it may be unchanged.
  case unreadable(Finding)
}

/// The result of reading a file, with the traits that identify its article.
package struct ReadFile: Sendable {
  package var reading: Reading
  /// The article's name according to its path.
  package var name = ""
  /// Whether the author set the article's id.
  package var writesID = false
  /// Fingerprint of its bytes; nil if it cannot be read.
  package var bytes: Fingerprint?
  /// Keys as in ``ItemKey/link(_:)`` of the article's former addresses, as its author lists them.
  package var formerKeys: [String] = []
  /// Whether it names a file that is not published, which may be published later, or one whose length it states.
  package var lacksSomething = false
  /// The assets that it names; nil if it cannot be read.
  package var mentions: FileMentions?
  /// The keys that only a page has which is not an article; nil for articles.
  var standing: StandingKeys?

  init(_ reading: Reading) { self.reading = reading }

  /// The result for a file that does not exist.
  package static let nothing = ReadFile(.draft(warnings: []))
}
