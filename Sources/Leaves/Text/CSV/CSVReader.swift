/// Reads comma-separated values (RFC 4180) row by row, from pieces of any size: only one row and
/// one piece are in memory.
///
/// Lines end in CRLF, LF or CR; fields may be quoted, with quotes inside doubled. Rows that SwiftCSV silently
/// pads or cuts (short and long ones) are returned as they are, and an unclosed quote is an error with its line.
/// Reads UTF-8, UTF-16 with a byte order mark, and rows that are not UTF-8 as windows-1252. Skips rows that
/// contain only separators and spaces.
package struct CSVReader: Sequence, IteratorProtocol {
  package struct Row: Hashable, Sendable {
    /// 1-based line on which the row begins.
    package let line: Int
    package let fields: [String]
    /// Whether the row was not valid UTF-8 and was read as windows-1252.
    package var isWindows1252 = false
  }

  package struct Fault: Error, Hashable, Sendable {
    package let line: Int
    package let sentence: String
  }

  /// More than any spreadsheet cell holds; the limit for finding a closing quote.
  private static let longestField = 1_048_576

  private var pieces: CSVPieces
  private var bytes: [UInt8] = []
  private var position = 0
  private var line = 1
  /// Set when the first line is read.
  private var separator: UInt8?

  /// - Parameter piece: the next bytes of the file; empty at its end.
  package init(_ piece: @escaping () -> [UInt8]) { pieces = CSVPieces(piece) }

  /// The next row, or what is wrong with it; after a fault, reading continues with the next line.
  package mutating func next() -> Result<Row, Fault>? {
    if separator == nil { begin() }
    while true {
      forgetWhatWasRead()
      while let byte = peek(), Self.endsLine(byte) { endLine() }
      guard peek() != nil else { return nil }
      let start = line
      do throws(Fault) {
        let row = try row(start)
        if row.fields.contains(where: { $0.contains { !$0.isWhitespace } }) { return .success(row) }
      } catch {
        skipLine()
        return .failure(error)
      }
    }
  }

  private mutating func row(_ start: Int) throws(Fault) -> Row {
    var row = Row(line: start, fields: [])
    var fields: [String] = []
    while true {
      let field = try peek() == UInt8(ascii: "\"") ? quoted() : plain()
      fields.append(try text(field, &row.isWindows1252))
      guard let byte = peek(), byte == separator else { break }
      position += 1
    }
    if peek() != nil { endLine() }
    return Row(line: start, fields: fields, isWindows1252: row.isWindows1252)
  }
}

extension CSVReader {
  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func peek() -> UInt8? {
    if position == bytes.count, !fill() { return nil }
    return bytes[position]
  }

  private mutating func fill() -> Bool {
    guard let piece = pieces.next() else { return false }
    bytes += piece
    return true
  }

  private mutating func forgetWhatWasRead() {
    guard position >= 65_536 || position == bytes.count else { return }
    bytes.removeFirst(position)
    position = 0
  }

  private mutating func plain() throws(Fault) -> [UInt8] {
    let start = position
    while let byte = peek(), byte != separator, !Self.endsLine(byte) {
      position += 1
      guard position - start <= Self.longestField else { throw tooLong }
    }
    return Array(bytes[start..<position])
  }

  private mutating func quoted() throws(Fault) -> [UInt8] {
    let start = (line: line, position: position)
    var field: [UInt8] = []
    position += 1
    while let byte = peek(), position - start.position <= Self.longestField {
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard peek() == byte else {
          guard isAtEndOfField else { break }
          return field
        }
        position += 1
      } else if byte == 0x0A {
        line += 1
      }
      field.append(byte)
    }
    // Only its first line is skipped, so the rows after a forgotten quote are still read.
    line = start.line
    position = start.position
    throw Fault(line: line, sentence: "a quoted field is not closed; double a quote inside a quoted field")
  }

  private var isAtEndOfField: Bool {
    mutating get {
      guard let byte = peek() else { return true }
      return byte == separator || Self.endsLine(byte)
    }
  }

  private var tooLong: Fault { Fault(line: line, sentence: "a field is longer than 1 MB") }

  private func text(_ field: [UInt8], _ isWindows1252: inout Bool) throws(Fault) -> String {
    if let text = String(validating: field, as: UTF8.self) { return text }
    guard !pieces.isMarked, let text = windows1252(field) else {
      throw Fault(line: line, sentence: "this is not UTF-8; save the file as UTF-8")
    }
    isWindows1252 = true
    return text
  }

  private mutating func endLine() {
    if bytes[position] == 0x0D {
      position += 1
      if peek() == 0x0A { position += 1 }
    } else {
      position += 1
    }
    line += 1
  }

  private mutating func skipLine() {
    while let byte = peek(), !Self.endsLine(byte) {
      position += 1
      forgetWhatWasRead()
    }
  }

  /// Finds the separator: the one in a first line `sep=;` (Excel's), otherwise the most frequent one in the first line,
  /// outside quotes. Spreadsheets in half of Europe use semicolons and tabs.
  private mutating func begin() {
    var head: [UInt8] = []
    var isQuoted = false
    while let byte = peek(), isQuoted || !Self.endsLine(byte), position < Self.longestField {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() } else if !isQuoted { head.append(byte) }
      position += 1
    }
    let whole = Array(bytes[..<position])
    position = 0
    let declared = whole.filter { $0 != UInt8(ascii: "\"") }
    if declared.count == 5, String(decoding: declared.prefix(4), as: UTF8.self).lowercased() == "sep=" {
      separator = declared[4]
      position = whole.count
      return
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    let counts = candidates.map { candidate in head.count { $0 == candidate } }
    let most = counts.max() ?? 0
    separator = most == 0 ? UInt8(ascii: ",") : zip(candidates, counts).first { $1 == most }?.0
  }
}
