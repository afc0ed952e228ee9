extension Article {
  /// The author's summary; empty if ``summary`` is only an excerpt of the body.
  package var takeaway: String { summaryIsExcerpt ? "" : summary }

  /// Whether the body, after urgent notes, begins with a paragraph that begins with the summary (up to its "…"), so that
  /// showing both would repeat it.
  package var bodyBeginsWithSummary: Bool {
    let body = bodyAfterUrgent
    guard !summary.isEmpty, body.utf8.starts(with: "<p>".utf8) else { return false }
    let isCut = summary.utf8.suffix(3).elementsEqual("…".utf8)
    var text = BodyText(body.utf8.dropFirst(3))
    for byte in summary.utf8.dropLast(isCut ? 3 : 0) {
      guard let reference = reference(for: byte) else {
        guard text.next() == byte else { return false }
        continue
      }
      for sign in reference.utf8 { guard text.next() == sign else { return false } }
    }
    return true
  }
}

/// The text of an HTML fragment, byte by byte, with character references unresolved. A line ending counts as a space.
private struct BodyText: IteratorProtocol {
  private var bytes: Substring.UTF8View.Iterator

  init(_ html: Substring.UTF8View) { bytes = html.makeIterator() }

  mutating func next() -> UInt8? {
    while let byte = bytes.next() {
      guard byte == UInt8(ascii: "<") else { return byte == 0xA ? 0x20 : byte }
      while let inside = bytes.next(), inside != UInt8(ascii: ">") {}
    }
    return nil
  }
}

/// The character reference used for a byte in bodies; nil if it needs none.
private func reference(for byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  default: nil
  }
}
