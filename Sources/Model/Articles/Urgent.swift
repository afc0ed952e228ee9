/// What readers must do at once, such as to call for help the same day: `> [!urgent]` in an article.
///
/// It is at the beginning of ``Article/body``, as quotations, so that every view of the body shows it first.
extension Article {
  /// How such a quotation begins in a body; attributes may follow.
  package static let urgentStart = "<blockquote class=\"urgent\""

  private static let startOfQuotation = "<blockquote"
  private static let endOfQuotation = "</blockquote>"

  /// The contents of the quotations that the body begins with.
  package var urgentNotes: [Substring] {
    quotations.map { place in
      let inside = body[place].dropLast(Self.endOfQuotation.count).drop { $0 != ">" }.dropFirst()
      return inside.first == "\n" ? inside.dropFirst() : inside
    }
  }

  /// The body without them.
  package var bodyAfterUrgent: Substring {
    guard let end = quotations.last?.upperBound else { return body[...] }
    return body[end...].drop { $0 == "\n" }
  }

  /// Their places.
  private var quotations: [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var start = body.startIndex
    while body.utf8[start...].starts(with: Self.urgentStart.utf8), let end = endOfQuotation(from: start) {
      found.append(start..<end)
      start = body.utf8[end...].firstIndex { $0 != UInt8(ascii: "\n") } ?? body.endIndex
    }
    return found
  }

  /// The index after the quotation that begins at `start`; nil if it never ends.
  private func endOfQuotation(from start: String.Index) -> String.Index? {
    var depth = 0
    var place = start
    while let tag = body.utf8[place...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = body.utf8[tag...]
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      place = body.utf8.index(after: close)
      if rest.starts(with: Self.startOfQuotation.utf8) { depth += 1 }
      if rest.starts(with: Self.endOfQuotation.utf8) {
        depth -= 1
        if depth == 0 { return place }
      }
    }
    return nil
  }
}
