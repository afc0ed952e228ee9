/// The text of the first paragraph of an HTML fragment that has words and is not in a list, a quotation, a table or a figure; on
/// one line, empty if there is none.
package func firstParagraph(ofHTML fragment: String) -> String {
  var search = FirstParagraph()
  HTMLTree(fragment: fragment).visit(&search)
  return search.found
}

private struct FirstParagraph: HTMLVisitor {
  private static let passedOver: Set<String> = ["ul", "ol", "dl", "blockquote", "table", "figure", "pre", "details"]

  private(set) var found = ""
  /// The words of the paragraph that is open.
  private var words: String?
  /// The names of the open elements.
  private var open: [String] = []

  mutating func begin(_ name: String, _ attributes: [HTMLAttribute]) -> Bool {
    guard found.isEmpty, !Self.passedOver.contains(name) else { return false }
    if name == "br" { words?.append(" ") }
    if name == "p" { words = "" }
    open.append(name)
    return true
  }

  mutating func end() {
    guard open.popLast() == "p", let words else { return }
    found = words.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    self.words = nil
  }

  mutating func text(_ text: String) { words?.append(text) }
}
