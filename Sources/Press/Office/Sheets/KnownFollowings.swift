internal import Model

/// The feeds that cells have named without a fault: nearly all rows of a list repeat a few cells, and to read one takes as long as
/// the rest of the row.
final class KnownFollowings {
  private var known: [Cell: Following] = [:]

  private struct Cell: Hashable {
    let text: String
    let digest: String
  }

  /// Of a list in which each row differs, not all are kept.
  private static let most = 1_000

  subscript(text: String, of digest: String) -> Following? {
    get { known[Cell(text: text, digest: digest)] }
    set {
      if known.count == Self.most { known.removeAll() }
      known[Cell(text: text, digest: digest)] = newValue
    }
  }
}
