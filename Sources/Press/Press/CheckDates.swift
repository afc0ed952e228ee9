internal import Gathering
internal import Model
internal import Time

/// Dates that were probably mistyped.
extension PressRun {
  /// An embargo longer than this is probably a mistake.
  private static let longEmbargo = Duration.seconds(366 * 86_400)

  func oddDates(_ articles: [Article]) throws -> [Finding] {
    let held = articles.filter { $0.published > now + Self.longEmbargo }
    let ahead = articles.filter { $0.isDatedAhead(at: max(now, $0.published)) }
    if held.isEmpty && ahead.isEmpty { return [] }
    let places = Dictionary(try ledger.places().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let sources = site.sources.map { ($0.name, FolderSource(settings: $0, site: site, root: folder)) }
    let byName = Dictionary(sources, uniquingKeysWith: { first, _ in first })
    return held.map { longEmbargo(of: $0, in: places[$0.id]?.path) }
      + ahead.compactMap { article in
        guard let place = places[article.id] else { return nil }
        return changeAhead(of: article, in: place.path, byName[place.source])
      }
  }

  private func longEmbargo(of article: Article, in path: String?) -> Finding {
    let day = site.zone.civil(at: article.published).isoDate
    let sentence = "does not appear before \(day), its date; correct the date if that is a mistake"
    return Finding(path ?? "\(article.id)", sentence, weight: .warning)
  }

  private func changeAhead(of article: Article, in path: String, _ source: FolderSource?) -> Finding? {
    guard let updated = article.updated else { return nil }
    let place = source?.placeOfChange(path)
    let sentence =
      "`\(place?.key ?? "updated")` is \(site.zone.shown(updated)), which has not come: it is passed over until then; "
      + "correct it if that is a mistake"
    return Finding(path, line: place?.line, column: place?.column, sentence, weight: .warning)
  }

  /// The file of each article.
  func articlePaths() throws -> [Article.ID: String] {
    Dictionary(try ledger.places().map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
  }
}
