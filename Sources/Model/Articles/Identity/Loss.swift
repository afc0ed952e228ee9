/// The articles that may leave the shelf because their files are gone.
///
/// A folder that is not mounted, a wrong `rsync` or a mistaken `rm` looks like an author who deletes articles. The loss
/// of a few is accepted; many at once stay published until the operator confirms (`courant release SOURCE`).
package struct Loss: Hashable, Sendable {
  /// The fewest lost articles to hold, if they are also more than one in ten.
  package static let least = 5

  /// Articles that are withdrawn now.
  package let withdrawn: [KnownArticle]
  /// Articles that wait for the operator to confirm.
  package let held: [KnownArticle]

  /// - Parameters:
  ///   - lost: articles of one source whose files are gone.
  ///   - count: how many articles of the source were on the shelf.
  ///   - released: paths of articles whose loss the operator has confirmed.
  package init(_ lost: [KnownArticle], of count: Int, released: Set<String>) {
    let open = lost.filter { !released.contains($0.place.path) }
    let isHeld = !open.isEmpty && (open.count == count || (open.count >= Self.least && open.count * 10 > count))
    held = isHeld ? open : []
    withdrawn = isHeld ? lost.filter { released.contains($0.place.path) } : lost
  }
}
