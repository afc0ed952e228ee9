internal import Presentation

/// The order in which files come into a place whose readers see each batch at once: a page after what it shows, and after the
/// pages to which it leads.
enum PublicStage: Int, CaseIterable {
  /// Images, styles, and other files that pages show.
  case assets
  case articles
  case archives
  case lists
  case feeds
  case sitemap
}

extension [PublicFile] {
  /// The files of each stage, in their order; without empty stages.
  var inStages: [[PublicFile]] {
    let stages = Dictionary(grouping: self) { $0.stage }
    return PublicStage.allCases.compactMap { stages[$0] }
  }
}

extension PublicFile {
  var stage: PublicStage {
    if isCopy { return .assets }
    if PagePath.isIssue(path) { return .archives }
    if isOfOneArticle { return .articles }
    if path.hasSuffix(".html") { return .lists }
    if path.hasPrefix("sitemap") { return .sitemap }
    return path.hasSuffix(".xml") || path.hasSuffix(".json") ? .feeds : .assets
  }
}
