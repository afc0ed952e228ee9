internal import Model

/// The feeds of cells that were read without a fault. Most rows of a list repeat a few cells, and reading one takes as long as the
/// rest of its row.
final class KnownFollowings {
  private var known: [Cell: Following] = [:]

  private struct Cell: Hashable {
    let text: String
    let digest: String
  }

  /// A list in which every row differs must not fill the memory.
  private static let most = 1_000

  subscript(text: String, of digest: String) -> Following? {
    get { known[Cell(text: text, digest: digest)] }
    set {
      if known.count == Self.most { known.removeAll() }
      known[Cell(text: text, digest: digest)] = newValue
    }
  }
}
