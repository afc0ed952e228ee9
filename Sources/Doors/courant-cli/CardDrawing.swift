internal import Cards
internal import Drawing
internal import Model
internal import Press

/// The writer of a site's social cards, or the reason why nothing can be drawn; nil if the site has no cards.
///
/// - Parameter mayCache: whether the folder of the ledger may be written to.
func cards(of opened: OpenedSite, mayCache: Bool = false) -> Result<CardWriter, MissingDrawing>? {
  guard opened.site.hasPages, opened.site.hasCards else { return nil }
  let cache = mayCache ? opened.folder + "/var/fonts" : nil
  return Result { () throws(MissingDrawing) in try CardWriter(fontCache: cache) }
}
