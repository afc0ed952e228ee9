/// The non-empty cells of a row, by the meaning of their columns.
///
/// A list, not a dictionary: a row has few cells, and hashing their meanings took longer than to compare them.
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
