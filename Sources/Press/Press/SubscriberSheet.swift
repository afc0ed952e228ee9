internal import Text
package import Model
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

  /// The result of an import.
  package struct Result {
    package fileprivate(set) var tally: [EnrolmentResult: Int] = [:]
    /// The first ``mostFaults`` faults.
    package fileprivate(set) var faults: [Fault] = []
    /// The number of all faults, by kind.
    package fileprivate(set) var faultCounts: [String: Int] = [:]
    /// Rows that are not confirmed because their cell is neither a yes nor a no.
    package fileprivate(set) var silent = 0
    /// Notices about how the file was read.
    package fileprivate(set) var notices: [String] = []

    package static let mostFaults = 50

    package var faultCount: Int { faultCounts.values.reduce(0, +) }

    package var summary: String {
      let names: [(EnrolmentResult, String)] = [
        (.added, "added"), (.changed, "changed"), (.unchanged, "unchanged"), (.ended, "recorded as ended"),
        (.staysEnded, "left before and not brought back"), (.suppressed, "suppressed"),
      ]
      let parts = names.compactMap { kind, name in tally[kind].map { "\($0) \(name)" } }
      let skipped = faultCount == 0 ? [] : ["\(faultCount) skipped" + ofUnknownStatus]
      let unsaid = silent == 0 ? [] : ["\(silent) not confirmed for want of a yes"]
      let all = parts + unsaid + skipped
      return all.isEmpty ? "no rows" : all.joined(separator: ", ")
    }

    private var ofUnknownStatus: String {
      faultCounts[SheetRow.unknownStatus].map { " (\($0) \(SheetRow.unknownStatus))" } ?? ""
    }

    /// How many more faults there are than in ``faults``, by kind; nil if there are none.
    package var restOfFaults: String? {
      guard faultCount > faults.count else { return nil }
      let kinds = faultCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let all = kinds.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      return "and \(faultCount - faults.count) more rows skipped; in all \(all)"
    }
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
        line: headerLine, sentence: "no column is called `digest`; say which one these people read: --digest NAME")
    }
  }

  /// Enrols every good row. Throws a ``Fault``, and enrols no one, if all are to be confirmed and a row may mean no.
  package func enrol(in ledger: any ConsentLog, at now: Instant) throws -> Result {
    var reader = SheetRow(header: header, site: site, options: options, everybody: everybody, now: now)
    reader.isOfLeavers = try holdsLeavers(reader)
    var result = Result()
    result.notices = notices
    let noes = try look(reader, &result)
    var outvoted = 0
    try enrol(in: ledger, at: now, reader, &result) { row in
      guard !row.saysNo else { return false }
      if noes.contains(row) { outvoted += 1 }
      return !noes.contains(row)
    }
    if !noes.isEmpty { try enrol(in: ledger, at: now, reader, &result) { $0.saysNo } }
    if outvoted > 0 {
      result.notices.append(
        "\(outvoted) \(outvoted == 1 ? "row says" : "rows say") yes of somebody of whom another says no; the no holds")
    }
    return result
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
  package static var programs: [String] { SheetProgram.known.map(\.name) }

  private var notices: [String] {
    let program = header.program.map { "read as an export of \($0.name)" }
    let word: String? =
      switch everybody {
      case .ended: "by the file's name, everybody in it has unsubscribed"
      case .bounced: "by the file's name, mail to everybody in it came back"
      case .complained: "by the file's name, everybody in it complained"
      case .pending: "by the file's name, nobody in it has subscribed"
      default: nil
      }
    return [program, word, header.ignoredSentence].compactMap(\.self)
  }
}

extension SubscriberSheet {
  /// Mailchimp's files have the columns `UNSUB_TIME` and `CLEAN_TIME` even if all their cells are empty.
  private func holdsLeavers(_ reader: SheetRow) throws -> Bool {
    guard header.program?.confirmsByDate == true, header.has(.saysEnded) || header.has(.saysBounced) else {
      return false
    }
    var holds = false
    try eachRow(reader) { row, _ in
      if !holds, case .success(let row) = row { holds = reader.isOfLeaver(row.fields) }
    }
    return holds
  }

