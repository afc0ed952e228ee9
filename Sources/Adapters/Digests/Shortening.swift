/// How far an edition is shortened so that mail programs show all of it, including the unsubscribe link.
///
/// Each step removes a little more. Of n articles, the first is the lead:
///
/// | steps | one at a time, from the last to the first |
/// | --: | :-- |
/// | n - 1 | a later article keeps only title and takeaway |
/// | n - 1 | a later article keeps only its title |
/// | 2 | the lead is cut in the same two steps |
/// | 1 | the related articles are removed |
/// | n | a title is cut: it is absurdly long, or there are very many |
/// | n - 1 | a later article is omitted, and appears only on the web |
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
    let later = count - 1
    // Its turn in each round from the last article to the first, 1-based.
    let turn = count - place
    if step >= stepWithoutRelated(of: count) + count + turn { return .omitted }
    if step >= stepWithoutRelated(of: count) + turn { return .cutTitle }
    let takeawayStep = place == 0 ? 2 * later + 1 : turn
    let titleStep = place == 0 ? 2 * later + 2 : later + turn
    if step >= titleStep { return .title }
    return step >= takeawayStep ? .takeaway : .whole
  }

  func showsRelated(of count: Int) -> Bool { step < stepWithoutRelated(of: count) }

  /// How many articles are left out, from the end.
  func omitted(of count: Int) -> Int { max(0, step - stepWithoutRelated(of: count) - count) }

  /// The first step without related articles.
  private func stepWithoutRelated(of count: Int) -> Int { 2 * count + 1 }

  /// The least shortening that `fits`, found by binary search; the strongest one if none fits.
  static func least(articles count: Int, fits: (Shortening) throws -> Bool) rethrows -> Shortening {
    if try fits(.none) { return .none }
    var tooLong = 0
    var fitting = steps(articles: count).upperBound
    while fitting - tooLong > 1 {
      let middle = (tooLong + fitting) / 2
      if try fits(Shortening(step: middle)) { fitting = middle } else { tooLong = middle }
    }
    return Shortening(step: fitting)
  }
}
