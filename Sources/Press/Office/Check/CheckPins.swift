internal import Model
internal import SiteFolder
internal import Text

/// Articles that a digest pins and that do not exist.
extension SiteCheck {
  func unknownPins(_ articles: [Article]) throws -> [Finding] {
    let digests = site.digests.filter { !$0.pinned.isEmpty }
    if digests.isEmpty { return [] }
    let known = PinnedArticles(articles, try ledger.places())
    return digests.flatMap { digest in
      PinnedPlace.all(of: digest.name, folder: folder).filter { known.id($0.name) == nil }.map { pin in
        let hint = suggestion(for: pin.name, among: known.names)
        return Finding(
          "schedule.conf", line: pin.line, column: pin.column,
          "no article has the id, file or address `\(pin.name)`, so nothing is pinned for it\(hint)", weight: .warning)
      }
    }
  }
}
