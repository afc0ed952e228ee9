internal import Model

/// The pages that articles had before their addresses changed: by a new permalink, for example. Each leads to the present one.
struct PageMoves {
  /// Former page → article.
  private(set) var articles: [String: Article.ID] = [:]

  /// - Parameter note: as of ``text``.
  init(_ note: String?) {
    for line in (note ?? "").split(separator: "\n") {
      guard let tab = line.firstIndex(of: "\t") else { continue }
      articles[String(line[..<tab])] = Article.ID(String(line[line.index(after: tab)...]))
    }
  }

  var text: String { articles.map { "\($0.key)\t\($0.value)" }.sorted().joined(separator: "\n") }

  /// The former pages of each article.
  var pages: [Article.ID: [String]] {
    Dictionary(grouping: articles.keys) { articles[$0] ?? Article.ID("") }.mapValues { $0.sorted() }
  }

  mutating func add(_ page: String, of id: Article.ID) { articles[page] = id }

  /// A page at which there is an article again is no longer a former one.
  mutating func remove(_ page: String) { articles[page] = nil }
}

extension PressRun {
  private static let note = "former pages"

  func pageMoves() throws -> PageMoves { PageMoves(try ledger.note(Self.note)) }

  /// Notes the former pages of articles that have moved. Called before appearances are recorded.
  func recordMoves(_ visible: [ShelvedArticle]) throws {
    let moved = try ledger.movedPages()
    if moved.isEmpty { return }
    var moves = try pageMoves()
    for (id, page) in moved where page.hasSuffix(".html") { moves.add(page, of: id) }
    for shelved in visible where shelved.article.hasPage { moves.remove(shelved.article.page) }
    try ledger.setNote(Self.note, moves.text)
  }
}
