internal import Model

/// Dates that were probably mistyped.
extension PressRun {
  /// Further away than this, an embargo is probably a mistake.
  private static let longEmbargo = Duration.seconds(366 * 86_400)

  func oddDates(_ articles: [Article]) throws -> [Finding] {
    let odd = articles.filter { $0.published > now + Self.longEmbargo || ($0.updated ?? now) > now + .seconds(86_400) }
    if odd.isEmpty { return [] }
    let paths = try articlePaths()
    return odd.map { article in
      let isHeld = article.published > now + Self.longEmbargo
      let moment = isHeld ? article.published : article.lastChanged
      let day = site.zone.civil(at: moment).isoDate
      let sentence =
        isHeld
        ? "does not appear before \(day), its date; correct the date if that is a mistake"
        : "is dated as changed on \(day), which has not come; correct the date"
      return Finding(paths[article.id] ?? "\(article.id)", sentence, weight: .advice)
    }
  }

  /// The file of each article.
  func articlePaths() throws -> [Article.ID: String] {
    Dictionary(try ledger.places().map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
  }
}
