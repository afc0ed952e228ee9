internal import Text

/// The number of cells in a Markdown table, estimated before parsing.
///
/// cmark-gfm fills every row up to the width of the header, so 24 kB of text can produce ten million cells (2.7 GB).
/// The delimiter row (`|---|:-:|`) determines the width; the table ends at the latest at an empty line.
enum TableSize {
  /// A table with more cells is rejected.
  static let most = 200_000

  /// The line (1-based) of the delimiter row of the first table that is too large.
  static func lineOfTooLargeTable(in text: String) -> Int? {
    // Without a bar, a table has one column.
    if text.utf8.count <= most, !text.holds({ $0.equal(to: UInt8(ascii: "|")) }) { return nil }
    var line = 0
    var columns = 0
    var start = 0
    var cells = 0
    for row in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if row.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        columns = 0
        cells = 0
      } else if let width = delimiterColumns(row) {
        columns = max(columns, width)
        start = line
        cells = 0
      } else if columns > 0 {
        cells += columns
        if cells > most { return start }
      }
    }
    return nil
  }

  /// The columns of a delimiter row; nil for any other line. Markers of lists and quotations before it are ignored.
  private static func delimiterColumns(_ row: Substring.UTF8View) -> Int? {
    guard row.contains(UInt8(ascii: "-")),
      row.allSatisfy({ "|-: \t>*+0123456789.)\r".utf8.contains($0) })
    else { return nil }
    return row.count { $0 == UInt8(ascii: "|") } + 1
  }
}
