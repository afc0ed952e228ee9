package import Model
package import Time

// What tests of a ledger leave unsaid, and what only they ask.

extension ArticleShelf {
  /// Every article, including embargoed ones, newest first.
  package func articles() throws -> [Article] { try articles(shelvedArticles().map(\.article.id)) }
}

extension SourceShelf {
  package func apply(_ changes: ShelfChanges) throws { try apply([changes]) }
}

extension ConsentLog {
  package func enrol(_ rows: [Enrolment], at now: Instant) throws -> [EnrolmentResult] {
    try enrol(rows, offered: nil, at: now)
  }
}

extension ReaderBook {
  package func followings(of digest: String) throws -> [Following: Int] { try followings()[digest] ?? [:] }
}

extension Bounce {
  /// The same bounce of a report that names these.
  package func about(_ recipient: EmailAddress? = nil, token: String? = nil) -> Bounce {
    var bounce = self
    bounce.recipient = recipient
    bounce.token = token
    return bounce
  }
}
