internal import Model
internal import Themes

/// A part of an edition: the rendered template, and the cells for its placeholders.
struct EditionDocument {
  /// Styled or wrapped, with placeholders for the cells.
  let text: String
  let cells: [FrozenEdition.Cell]
  /// Includes the cells.
  private(set) var facts: DocumentFacts

  /// digest.html as rendered.
  init(html rendered: String, _ cells: IssueCells, _ theme: Theme) throws {
    let rendered = cells.tagged(html: rendered)
    let used = try Self.cells(in: rendered, cells)
    let styled = cells.inlining.inlined(rendered)
    if used.allSatisfy(\.cell.standsAlone), cells.inlining.isSelfContained, used.contains(where: \.isStyle) {
      self.init(styled, used)
    } else {  // the theme has its own styles, or a cell is in an unexpected place
      self.init(theme.inlined(Self.set(used, in: rendered)), [])
    }
  }

  /// digest.text as rendered.
  init(text rendered: String, _ cells: IssueCells) throws {
    let rendered = cells.tagged(text: rendered)
    let used = try Self.cells(in: rendered, cells)
    if used.allSatisfy(\.cell.standsAlone), let wrapped = Self.wrapped(rendered, used) {
      self.init(wrapped, used)
    } else {
      self.init(mailText(Self.set(used, in: rendered)), [])
    }
  }

  private init(_ text: String, _ used: [Used]) {
    self.text = text
    cells = used.map { .init(number: $0.number, content: $0.cell.content) }
    facts = DocumentFacts(text)
    for one in used { facts.add(one.cell.facts) }
  }
}

extension EditionDocument {
  private struct Used {
    let number: Int
    let cell: Cell
    var isStyle: Bool { number == IssueCells.style }
  }

  /// The cells of a document, each as often as its placeholder occurs.
  private static func cells(in rendered: String, _ cells: IssueCells) throws -> [Used] {
    try FrozenEdition.pieces(of: rendered).compactMap { piece in
      guard let number = piece.cell, let cell = try cells.cell(number) else { return nil }
      return Used(number: number, cell: cell)
    }
  }

  private static func set(_ used: [Used], in rendered: String) -> String {
    let contents = Dictionary(used.map { ($0.number, $0.cell.raw) }) { first, _ in first }
    return FrozenEdition.settingCells(in: rendered) { contents[$0] }
  }

  /// Nil if a placeholder is not alone on its line.
  private static func wrapped(_ rendered: String, _ used: [Used]) -> String? {
    let cells = Dictionary(used.map { (FrozenEdition.Cell.placeholder($0.number), $0.cell) }) { first, _ in first }
    var text = MailText()
    for bytes in rendered.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let line = Substring(bytes)
      if bytes.first == 1, let cell = cells[String(line)] {
        text.append(cell, mark: String(line))
      } else {
        if bytes.contains(1), FrozenEdition.pieces(of: String(line)).contains(where: { $0.cell != nil }) { return nil }
        text.append(line: line)
      }
    }
    return text.finished
  }
}
