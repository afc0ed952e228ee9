/// Reads comma-separated values (RFC 4180) strictly and a row at a time.
///
/// Line ends are CRLF, LF or CR; fields may be quoted, a quote inside is doubled. What SwiftCSV pads, cuts or swallows
/// silently (short rows, long rows, an open quote) is an error with its line. A byte order mark is skipped.
package struct CSVReader: Sequence, IteratorProtocol {
  package struct Row: Hashable, Sendable {
    /// 1-based line on which the row begins.
    package let line: Int
    package let fields: [String]
  }

  package struct Fault: Error, Hashable, Sendable {
    package let line: Int
    package let sentence: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private let separator: UInt8

  /// - Parameter separator: the byte between fields: a comma unless the first line says otherwise (semicolons and tabs
  ///   are what spreadsheets write in half of Europe).
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let header = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    separator = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].first(where: header.contains) ?? 0x2C
  }

  /// The next row, or what is wrong with it; after a fault reading goes on with the next line. Empty lines are skipped.
  package mutating func next() -> Result<Row, Fault>? {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { endLine() }
    guard position < bytes.count else { return nil }
    let start = line
    do throws(Fault) {
      return .success(Row(line: start, fields: try fields()))
    } catch {
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      return .failure(error)
    }
  }

  private mutating func fields() throws(Fault) -> [String] {
    var fields: [String] = []
    while true {
      let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
      fields.append(try text(isQuoted ? try quoted() : plain()))
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
    }
    if position < bytes.count { endLine() }
    return fields
  }

  private mutating func plain() -> [UInt8] {
    let start = position
    while position < bytes.count, ![separator, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    return Array(bytes[start..<position])
  }

  private mutating func quoted() throws(Fault) -> [UInt8] {
    let start = (line: line, position: position)
    var field: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == byte else {
          guard isAtEndOfField else { break }
          return field
        }
        position += 1
      } else if byte == 0x0A {
        line += 1
      }
      field.append(byte)
    }
    // Only the first line of it is given up, so that the rows after a forgotten quote are still read.
    (line, position) = start
    throw Fault(line: line, sentence: "a quoted field is not closed; a quote inside a quoted field is written twice")
  }

  private var isAtEndOfField: Bool {
    position == bytes.count || [separator, 0x0A, 0x0D].contains(bytes[position])
  }

  private func text(_ field: [UInt8]) throws(Fault) -> String {
    guard let text = String(validating: field, as: UTF8.self) else {
      throw Fault(line: line, sentence: "the text is not UTF-8; save the file as UTF-8")
    }
    return text
  }

  private mutating func endLine() {
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
    position += 1
    line += 1
  }
}

/// One line of CSV, fields quoted where they must be, ending in CRLF (RFC 4180 §2).
///
/// A field that begins with `=`, `+`, `-` or `@` is a formula to a spreadsheet: it gets a leading apostrophe.
package func csvLine(_ fields: [String]) -> String {
  fields.map { field in
    let isFormula = field.first.map { "=+-@\t".contains($0) } ?? false
    let safe = isFormula ? "'" + field : field
    let mustQuote = safe.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return mustQuote
      ? "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : safe
  }.joined(separator: ",") + "\r\n"
}
