internal import CCmarkGFM
internal import Text

/// A Markdown text: CommonMark with GitHub's tables, strikethrough, autolinks and task lists, and footnotes. Headings
/// have ids: see ``Node/nameHeadings(_:)``.
///
/// The author's text stays as typed (no "smart" quotes). Hidden text is removed first: see ``HiddenText``. Then marks
/// of other programs are replaced: see ``DialectTable``. Footnotes become a numbered list at the end, and task boxes
/// become ☐ and ☑, because form controls are not allowed.
package struct MarkdownDocument: ~Copyable {
  /// Longer text, in bytes, is rejected.
  package static let maxBytes = 2_000_000
  /// More deeply nested blocks and emphasis are rejected: they do not occur in practice, and programs that
  /// read our HTML may recurse.
  package static let maxDepth = 200

  private let tree: Tree
  /// Whether the author wrote HTML. If so, ``html()`` contains it exactly as written and must be sanitised.
  /// Otherwise it contains only elements that Markdown produces, without active attributes, and only URLs processed
  /// by ``resolveLinks(_:)``.
  package let containsRawHTML: Bool
  /// In the order of the text.
  package let unsupported: [UnsupportedMark]

  /// Where the author's own HTML contains elements that the caller asked for, in the order of the text; the first 100.
  package let foundElements: [RawElement]

  /// - Parameter elements: names in lower case, for ``foundElements``.
  package init(
    _ text: String, finding elements: Set<String> = [], in surroundings: Surroundings = Surroundings()
  ) throws(MarkdownError) {
    guard text.utf8.count <= Self.maxBytes else { throw .tooLong }
    let written = cleanText(text)
    // The text is parsed before marks are replaced, to find the code.
    try Self.refuseCostly(written)
    let text = Notes.replaced(in: written, surroundings)
    let hidden = HiddenText.removed(from: text)
    guard hidden.unclear.isEmpty else { throw .unclear(hidden.unclear) }
    let source = DialectScan.removed(from: hidden.text, code: hidden.code, finding: elements, in: surroundings)
    if source.text != written { try Self.refuseCostly(source.text) }
    let tree = try Self.tree(of: source.text, mayHide: HiddenText.mayHide(Array(text.utf8)))
    containsRawHTML = tree.root.subtree.contains {
      $0.node.kind == CMARK_NODE_HTML_BLOCK || $0.node.kind == CMARK_NODE_HTML_INLINE
    }
    unsupported = hidden.doubtful + source.unsupported
    foundElements = source.foundElements
    Self.nameTargets(in: tree.root, of: source, html: containsRawHTML ? source.text : "")
    if source.text.holds(bytesOf: UrgentQuotation.mark) { tree.root.classUrgentQuotations() }
    tree.root.unwrapLinksInLinks()
    tree.root.replaceTaskBoxes()
    tree.root.replaceFootnotes()
    self.tree = tree
  }

  /// - Parameter mayHide: whether the text may contain marks that hide.
  private static func tree(of text: String, mayHide: Bool) throws(MarkdownError) -> Tree {
    let tree = Tree(parsing: mayHide ? EscapedSigns.marked(text) : text)
    if let (node, _) = tree.root.subtree.first(where: { $0.depth > maxDepth }) {
      throw .tooDeep(line: node.lines.lowerBound)
    }
    guard mayHide else { return tree }
    if let mark = ShownText.mark(in: tree.root) { throw .unclear([mark]) }
    tree.root.forgetEscapedSigns()
    return tree
  }

  /// - Parameter html: the author's, which may have its own ids.
  private static func nameTargets(in root: Node, of source: DialectScan.Remains, html: String) {
    root.makeDefinitionLists()
    let headings = root.nameHeadings(source.ids)
    root.markTargets(source.ids, except: headings)
    root.findHeadings(headings) { id in
      source.ids.values.contains(id) || html.contains("\"\(id)\"") || html.contains("'\(id)'")
    }
  }

  /// Throws if parsing would take more time or memory than an article is allowed.
  private static func refuseCostly(_ text: String) throws(MarkdownError) {
    if let line = TableSize.lineOfTooLargeTable(in: text) { throw .tooManyCells(line: line) }
    if let line = ParsingCost.lineOfTooMuch(in: text) { throw .tooCostly(line: line) }
    if let line = ReferenceSize.lineOfTooMuch(in: text) { throw .tooManyReferences(line: line) }
  }

  /// Replaces the URL of every link and image with the result of `resolve`. If that is nil, a link is replaced by its
  /// words and an image by its description.
  package mutating func resolveLinks(_ resolve: (String) -> String?) {
    let targets = tree.root.subtree.map(\.node).filter { $0.kind == CMARK_NODE_LINK || $0.kind == CMARK_NODE_IMAGE }
    let resolved = targets.map { ($0, resolve($0.url)) }
    for (node, url) in resolved.reversed() {
      if let url { node.url = url } else { node.unwrap() }
    }
  }

  /// A fragment in UTF-8 with closed void elements (`<br />`), ending in a newline unless empty.
  package func html() -> String {
    // Entities such as `&#1;` become characters after the source was cleaned, so the result is cleaned as well.
    let html = tree.root.html(options: containsRawHTML ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT)
    return cleanText(String(decoding: withHeadingIDs(html), as: UTF8.self))
  }
}

package enum MarkdownError: Error, Hashable {
  case tooLong
  /// The line is 1-based, within the text.
  case tooDeep(line: Int)
  /// The line of the table's delimiter row.
  case tooManyCells(line: Int)
  /// Marks that could hide text; never empty.
  case unclear([UnclearMark])
  /// The line at which the text becomes too slow to parse.
  case tooCostly(line: Int)
  /// The line of the definition whose address or title is repeated too often.
  case tooManyReferences(line: Int)
  /// Its HTML has tags with too many attributes.
  case tooManyAttributes
  /// The result is too long.
  case tooMuchHTML
}
