/// How far an edition is shortened so that mail programs show all of it, including the unsubscribe link.
///
/// Each step removes a little more. First the later articles, from the last to the second, keep only title and
/// takeaway; then they keep only their titles; then the first article, the lead, is cut in the same two steps; then the
/// related articles are removed. An edition that is still too long has absurdly long titles, or very many: these are
/// cut from the last to the first, and finally the later articles are left out and appear only on the web.
struct Shortening: Hashable {
  enum Measure: CaseIterable { case whole, takeaway, title, cutTitle, omitted }

  static let none = Shortening(step: 0)
  /// In characters.
  static let cutTitleLength = 160

  /// 0 means nothing is shortened.
  let step: Int

  static func steps(articles count: Int) -> ClosedRange<Int> { 0...(4 * count) }

  /// The part that remains of the article at `place`, 0-based, of `count`.
  func measure(at place: Int, of count: Int) -> Measure {
    if place >= count - omitted(of: count) { return .omitted }
    if step - withoutRelated(of: count) >= count - place { return .cutTitle }
    let others = count - 1
    let (takeaway, title) = place == 0 ? (2 * others, 2 * others + 1) : (others - place, 2 * others - place)
    return step > title ? .title : step > takeaway ? .takeaway : .whole
  }

  func showsRelated(of count: Int) -> Bool { step < withoutRelated(of: count) }

  /// How many articles are left out, from the end.
  func omitted(of count: Int) -> Int { max(0, step - withoutRelated(of: count) - count) }

  /// The first step without related articles.
  private func withoutRelated(of count: Int) -> Int { 2 * count + 1 }

  /// The least shortening that `fits`, found by binary search; the greatest one if none fits.
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
