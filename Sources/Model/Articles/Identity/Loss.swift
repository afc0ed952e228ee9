/// The articles to withdraw because their files are gone.
///
/// An unmounted folder, a wrong `rsync` or a mistaken `rm` looks like an author deleting articles. A small loss is
/// accepted; a large one is held until the operator confirms it (`courant release SOURCE`).
package struct Loss: Hashable, Sendable {
  /// The smallest loss that is held, provided it is also more than a tenth of the source.
  package static let least = 5

  /// Articles that stay published until the operator confirms their loss. The others are withdrawn now.
  package let held: [KnownArticle]

  /// - Parameters:
  ///   - lost: articles of one source whose files are gone.
  ///   - count: how many articles of the source were on the shelf.
  ///   - released: paths of articles whose loss the operator has confirmed.
  package init(_ lost: [KnownArticle], of count: Int, released: Set<String>) {
    let open = lost.filter { !released.contains($0.place.path) }
    let isHeld = !open.isEmpty && (open.count == count || (open.count >= Self.least && open.count * 10 > count))
    held = isHeld ? open : []
  }
}
