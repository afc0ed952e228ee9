/// What may leave the shelf because its files are gone.
///
/// A folder that is not mounted, a wrong `rsync` or a slip of `rm` looks like an author who deletes. A few articles less are
/// believed; many at once wait for the operator's word (`courant release SOURCE`), and stay published until then.
package struct Loss: Hashable, Sendable {
  /// More than one in ten, and at least so many.
  package static let least = 5

  /// Articles that are withdrawn now.
  package let withdrawn: [KnownArticle]
  /// Articles that wait for the operator's word.
  package let held: [KnownArticle]

  /// - Parameters:
  ///   - lost: articles of one source whose files are gone.
  ///   - count: how many articles of the source were on the shelf.
  ///   - released: paths of those that the operator has let go.
  package init(_ lost: [KnownArticle], of count: Int, released: Set<String>) {
    let open = lost.filter { !released.contains($0.place.path) }
    let isHeld = !open.isEmpty && (open.count == count || (open.count >= Self.least && open.count * 10 > count))
    held = isHeld ? open : []
    withdrawn = isHeld ? lost.filter { released.contains($0.place.path) } : lost
  }
}
