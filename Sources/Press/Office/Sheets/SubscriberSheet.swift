package import Model
internal import Text
package import Time

/// Subscribers in a CSV file: those that `export` writes, and the lists of other programs.
///
/// The file is read three times, so that a reader with a no anywhere is never confirmed in between: for the faults and
/// the noes, for readers who want mail, and for those who do not. Memory holds a batch, the first faults, and a number
/// for each no.
package struct SubscriberSheet {
  /// The operator's options for the file.
  package struct Options: Sendable {
    /// The digest of all readers in the file, regardless of any column.
    package var digest: String?
    /// Whether readers about whom the file states nothing else have consented.
    package var isConfirmed = false
    /// The meanings of columns, by header.
    package var map: [String: String] = [:]
    /// The origin to record for subscriptions that the file begins or confirms.
    package var channel: String

    package init(channel: String) { self.channel = channel }
  }

  package struct Fault: Error, Hashable, Sendable {
    package let line: Int
    package let sentence: String
  }

  private let file: SheetFile
  private let header: SheetHeader
  private let headerLine: Int
  private let site: Site
  private let options: Options

  /// Reads the header line. Throws if it lacks a required column.
  package init(_ file: SheetFile, site: Site, options: Options) throws {
    self.file = file
    self.site = site
    self.options = options
    let first = try file.read { piece in
      var rows = CSVReader(piece)
      return rows.next()
    }
    switch first {
    case nil: throw Fault(line: 1, sentence: "the file is empty; its first line must name the columns")
    case .failure(let fault): throw Fault(line: fault.line, sentence: fault.sentence)
    case .success(let row):
      headerLine = row.line
      do throws(SheetHeader.Fault) {
        header = try SheetHeader(row.fields, map: options.map)
      } catch {
        throw Fault(line: row.line, sentence: error.sentence)
      }
    }
    guard options.digest != nil || header.has(.digest) else {
      throw Fault(
        line: headerLine, sentence: "no column is called `digest`; name the digest with --digest NAME")
    }
  }

  /// Enrols every good row. Throws a ``Fault``, and enrols no one, if all are to be confirmed and a row may mean no.
  ///
  /// - Parameter consent: the readers' history, which is imported afterwards.
  package func enrol(in ledger: any ConsentLog, with consent: ConsentSheet? = nil, at now: Instant) throws -> Result {
    let rows = try rows(at: now)
    var first = FirstReading(rows.reader)
    try rows.forEach { entry in try first.add(entry) }
    var result = first.result
    result.notices = notices + first.notices
    var batches = EnrolmentBatches(
      ledger, offered: Set(site.digests.map(\.name)), history: consent?.history, at: now)
    let outvoted = try enrolWilling(rows, but: first.noes, in: &batches)
    if !first.noes.isEmpty { try enrolUnwilling(rows, in: &batches) }
    result.tally = batches.tally
    if outvoted > 0 {
      result.notices.append(
        "\(outvoted) \(outvoted == 1 ? "row says" : "rows say") yes about a reader, but another row says no; the no wins"
      )
    }
    return result
  }

  /// Returns how many rows another row says no to.
  private func enrolWilling(_ rows: SheetRows, but noes: Noes, in batches: inout EnrolmentBatches) throws -> Int {
    var outvoted = 0
    try rows.forEach { entry in
      guard case .success(let row) = entry.enrolment, !row.saysNo else { return }
      if noes.contains(row) { outvoted += 1 } else { try batches.add(row) }
    }
    try batches.flush()
    return outvoted
  }

  private func enrolUnwilling(_ rows: SheetRows, in batches: inout EnrolmentBatches) throws {
    try rows.forEach { entry in
      if case .success(let row) = entry.enrolment, row.saysNo { try batches.add(row) }
    }
    try batches.flush()
  }

  private func rows(at now: Instant) throws -> SheetRows {
    let reader = SheetRow(header: header, site: site, options: options, everybody: everybody, now: now)
    var rows = SheetRows(file: file, reader: reader)
    rows.reader.isOfLeavers = try holdsLeavers(rows)
    return rows
  }

  /// Mailchimp's files have the columns `UNSUB_TIME` and `CLEAN_TIME` even if all their cells are empty.
  private func holdsLeavers(_ rows: SheetRows) throws -> Bool {
    guard header.program?.confirmsByDate == true, header.has(.saysEnded) || header.has(.saysBounced) else {
      return false
    }
    var holds = false
    try rows.forEach { entry in
      if !holds, let row = entry.row { holds = rows.reader.isOfLeaver(row.fields) }
    }
    return holds
  }

  /// The status that the file's name gives. Mailchimp and Sendy write unsubscribed and bounced readers to separate
  /// files: Mailchimp's names begin with the word, Sendy's (`weekly-marked-as-spam.csv`) end with it.
  private var everybody: SheetWord? {
    let words = file.baseName.lowercased().prefix { $0 != "." }.split { !$0.isLetter && !$0.isNumber }
    guard let first = words.first, let last = words.last else { return nil }
    if first == "unsubscribed" || last == "unsubscribed" { return .ended }
    if first == "cleaned" || last == "bounced" { return .bounced }
    if words.suffix(3).elementsEqual(["marked", "as", "spam"]) { return .complained }
    return first == "nonsubscribed" || last == "unconfirmed" ? .pending : nil
  }

  /// The programs whose exports are recognised.
  package static var programs: [String] {
    var named = Set<String>()
    return SheetProgram.known.map(\.name).filter { named.insert($0).inserted }
  }

  private var notices: [String] {
    let program = header.program.map { "read as an export of \($0.name)" }
    let word: String? =
      switch everybody {
      case .ended: "by the file's name, all readers in it have unsubscribed"
      case .bounced: "by the file's name, mail to all readers in it bounced"
      case .complained: "by the file's name, all readers in it complained"
      case .pending: "by the file's name, no one in it has subscribed"
      default: nil
      }
    return [program, word, header.ignoredSentence].compactMap(\.self)
  }
}