  /// The first reading.
  private func look(_ reader: SheetRow, _ result: inout Result) throws -> Noes {
    var noes = Noes()
    var legacy: Int?
    var doubts = 0
    var first: SheetDoubt?
    try eachRow(reader) { row, enrolment in
      if legacy == nil, case .success(let row) = row, row.isWindows1252 { legacy = row.line }
      switch enrolment {
      case .success(let enrolment):
        if enrolment.saysNo { noes.insert(enrolment) }
        if options.isConfirmed, case .success(let row) = row, reader.isSilent(row.fields, enrolment) {
          result.silent += 1
        }
        guard case .success(let row) = row, let doubt = reader.doubt(row.fields, enrolment) else { return }
        if options.isConfirmed { throw Fault(line: row.line, sentence: doubt.sentence) }
        doubts += 1
        first = first ?? doubt
      case .failure(let fault):
        if result.faults.count < Result.mostFaults {
          result.faults.append(Fault(line: fault.line, sentence: fault.sentence))
        }
        result.faultCounts[fault.kind, default: 0] += 1
      }
    }
    if let first {
      result.notices.append(
        "\(doubts) \(doubts == 1 ? "row is" : "rows are") not confirmed by this file: " + first.sentence)
    }
    if result.silent > 0 {
      let rows = result.silent == 1 ? "1 row is" : "\(result.silent) rows are"
      result.notices.append(
        "\(rows) not confirmed: the cell under `\(forDisplay(header.nameOfWish, atMost: 60))` is empty, which is no yes; "
          + "write yes there, or map the column to `ignore`")
    }
    if let legacy {
      result.notices.append("line \(legacy) is not UTF-8; it and others like it were read as windows-1252")
    }
    return noes
  }

  /// Enrols in batches, so that a run can send in between.
  private func enrol(
    in ledger: any ConsentLog, at now: Instant, _ reader: SheetRow, _ result: inout Result,
    _ isWanted: (Enrolment) -> Bool
  ) throws {
    let offered = Set(site.digests.map(\.name))
    var tally = result.tally
    var batch: [Enrolment] = []
    func flush() throws {
      for outcome in try ledger.enrol(batch, offered: offered, at: now) { tally[outcome, default: 0] += 1 }
      batch.removeAll(keepingCapacity: true)
    }
    try eachRow(reader) { _, enrolment in
      if case .success(let enrolment) = enrolment, isWanted(enrolment) { batch.append(enrolment) }
      if batch.count == 5000 { try flush() }
    }
    try flush()
    result.tally = tally
  }

  private struct RowFault: Error {
    let line: Int
    let sentence: String
    let kind: String
  }

  private typealias ReadRow = Swift.Result<CSVReader.Row, CSVReader.Fault>

  private func eachRow(
    _ reader: SheetRow, _ body: (ReadRow, Swift.Result<Enrolment, RowFault>) throws -> Void
  ) throws {
    try file.read { piece in
      var rows = CSVReader(piece)
      _ = rows.next()
      while let row = rows.next() {
        let enrolment = enrolment(row, reader)
        try body(row, enrolment)
      }
    }
  }

  private func enrolment(_ row: ReadRow, _ reader: SheetRow) -> Swift.Result<Enrolment, RowFault> {
    switch row {
    case .failure(let fault):
      return .failure(RowFault(line: fault.line, sentence: fault.sentence, kind: "that cannot be read"))
    case .success(let row):
      do throws(SheetRow.Fault) {
        return .success(try reader.enrolment(row.fields))
      } catch {
        return .failure(RowFault(line: row.line, sentence: error.sentence, kind: error.kind))
      }
    }
  }
}

/// The readers with a no in the file, for one digest or for all.
private struct Noes {
  /// Hashes of address and digest, or of the address alone if it must never be mailed again. If two collide by chance,
  /// both are excluded, which is the harmless mistake.
  private var numbers = Set<Int>()

  var isEmpty: Bool { numbers.isEmpty }

  mutating func insert(_ row: Enrolment) {
    numbers.insert(row.suppression == nil ? Self.number(row.address, row.digest) : Self.number(row.address, nil))
  }

  func contains(_ row: Enrolment) -> Bool {
    numbers.contains(Self.number(row.address, row.digest)) || numbers.contains(Self.number(row.address, nil))
  }

  private static func number(_ address: EmailAddress, _ digest: String?) -> Int {
    var hasher = Hasher()
    hasher.combine(address.canonical)
    hasher.combine(digest)
    return hasher.finalize()
  }
}

extension Site {
  /// A sentence about a followed feed that the digest lacks; nil if it has all of them.
  package func unknownFeed(of following: Following, in digest: Digest) -> String? {
    guard case .some(let names) = following else { return nil }
    let known = feeds(of: digest).map(\.name)
    return names.first { !known.contains($0) }.map { name in
      "the digest \(digest.name) has no feed `\(name)`." + suggestion(for: name.text, among: known.map(\.text))
    }
  }
}

extension OpenedSite {
  package func unknownFeed(of following: Following, in digest: Digest) -> String? {
    site.unknownFeed(of: following, in: digest)
  }
}

extension String {
  package var trimmingSpaces: String {
    // Fast path for nearly all fields: nothing to trim, no need to look at Characters.
    if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
      return self
    }
    let isSpace = { (character: Character) in character.isWhitespace }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
