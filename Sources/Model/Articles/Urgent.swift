/// What readers must do at once, such as to call for help the same day: `> [!urgent]` in an article.
///
/// It stands at the beginning of ``Article/body``, as quotations, so that whatever shows the body shows it first.
extension Article {
  /// What a quotation of this kind begins with, before the word for it: a warning sign, as text rather than as an
  /// emoji, and a no-break space.
  package static let urgentSign = "\u{26A0}\u{FE0E}\u{A0}"
  /// How such a quotation begins in a body.
  package static let urgentStart = "<blockquote>\n<p><strong>" + urgentSign

  /// The quotations that the body begins with; empty if it has none.
  package var urgent: Substring { body[..<endOfUrgent] }

  /// The body without ``urgent``.
  package var bodyAfterUrgent: Substring { body[endOfUrgent...] }

  private var endOfUrgent: String.Index {
    var end = body.startIndex
    while body.utf8[end...].starts(with: Self.urgentStart.utf8) { end = endOfQuotation(from: end) }
    return end
  }

  /// The index after the quotation that begins at `start`, and after the newlines that follow it.
  private func endOfQuotation(from start: String.Index) -> String.Index {
    var depth = 0
    var place = start
    while let tag = body.utf8[place...].firstIndex(of: UInt8(ascii: "<")) {
      if body.utf8[tag...].starts(with: "<blockquote>".utf8) { depth += 1 }
      if body.utf8[tag...].starts(with: "</blockquote>".utf8) { depth -= 1 }
      place = body.utf8[tag...].firstIndex(of: UInt8(ascii: ">")).map { body.utf8.index(after: $0) } ?? body.endIndex
      if depth == 0 { break }
    }
    if depth > 0 { return body.endIndex }
    return body.utf8[place...].firstIndex { $0 != UInt8(ascii: "\n") } ?? body.endIndex
  }
}
