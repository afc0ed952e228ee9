/// An edition as stored. Parts shared with other editions of its issue are cells, which are stored only once.
package struct FrozenEdition: Hashable, Sendable {
  package let feeds: [Feed.Name]
  package let subject: String
  /// Contains blanks, and the placeholder of each cell (``Cell/placeholder(_:)``).
  package let html: String
  /// Contains blanks, and the placeholders of cells.
  package let text: String
  /// The cells whose placeholders occur in `html` or `text`.
  package let cells: [Cell]
  /// See ``EditionKey/variant``.
  package var variant = 0

  package init(feeds: [Feed.Name], subject: String, html: String, text: String, cells: [Cell]) {
    self.feeds = feeds
    self.subject = subject
    self.html = html
    self.text = text
    self.cells = cells
  }

  /// A part shared by editions of an issue, for example an article as HTML.
  package struct Cell: Hashable, Sendable {
    /// Identifies the cell within the issue.
    package let number: Int
    /// May contain blanks, but no placeholders of cells.
    package let content: String

    package init(number: Int, content: String) {
      self.number = number
      self.content = content
    }

    /// The placeholder of a cell: `#7` between two U+0001, which external text never contains. No
    /// ``Edition/Blank`` has such a name.
    package static func placeholder(_ number: Int) -> String { "\u{1}#\(number)\u{1}" }
  }
}

extension FrozenEdition {
  package var key: EditionKey { EditionKey(feeds, variant: variant) }

  /// A variant of the usual edition, without cells: its articles, and so its cells, differ from the issue's.
  package func asVariant(_ number: Int) -> FrozenEdition {
    let whole = whole
    var edition = FrozenEdition(
      feeds: feeds, subject: subject, html: whole.html, text: whole.text, cells: [])
    edition.variant = number
    return edition
  }

  /// The edition with its cells inserted.
  package var whole: Edition {
    let contents = Dictionary(cells.map { ($0.number, $0.content) }) { first, _ in first }
    return Edition(
      feeds: feeds, subject: subject, html: Self.settingCells(in: html) { contents[$0] },
      text: Self.settingCells(in: text) { contents[$0] })
  }

  /// The document with its cells inserted; a placeholder without content stays.
  package static func settingCells(in document: String, _ content: (Int) throws -> String?) rethrows -> String {
    var out: [UInt8] = []
    out.reserveCapacity(max(document.utf8.count * 4, 1 << 16))
    for piece in pieces(of: document) {
      if let number = piece.cell, let content = try content(number) {
        out += content.utf8
      } else {
        out += piece.bytes
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The document as placeholders of cells and the bytes between them, in order.
  package static func pieces(of document: String) -> [(bytes: ArraySlice<UInt8>, cell: Int?)] {
    let bytes = Array(document.utf8)
    var pieces: [(ArraySlice<UInt8>, Int?)] = []
    var start = 0
    var place = 0
    while let open = bytes[place...].firstIndex(of: 1) {
      guard let (number, end) = cell(in: bytes, at: open) else {
        place = open + 1
        continue
      }
      if start < open { pieces.append((bytes[start..<open], nil)) }
      pieces.append((bytes[open..<end], number))
      start = end
      place = end
    }
    return start < bytes.count ? pieces + [(bytes[start...], nil)] : pieces
  }

  /// The number of the cell whose placeholder begins at `open`, and the end of the placeholder; nil if there is none.
  private static func cell(in bytes: [UInt8], at open: Int) -> (number: Int, end: Int)? {
    guard open + 1 < bytes.count, bytes[open + 1] == UInt8(ascii: "#") else { return nil }
    var number = 0
    var place = open + 2
    while place < bytes.count, (0x30...0x39).contains(bytes[place]), number < 1 << 32 {
      number = number * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    guard place > open + 2, place < bytes.count, bytes[place] == 1 else { return nil }
    return (number, place + 1)
  }
}
