internal import CCmarkGFM

/// A quotation that cannot wait: its class, by which it is recognised wherever it is shown.
enum UrgentQuotation {
  static let start = "<blockquote class=\"urgent\">"

  /// Begins the title of such a note until the text is parsed. The author's text has none, because ``cleanText(_:)``
  /// removes it.
  static let mark: StaticString = "\u{2}"
}

extension Node {
  /// Replaces the quotations whose titles begin with ``UrgentQuotation/mark``.
  func classUrgentQuotations() {
    for (quotation, _) in subtree where quotation.kind == CMARK_NODE_BLOCK_QUOTE {
      guard let title = quotation.firstChild?.firstChild?.firstChild, title.kind == CMARK_NODE_TEXT,
        title.literal.hasPrefix("\(UrgentQuotation.mark)")
      else { continue }
      title.literal = String(title.literal.dropFirst())
      let urgent = Node(custom: UrgentQuotation.start, "</blockquote>")
      guard urgent.insert(before: quotation) else { continue }
      for child in quotation.children { urgent.append(child) }
      quotation.free()
    }
  }
}
