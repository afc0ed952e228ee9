import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// A run renders only what changes affect. Rendering everything once more then finds nothing to write.
@Suite struct StalePagesTests {
  /// - Parameter mostlyBodies: whether most changes are to the bodies of articles alone, which are published without looking at the
  ///   rest of the site.
  @Test(arguments: [false, true]) func noFileIsStaleAfterAnyChanges(mostlyBodies: Bool) throws {
    var random = SeededNumbers()
    let seed = random.seed
    let site = try SampleSite(feeds: ["all": ["*"], "one": ["t1"], "few": ["t0", "t2"]])
    try site.set("url =", to: "topic_feeds = true\ntopic_feed_articles = 3\nurl =")
    try site.set("[sources.articles]", to: "[web]\n\n[sources.articles]")
    for feed in ["feeds/all.toml", "feeds/few.toml"] {
      try site.folder.write((site.folder.text(feed) ?? "") + "archive = 3\n", to: feed)
    }
    try site.folder.write("one", to: "articles/a.png")
    try site.folder.write("<!-- {{site.title}} -->", to: "templates/head-extra.html")
    try site.folder.write(
      "[\"Ann Doe\"]\nrole = \"Nurse\"\n\n[\"Bob Roe\"]\nrole = \"Writer\"\n", to: "authors.toml")
    var pieces = (0..<12).map { Piece($0, &random) }
    for piece in pieces { try site.folder.write(piece.text, to: piece.path) }
    let newsroom = try Newsroom(site)
    var written = 0
    var reworded = 0
    for step in 0..<25 {
      let now = "2026-01-0\(1 + step / 9)T1\(step % 9):00:00Z"
      if step > 0 {
        let changesBodies = mostlyBodies && Int.random(in: 0..<4, using: &random) > 0
        for _ in 0...Int.random(in: 0...2, using: &random) {
          if changesBodies {
            try changeBody(&pieces, site, &random)
          } else {
            try change(&pieces, step, site, &random)
          }
        }
      }
      let ledger = StoppingLedger(newsroom.ledger, claimingAllPages: false)
      let report = try newsroom.run(now, only: .publish, on: ledger)
      written += report.filesWritten.count
      if !report.filesWritten.isEmpty, ledger.reads(by: "publishedFiles()") == 0 { reworded += 1 }
      let before = try newsroom.records()
      try newsroom.ledger.announce(newsroom.ledger.publishedPaths(after: "", limit: .max))
      try newsroom.ledger.setNote("published", "")
      let again = try newsroom.run(now, only: .publish)
      #expect(again.filesWritten.sorted() == [], "seed \(seed), step \(step)")
      #expect(again.filesRemoved.sorted() == [], "seed \(seed), step \(step)")
      #expect(try newsroom.records() == before, "seed \(seed), step \(step)")
    }
    #expect(written > 100, "seed \(seed)")
    if mostlyBodies { #expect(reworded > 3, "the test must cover what it is for; seed \(seed)") }
  }

  private func changeBody(_ pieces: inout [Piece], _ site: SampleSite, _ random: inout SeededNumbers) throws {
    let position = Int.random(in: pieces.indices, using: &random)
    pieces[position].changeBody(&random)
    try site.folder.write(pieces[position].text, to: pieces[position].path)
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
    body = "The body of piece \(number)." + String(repeating: " It has number \(number).", count: 40)
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
    if Int.random(in: 0..<3, using: &random) == 0 { changeBody(&random) }
  }

  mutating func changeBody(_ random: inout SeededNumbers) {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: body += " ![A nerve](a.png)"
    case 1: body = body.replacing(" ![A nerve](a.png)", with: "")
    case 2: body = body.replacing(" More.", with: "")
    default: body += " More."
    }
  }
}

extension Newsroom {
  /// What is on record about each published file.
  fileprivate func records() throws -> [String: PublishedFile?] {
    let paths = try ledger.publishedPaths(after: "", limit: .max)
    return Dictionary(uniqueKeysWithValues: try paths.map { ($0, try ledger.publishedFile(at: $0)) })
  }
}
