package import Model

/// The table `total`.
extension SQLLedger: TotalBook {
  package func totals() throws -> [Total] {
    try read { db in
      let accepted = try Self.acceptedLetters(db)
      let kept = try db.rows("SELECT subject, name, detail, number FROM total ORDER BY subject, name, detail")
      var totals = try kept.compactMap { row -> Total? in
        guard let subject = Total.Subject(rawValue: try row.text("subject")) else { return nil }
        return Total(subject, try row.text("name"), try row.text("detail"), try row.int("number"))
      }
      for (kind, number) in accepted {
        let place = totals.firstIndex { $0.subject == .letter && $0.name == kind && $0.detail == "accepted" }
        let sum = number + (place.map { totals.remove(at: $0).number } ?? 0)
        totals.append(Total(.letter, kind, "accepted", sum))
      }
      return totals.sorted()
    }
  }

  /// Accepted letters whose own rows are not updated until the next claim.
  private static func acceptedLetters(_ db: any SQLConnection) throws -> [(String, Int)] {
    try db.rows(
      """
      SELECT l.kind, count(*) AS letters FROM letter_claim c \(sql: db.dialect.joinInOrder) letter l ON l.id = c.delivery
      WHERE c.accepted IS NOT NULL GROUP BY l.kind
      """
    ).map { (try $0.text("kind"), try $0.int("letters")) }
  }

  /// Of a digest that gets another's name, the events of both count together.
  static func renameTotals(from old: String, to new: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO total (subject, name, detail, number)
      SELECT 'event', \(new), detail, number FROM total WHERE subject = 'event' AND name = \(old)
      ON CONFLICT (subject, name, detail) DO UPDATE SET number = total.number + excluded.number
      """)
    try db.execute("DELETE FROM total WHERE subject = 'event' AND name = \(old)")
  }
}
