extension Article {
  /// What the author says in short; empty if ``summary`` is only an excerpt of the body.
  package var takeaway: String { summaryIsExcerpt ? "" : summary }

  /// Whether the first thing in the body is a paragraph that begins with the summary, as far as that is not cut by "…":
  /// who shows both would say it twice.
  package var bodyBeginsWithSummary: Bool {
    guard !summary.isEmpty, body.utf8.starts(with: "<p>".utf8) else { return false }
    let cut = summary.utf8.suffix(3).elementsEqual("…".utf8) ? 3 : 0
    var rest = summary.utf8.dropLast(cut).lazy.flatMap(escaped).makeIterator()
    var wanted = rest.next()
    var isInTag = false
    for byte in body.utf8.dropFirst(3) where wanted != nil {
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">") where isInTag: isInTag = false
      default:
        guard !isInTag else { continue }
        guard wanted == (byte == 0xA ? 0x20 : byte) else { return false }
        wanted = rest.next()
      }
    }
    return wanted == nil
  }
}

/// A byte of text as bodies are written.
private func escaped(_ byte: UInt8) -> [UInt8] {
  switch byte {
  case UInt8(ascii: "&"): Array("&amp;".utf8)
  case UInt8(ascii: "<"): Array("&lt;".utf8)
  case UInt8(ascii: ">"): Array("&gt;".utf8)
  case UInt8(ascii: "\""): Array("&quot;".utf8)
  default: [byte]
  }
}
