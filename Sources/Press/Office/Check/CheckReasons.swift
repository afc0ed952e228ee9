internal import Model

extension SiteCheck {
  /// One finding about all articles that are rated without a reason, at the newest: readers see a word, and nothing shows
  /// them why it is this one.
  func ratedWithoutReason(_ articles: [Article]) throws -> [Finding] {
    let unexplained = articles.filter { $0.credibility != nil && $0.credibilityReason == nil }
    guard let newest = unexplained.min(by: Article.newestFirst) else { return [] }
    let others = unexplained.count - 1
    let more = others == 0 ? "" : others == 1 ? ", like 1 more article" : ", like \(others) more articles"
    let sentence = "has a `credibility` without a `credibility_reason`\(more); add one sentence that says why"
    return [Finding(try articlePaths()[newest.id] ?? "\(newest.id)", sentence, weight: .warning)]
  }
}
