import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// A run renders only what changes affect. Rendering everything once more then finds nothing to write.
@Suite struct StalePagesTests {
  @Test func noFileIsStaleAfterAnyChanges() throws {
    let random = SeededNumbers()
    try compare(random, seed: random.seed)
  }

  private func compare(_ numbers: SeededNumbers, seed: UInt64) throws {
    var random = numbers
    let site = try SampleSite(feeds: ["all": ["*"], "one": ["t1"]])
    try site.folder.write(
      "[\"Ann Doe\"]\nrole = \"Nurse\"\n\n[\"Bob Roe\"]\nrole = \"Writer\"\n", to: "authors.toml")
    var pieces = (0..<12).map { Piece($0, &random) }
    for piece in pieces { try site.folder.write(piece.text, to: piece.path) }
    let newsroom = try Newsroom(site)
    var written = 0
    for step in 0..<25 {
      let now = "2026-01-0\(1 + step / 9)T1\(step % 9):00:00Z"
      if step > 0 {
        for _ in 0...Int.random(in: 0...2, using: &random) { try change(&pieces, step, site, &random) }
      }
      written += try newsroom.run(now, only: .publish).filesWritten.count
      try newsroom.ledger.announce(newsroom.ledger.publishedPaths(after: "", limit: .max))
      try newsroom.ledger.setNote("published", "")
      let again = try newsroom.run(now, only: .publish)
      #expect(again.filesWritten.sorted() == [], "seed \(seed), step \(step)")
      #expect(again.filesRemoved.sorted() == [], "seed \(seed), step \(step)")
    }
    #expect(written > 100, "seed \(seed)")
  }

  private func change(
    _ pieces: inout [Piece], _ step: Int, _ site: SampleSite, _ random: inout SeededNumbers
  ) throws {
    let position = Int.random(in: pieces.indices, using: &random)
    let before = pieces[position]
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      let piece = Piece(100 + step, &random)
      if pieces.contains(where: { $0.path == piece.path }) { return }
      pieces.append(piece)
      try site.folder.write(pieces[pieces.count - 1].text, to: pieces[pieces.count - 1].path)
      return
    case 1 where pieces.count > 3:
      pieces.remove(at: position)
      return try site.folder.remove(before.path)
    case 2 where !pieces.contains { $0.path == "articles/moved-\(step).md" }:
      pieces[position].path = "articles/moved-\(step).md"
      try site.folder.remove(before.path)
    default: pieces[position].change(&random)
    }
    try site.folder.write(pieces[position].text, to: pieces[position].path)
  }
}

/// An article as its author writes it.
private struct Piece {
  var path: String
  private var fields: [String: String]
  private var body: String

  init(_ number: Int, _ random: inout SeededNumbers) {
    path = "articles/p\(number).md"
    fields = ["title": "Piece \(number)", "date": Self.dates[number % Self.dates.count], "topics": "[t\(number % 3)]"]
    body = "The body of piece \(number)." + String(repeating: " It has number \(number).", count: 12)
    if Bool.random(using: &random) { change(&random) }
  }

  var text: String {
    let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return "---\n" + lines.joined(separator: "\n") + "\n---\n\n\(body)\n"
  }

  /// On both sides of a year's end, and some ahead.
  private static let dates = [
    "2024-06-01", "2025-12-31", "2025-12-31T23:30:00Z", "2026-01-01", "2025-12-30", "2026-01-02T12:30:00Z",
    "2026-01-01T15:30:00Z", "2025-01-01",
  ]

  private static let values: [String: [String]] = [
    "title": ["Sleep", "Nerves & cells", "Ärzte", "Memory"], "date": dates,
    "topics": ["[]", "[t1]", "[t1, t2]", "[T1]", "[t3, new]", "[\"t–1\", t0]"],
    "authors": ["[Ann Doe]", "[Bob Roe, Ann Doe]", "[Somebody]"], "lang": ["de", "en", "fr"],
    "translation_key": ["k1", "k2"], "draft": ["true", "false"], "summary": ["Short.", "Another summary."],
    "aliases": ["[/old/]", "[/older/, /old/]", "[/articles/p1/]"], "expires": ["2026-01-01T14:00:00Z", "2027-01-01"],
    "updated": ["2026-01-02", "2026-01-01T13:10:00Z"], "credibility": ["3", "4.5"], "permalink": ["/a/b/", "/c/"],
    "questions": ["[Why?]", "[How?, When?]"], "link": ["https://elsewhere.example/x"], "layout": ["plain"],
  ]

  mutating func change(_ random: inout SeededNumbers) {
    guard let field = Self.values.keys.sorted().randomElement(using: &random) else { return }
    if !["title", "date"].contains(field), Int.random(in: 0..<3, using: &random) == 0 {
      fields[field] = nil
    } else {
      fields[field] = Self.values[field]?.randomElement(using: &random)
    }
    if Int.random(in: 0..<3, using: &random) == 0 { body += " More." }
  }
}
