/// A part of a template, before standalone lines and nesting are processed.
enum Piece {
  /// As it will appear in the document.
  case text([UInt8])
  /// `{{x}}`, `{{{x}}}`
  case value(Tag)
  /// `{{#x}}`
  case section(Tag)
  /// `{{^x}}`
  case inverted(Tag)
  /// `{{$x}}`
  case block(String)
  /// `{{> x}}`: the full name
  case partial(String)
  /// `{{< x}}`: the full name
  case parent(String)
  /// `{{/x}}`
  case close
  /// `{{! }}`
  case comment

  /// Whether a line with nothing else on it produces no line in the document (Mustache: standalone tags).
  var mayStandAlone: Bool {
    switch self {
    case .text, .value: false
    default: true
    }
  }
}

/// A piece, and the white space before it if it is alone on its line.
struct PlacedPiece {
  let piece: Piece
  let indentation: [UInt8]?
}

/// Removes the lines of standalone tags from the text around them.
func placed(_ pieces: [Piece]) -> [PlacedPiece] {
  let pieces = joined(pieces)
  var cuts = [(start: Int, end: Int)](repeating: (0, 0), count: pieces.count)
  var placed: [PlacedPiece] = []
  for (index, piece) in pieces.enumerated() {
    var indentation: [UInt8]?
    if piece.mayStandAlone, let before = blankBefore(index, pieces), let after = blankAfter(index, pieces) {
      indentation = before
      if index > 0 { cuts[index - 1].end = before.count }
      if index + 1 < pieces.count { cuts[index + 1].start = after }
    }
    placed.append(PlacedPiece(piece: piece, indentation: indentation))
  }
  return zip(placed, cuts).map { one, cut in
    guard case .text(let text) = one.piece else { return one }
    let end = max(text.count - cut.end, cut.start)
    return PlacedPiece(piece: .text(Array(text[cut.start..<end])), indentation: nil)
  }
}

/// Joins adjacent pieces of text.
private func joined(_ pieces: [Piece]) -> [Piece] {
  var joined: [Piece] = []
  for piece in pieces {
    if case .text(let text) = piece, case .text(let before)? = joined.last {
      joined[joined.count - 1] = .text(before + text)
    } else {
      joined.append(piece)
    }
  }
  return joined
}

/// The spaces between the beginning of the line and the piece; nil if there is anything else.
private func blankBefore(_ index: Int, _ pieces: [Piece]) -> [UInt8]? {
  guard index > 0 else { return [] }
  guard case .text(let text) = pieces[index - 1] else { return nil }
  let blank = text.reversed().prefix(while: isBlank).count
  guard blank < text.count ? text[text.count - 1 - blank] == UInt8(ascii: "\n") : index == 1 else { return nil }
  return Array(text.suffix(blank))
}

/// The number of bytes up to and including the end of the line; nil if there is anything but white space.
private func blankAfter(_ index: Int, _ pieces: [Piece]) -> Int? {
  guard index + 1 < pieces.count else { return 0 }
  guard case .text(let text) = pieces[index + 1] else { return nil }
  let blank = text.prefix(while: isBlank).count
  let rest = text[blank...]
  if rest.isEmpty { return index + 2 == pieces.count ? blank : nil }
  if rest.starts(with: "\r\n".utf8) { return blank + 2 }
  return rest.first == UInt8(ascii: "\n") ? blank + 1 : nil
}

func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
