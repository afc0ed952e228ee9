/// The non-empty cells of a row, by the meaning of their columns.
///
/// A list, not a dictionary: a row has so few cells that comparing their meanings is faster than hashing them.
struct SheetCells {
  private var cells: [(column: SheetColumn, cells: [String])] = []

  /// Nil if the row has none with this meaning.
  subscript(column: SheetColumn) -> [String]? { cells.first { $0.column == column }?.cells }

  mutating func append(_ cell: String, to column: SheetColumn) {
    if let place = cells.firstIndex(where: { $0.column == column }) {
      cells[place].cells.append(cell)
    } else {
      cells.append((column, [cell]))
    }
  }
}
