internal import Cards
internal import Model
internal import Press

/// What draws a site's social cards; nil if the site has no cards.
///
/// - Parameter mayCache: whether the folder of the ledger may be written to.
func cards(of opened: OpenedSite, mayCache: Bool = false) -> LazyCardWriter? {
  guard opened.site.hasPages, opened.site.hasCards else { return nil }
  return LazyCardWriter(fontCache: mayCache ? opened.folder + "/var/fonts" : nil)
}
