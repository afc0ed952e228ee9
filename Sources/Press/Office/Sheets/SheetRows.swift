internal import Model
internal import Text

/// The rows of a sheet below its header, each with what it states about a reader.
struct SheetRows {
  let file: SheetFile
  var reader: SheetRow

  struct Entry {
    /// Nil if it is not CSV.
    let row: CSVReader.Row?
    let enrolment: Result<Enrolment, Fault>
  }

  struct Fault: Error {
    let line: Int
    let sentence: String
    /// The words that finish "rows …" in a summary.
    let kind: String
  }

  /// Reads the file from its beginning.
  func forEach(_ body: (Entry) throws -> Void) throws {
    try file.read { piece in
      var rows = CSVReader(piece)
      _ = rows.next()
      while let row = rows.next() { try body(entry(row)) }
    }
  }

  private func entry(_ row: Result<CSVReader.Row, CSVReader.Fault>) -> Entry {
    switch row {
    case .failure(let fault):
      let unreadable = Fault(line: fault.line, sentence: fault.sentence, kind: "that cannot be read")
      return Entry(row: nil, enrolment: .failure(unreadable))
    case .success(let row):
      return Entry(row: row, enrolment: enrolment(row))
    }
  }

  private func enrolment(_ row: CSVReader.Row) -> Result<Enrolment, Fault> {
    do throws(SheetRow.Fault) {
      return .success(try reader.enrolment(row.fields))
    } catch {
      return .failure(Fault(line: row.line, sentence: error.sentence, kind: error.kind))
    }
  }
}
