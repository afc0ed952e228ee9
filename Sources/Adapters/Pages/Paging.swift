/// How a long list, newest first, is spread over pages.
///
/// Pages are numbered from the oldest end and hold `size` each; the first page a reader sees holds the newest, up to twice
/// as many. So a new element changes that page alone, and a full page changes no more.
package struct Paging: Hashable, Sendable {
  /// Of the whole list.
  package let count: Int
  package let size: Int

  package init(count: Int, size: Int) { (self.count, self.size) = (count, size) }

  /// How many numbered pages there are besides the newest one.
  package var pages: Int { max(0, count / size - 1) }

  /// What the newest page holds.
  package var newest: Range<Int> { 0..<(count - pages * size) }

  /// What a numbered page holds, from 1 for the oldest.
  package subscript(number: Int) -> Range<Int> { (count - number * size)..<(count - (number - 1) * size) }

  /// Every page, the newest (nil) first.
  package var all: [(number: Int?, range: Range<Int>)] {
    [(nil, newest)] + (0..<pages).map { (pages - $0, self[pages - $0]) }
  }

  /// The numbers of the neighbours: nil for none, `.some(nil)` for the newest page.
  package func newer(than number: Int?) -> Int?? { number.map { $0 == pages ? .some(nil) : .some($0 + 1) } ?? nil }
  package func older(than number: Int?) -> Int? {
    switch number {
    case nil: pages > 0 ? pages : nil
    case .some(let number): number > 1 ? number - 1 : nil
    }
  }
}
