internal import Model
internal import Text

/// The findings of the first reading of a sheet: its faults, and the people it refuses.
struct FirstReading {
  private let reader: SheetRow
  private(set) var noes = Noes()
  /// The faults, and how many rows are silent.
  private(set) var result = SubscriberSheet.Result()
  private var doubts = 0
  private var firstDoubt: SheetDoubt?
  /// The first line that is not UTF-8.
  private var legacyLine: Int?

  init(_ reader: SheetRow) { self.reader = reader }

  /// Throws if all are to be confirmed and this row may say no.
  mutating func add(_ entry: SheetRows.Entry) throws(SubscriberSheet.Fault) {
    if legacyLine == nil, let row = entry.row, row.isWindows1252 { legacyLine = row.line }
    switch entry.enrolment {
    case .failure(let fault): result.add(fault)
    case .success(let enrolment):
      if enrolment.saysNo { noes.insert(enrolment) }
      if let row = entry.row { try look(row, enrolment) }
    }
  }

  /// Whether a row confirms nobody for want of a yes that can be understood.
  private mutating func look(_ row: CSVReader.Row, _ enrolment: Enrolment) throws(SubscriberSheet.Fault) {
    let confirmsAll = reader.options.isConfirmed
    if confirmsAll, reader.isSilent(row.fields, enrolment) { result.silent += 1 }
    guard let doubt = reader.doubt(row.fields, enrolment) else { return }
    if confirmsAll { throw SubscriberSheet.Fault(line: row.line, sentence: doubt.sentence) }
    doubts += 1
    firstDoubt = firstDoubt ?? doubt
  }

  /// What the operator should know about the rows.
  var notices: [String] { [doubtSentence, silenceSentence, legacySentence].compactMap(\.self) }

  private var doubtSentence: String? {
    firstDoubt.map { doubt in
      "\(doubts) \(doubts == 1 ? "row is" : "rows are") not confirmed by this file: " + doubt.sentence
    }
  }

  private var silenceSentence: String? {
    guard result.silent > 0 else { return nil }
    let rows = result.silent == 1 ? "1 row is" : "\(result.silent) rows are"
    let column = forDisplay(reader.header.nameOfWish, atMost: 60)
    return
      "\(rows) not confirmed: the cell under `\(column)` is empty, not a yes; write "
      + "yes there, or map the column to `ignore`"
  }

  private var legacySentence: String? {
    legacyLine.map { "line \($0) is not UTF-8; it and others like it were read as windows-1252" }
  }
}
