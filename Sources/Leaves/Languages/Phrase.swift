/// A word or sentence with placeholders: `Issue {number}`.
package struct Phrase: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case text(String)
    /// Its name: lower-case letters and `_`.
    case place(String)
  }

  package let pieces: [Piece]

  /// Nil if a brace has no partner, or the braces do not enclose a name.
  package init?(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { return nil }
      let name = rest[rest.index(after: brace)..<end]
      guard !name.isEmpty, name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x5F }) else { return nil }
      if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
      pieces.append(.place(String(name)))
      rest = rest[rest.index(after: end)...]
    }
    self.pieces = rest.isEmpty ? pieces : pieces + [.text(String(rest))]
  }

  package var places: Set<String> {
    Set(pieces.compactMap { if case .place(let name) = $0 { name } else { nil } })
  }

  /// Fills each placeholder; one without a value becomes empty.
  func filled(_ values: [String: String]) -> String { filled { values[$0] ?? "" } }

  func filled(_ value: (String) -> String) -> String {
    var filled = ""
    for piece in pieces {
      switch piece {
      case .text(let text): filled += text
      case .place(let name): filled += value(name)
      }
    }
    return filled
  }
}
