/// How far an edition is cut back so that mail programs show it whole, the way to unsubscribe with it.
///
/// From step to step a little less is left. First the later articles keep only title and takeaway, up to the second; then
/// the later ones keep only their titles; then the first, which leads the issue, is cut in the same two steps; then the
/// related articles go. What is still too long has titles that are no titles, or very many: from the last to the first
/// they are cut, and at last the later articles are left out, and stand on the web only.
struct Shortening: Hashable {
  enum Measure: CaseIterable { case whole, takeaway, title, cutTitle, leftOut }

  static let none = Shortening(step: 0)
  /// In characters.
  static let cutTitleLength = 160

  /// 0: everything is whole.
  let step: Int

  static func steps(articles count: Int) -> ClosedRange<Int> { 0...(4 * count) }

  /// What is left of the article at `place`, from 0, of `count`.
  func measure(at place: Int, of count: Int) -> Measure {
    if place >= count - leftOut(of: count) { return .leftOut }
    if step - withoutRelated(of: count) >= count - place { return .cutTitle }
    let others = count - 1
    let (takeaway, title) = place == 0 ? (2 * others, 2 * others + 1) : (others - place, 2 * others - place)
    return step > title ? .title : step > takeaway ? .takeaway : .whole
  }

  func showsRelated(of count: Int) -> Bool { step < withoutRelated(of: count) }

  /// How many articles, the last ones.
  func leftOut(of count: Int) -> Int { max(0, step - withoutRelated(of: count) - count) }

  /// The first step without related articles.
  private func withoutRelated(of count: Int) -> Int { 2 * count + 1 }

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
