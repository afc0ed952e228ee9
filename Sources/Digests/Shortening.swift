/// How far an edition is cut back so that mail programs show it whole, the way to unsubscribe with it.
///
/// From step to step a little less is left. First the later articles keep only title and takeaway, up to the second; then
/// the later ones keep only their titles; then the first, which leads the issue, is cut in the same two steps; at last
/// the related articles go.
struct Shortening: Hashable {
  enum Measure: CaseIterable { case whole, takeaway, title }

  static let none = Shortening(step: 0)

  /// 0: everything is whole.
  let step: Int

  static func steps(articles count: Int) -> ClosedRange<Int> { 0...(2 * count + 1) }

  /// What is left of the article at `place`, from 0, of `count`.
  func measure(at place: Int, of count: Int) -> Measure {
    let others = count - 1
    let (takeaway, title) = place == 0 ? (2 * others, 2 * others + 1) : (others - place, 2 * others - place)
    return step > title ? .title : step > takeaway ? .takeaway : .whole
  }

  func showsRelated(of count: Int) -> Bool { step <= 2 * count }

  /// The least shortening that `fits`, found with about log₂ of all tries; the most there is if none does.
  static func least(articles count: Int, fits: (Shortening) throws -> Bool) rethrows -> Shortening {
    if try fits(.none) { return .none }
    var (tooLong, fitting) = (0, steps(articles: count).upperBound)
    while fitting - tooLong > 1 {
      let middle = (tooLong + fitting) / 2
      if try fits(Shortening(step: middle)) { fitting = middle } else { tooLong = middle }
    }
    return Shortening(step: fitting)
  }
}
