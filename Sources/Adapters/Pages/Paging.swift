/// Splits a long list, newest first, into pages.
///
/// Pages are numbered from the oldest end and hold `size` elements each. The first page a reader sees holds the newest
/// ones, up to twice as many. A new element therefore changes only that page, and a full page never changes again.
package struct Paging: Hashable, Sendable {
  /// Elements in the whole list.
  package let count: Int
  package let size: Int

  package init(count: Int, size: Int) {
    self.count = count
    self.size = size
  }

  /// How many numbered pages there are, not counting the newest one.
  package var pages: Int { max(0, count / size - 1) }

  /// The elements of the newest page.
  package var newest: Range<Int> { 0..<(count - pages * size) }

  /// The elements of a numbered page; 1 is the oldest.
  package subscript(number: Int) -> Range<Int> { (count - number * size)..<(count - (number - 1) * size) }

  /// All pages, the newest (nil) first.
  package var all: [(number: Int?, range: Range<Int>)] {
    [(nil, newest)] + (0..<pages).map { (pages - $0, self[pages - $0]) }
  }

  /// A page next to another one.
  package enum Neighbour: Hashable, Sendable {
    case newest
    case numbered(Int)

    /// Nil for the newest page.
    package var number: Int? {
      switch self {
      case .newest: nil
      case .numbered(let number): number
      }
    }
  }

  /// Nil if this is the newest page.
  package func newer(than number: Int?) -> Neighbour? {
    guard let number else { return nil }
    return number == pages ? .newest : .numbered(number + 1)
  }

  /// The number of the page; nil if this is the oldest.
  package func older(than number: Int?) -> Int? {
    switch number {
    case nil: pages > 0 ? pages : nil
    case .some(let number): number > 1 ? number - 1 : nil
    }
  }
}
