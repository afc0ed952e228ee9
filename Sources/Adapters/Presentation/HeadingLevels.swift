/// The levels of headings in a body, in the page or email around it: each is one below the heading above it, so none is
/// skipped.
package struct HeadingLevels: Sendable {
  private let title: Int
  /// Of the enclosing headings, as written.
  private var written: [Int] = []
  /// Of the open elements, as shown.
  private var open: [Int] = []

  /// - Parameter title: the level of the heading above the body.
  package init(below title: Int) { self.title = title }

  /// The level of a heading that begins.
  package mutating func begin(_ level: Int) -> Int {
    while let last = written.last, last >= level { written.removeLast() }
    written.append(level)
    let shown = min(written.count + title, 6)
    open.append(shown)
    return shown
  }

  /// The level of the heading that ends.
  package mutating func end() -> Int { open.popLast() ?? title + 1 }
}
