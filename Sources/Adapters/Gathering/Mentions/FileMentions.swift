/// The files next to the articles that the file of an article names, by whether its readers get to them.
///
/// Recorded when the article is read, so that publishing needs only the ledger.
package struct FileMentions: Hashable, Sendable {
  /// Files that the article shows or links to while it is visible: paths relative to `public/`.
  var shown: Set<String> = []
  /// Files that only unpublished text names: paths in the source, each as its ``nameKey(_:)``. A name that may be
  /// read in several ways is here in each of them, whether or not there is such a file.
  var hidden: Set<String> = []

  init() {}

  /// Files that the text shows or links to: paths relative to `public/`.
  package var shownFiles: Set<String> { shown }

  /// One line per file: `+` or `-`, and the path. Empty if the text names no file.
  package var text: String {
    (shown.map { "+" + $0 } + hidden.map { "-" + $0 }).sorted().joined(separator: "\n")
  }

  /// Parses ``text``.
  package init(_ text: String) {
    for line in text.split(separator: "\n") {
      if line.hasPrefix("+") { shown.insert(String(line.dropFirst())) }
      if line.hasPrefix("-") { hidden.insert(String(line.dropFirst())) }
    }
  }
}

extension FileMentions {
  /// Everything that an unpublished file names is hidden.
  init(ofHidden text: String, from siblings: SiblingLinks) {
    hidden = Set(siblings.names(in: text).joined().map(siblings.key(of:)))
  }

  /// - Parameters:
  ///   - text: the file as written.
  ///   - published: all that is published of it, and the values of its front matter.
  init(of text: String, published: String, from siblings: SiblingLinks) {
    shown = siblings.ownFiles(in: published)
    let seen = Set(siblings.names(in: published).joined())
    var judged = Set<[String]>()
    for names in siblings.names(in: text) where seen.isDisjoint(with: names) && judged.insert(names).inserted {
      if let last = names.lastIndex(where: { siblings.isNamed($0, among: shown) }) {
        addOthers(names[(last + 1)...], siblings)
      } else {
        hidden.formUnion(names.map(siblings.key(of:)))
      }
    }
  }

  /// Where `b.png` is shown, there may be a file `a b.png` too.
  private mutating func addOthers(_ names: ArraySlice<String>, _ siblings: SiblingLinks) {
    for name in names {
      guard let file = siblings.asset(named: name), !shown.contains(file) else { continue }
      hidden.insert(siblings.key(of: name))
    }
  }
}
