internal import Text
internal import Model
internal import Time

/// Turns a row of a list into statements about a reader. In doubt, the reader is not confirmed.
struct SheetRow {
  let header: SheetHeader
  let site: Site
  let options: SubscriberSheet.Options
  /// The status that the file's name gives to all readers in it; see ``SubscriberSheet``.
  let everybody: SheetWord?
  let now: Instant
  /// Whether a column has dates on which readers unsubscribed or mail bounced.
  var isOfLeavers = false
  private let followings = KnownFollowings()

  /// The fault of a row, and its kind.
  struct Fault: Error {
    let sentence: String
    let kind: String
  }

  func enrolment(_ fields: [String]) throws(Fault) -> Enrolment {
    let extra = fields.dropFirst(header.count)
    guard fields.count >= header.count, extra.allSatisfy({ $0.trimmed.isEmpty }) else {
      throw Fault(
        sentence: "\(fields.count) fields, but the first line names \(header.count) columns",
        kind: "with too many or too few fields")
    }
    let fields = plain(fields)
    let cells = header.cells(fields)
    let reader = try mailbox(cells)
    var row = Enrolment(address: reader.address, digest: try digest(cells))
    row.follows = try follows(cells, digest: row.digest)
    row.name = name(cells) ?? reader.name
    row.language = cells[.language]?.first
    row.origin = cells[.origin]?.first
    // If a list has a column for the origin, it applies to all rows.
    row.channel = header.has(.origin) ? nil : options.channel
    row.consentAt = try date(cells, .consentAt)
    row.pausedUntil = try pause(cells)
    try say(cells, in: &row)
    if header.doubt(fields) != nil, row.status == .confirmed, row.suppression == nil { row.status = nil }
    return row
  }

  /// Whether it has a date on which the reader unsubscribed or mail bounced.
  func isOfLeaver(_ fields: [String]) -> Bool {
    let cells = header.cells(plain(fields))
    return cells[.saysEnded] != nil || cells[.saysBounced] != nil
  }

  /// The cell that keeps a row from being confirmed, if nothing in it means no.
  func doubt(_ fields: [String], _ row: Enrolment) -> SheetDoubt? {
    row.saysNo || row.status == .pending ? nil : header.doubt(plain(fields))
  }

  /// Whether the cell is empty where other rows have a yes, and nothing else confirms the row.
  func isSilent(_ fields: [String], _ row: Enrolment) -> Bool {
    let cells = header.cells(plain(fields))
    return row.status == nil && !row.saysNo && header.has(.wantsMail) && cells[.wantsMail] == nil
      && cells[.status] == nil
  }

  static let unknownStatus = "with an unknown status"

  private func plain(_ fields: [String]) -> [String] { fields.map { unguarded($0.trimmed) } }

  private func mailbox(_ cells: SheetCells) throws(Fault) -> Mailbox {
    let text = cells[.email]?.first ?? ""
    if let address = EmailAddress(text) { return Mailbox(address: address) }
    let bare = text.lowercased().hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
    if let reader = Mailbox(bare) { return reader }
    throw Fault(
      sentence: "`\(forDisplay(text, atMost: 100))` is not an email address", kind: "without an email address")
  }

  private func digest(_ cells: SheetCells) throws(Fault) -> String {
    if let digest = options.digest { return digest }
    let name = cells[.digest]?.first ?? ""
    guard let digest = site.digest(name) else {
      throw Fault(
        sentence: "there is no digest `\(forDisplay(name, atMost: 100))`"
          + suggestion(for: name, among: site.digests.map(\.name)), kind: "for a digest that does not exist")
    }
    return digest.name
  }

  private func follows(_ cells: SheetCells, digest name: String) throws(Fault) -> Following? {
    guard let text = cells[.feeds]?.first else { return nil }
    if let known = followings[text, of: name] { return known }
    guard let follows = Following(text) else {
      throw Fault(sentence: "`feeds` must be comma-separated names, or *", kind: "with bad feeds")
    }
    if let digest = site.digest(name), let fault = site.unknownFeed(of: follows, in: digest) {
      throw Fault(sentence: fault, kind: "with bad feeds")
    }
    followings[text, of: name] = follows
    return follows
  }

  private func name(_ cells: SheetCells) -> String? {
    if let name = cells[.name]?.first { return name }
    let parts = [cells[.givenName]?.first, cells[.familyName]?.first].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// The cell must be a date even if its column is another program's: a reader who asked for no mail must get none.
  private func pause(_ cells: SheetCells) throws(Fault) -> Instant? {
    guard let text = cells[.pausedUntil]?.first, !SheetWord.isBlank(text) else { return nil }
    if let date = WrittenDate(text) ?? WrittenDate(foreign: text) { return date.instant(in: site.zone) }
    throw Fault(
      sentence: "`\(SheetColumn.pausedUntil.rawValue)` must be a date, for example 2026-11-23", kind: "with a bad date")
  }

  /// A date in our own columns must be valid; an invalid one of another program is ignored.
  private func date(_ cells: SheetCells, _ column: SheetColumn) throws(Fault) -> Instant? {
    guard let text = cells[column]?.first else { return nil }
    if let date = WrittenDate(text) ?? (header.isOwn(column) ? nil : WrittenDate(foreign: text)) {
      return date.instant(in: site.zone)
    }
    guard header.isOwn(column) else { return nil }
    throw Fault(sentence: "`\(column.rawValue)` must be a date, for example 2026-11-23", kind: "with a bad date")
  }
}

extension SheetRow {
  /// Any no wins: in the status, in a column, or in the file's name.
  private func say(_ cells: SheetCells, in row: inout Enrolment) throws(Fault) {
    let statuses = try words(cells)
    row.endedAt = try date(cells, .endedAt)
    let since = try date(cells, .suppressedAt) ?? row.endedAt ?? now
    let answers = (cells[.wantsMail] ?? []).compactMap { SheetAnswer($0, of: header.program) }
    let words = statuses + [everybody].compactMap(\.self) + answers.compactMap(\.word)
    if let reason = try reason(cells, words) { row.suppression = Suppression(reason: reason, since: since) }
    let endings = cells[.saysEnded]?.filter(SheetWord.isYes) ?? []
    if words.contains(.ended) || row.endedAt != nil || !endings.isEmpty {
      row.status = .ended
      let dates = endings.compactMap { WrittenDate($0) }
      row.endedAt = row.endedAt ?? dates.first?.instant(in: site.zone)
    } else if row.suppression != nil {
      row.status = row.consentAt == nil ? .pending : .confirmed
    } else if words.contains(.pending) {
      row.status = .pending
    } else {
      row.status = isConfirmed(cells, statuses.first) ? .confirmed : nil
    }
  }

  private func words(_ cells: SheetCells) throws(Fault) -> [SheetWord] {
    var words: [SheetWord] = []
    for text in cells[.status] ?? [] {
      guard let word = SheetWord(text, of: header.program) else {
        throw Fault(
          sentence: "`\(forDisplay(text, atMost: 60))` is not a status; use pending, confirmed, ended or suppressed",
          kind: Self.unknownStatus)
      }
      words.append(word)
    }
    return words
  }

  private func reason(_ cells: SheetCells, _ words: [SheetWord]) throws(Fault) -> Suppression.Reason? {
    let says = { (column: SheetColumn) in cells[column]?.contains(where: SheetWord.isYes) ?? false }
    if words.contains(.complained) || says(.saysComplained) { return .complaint }
    if words.contains(.bounced) || says(.saysBounced) { return .bounce }
    guard words.contains(.suppressed) || says(.saysBlocked) else { return nil }
    guard let text = cells[.reason]?.first else { return .operatorRequest }
    guard let reason = Suppression.Reason(rawValue: text.lowercased()), reason != .forgotten else {
      return .operatorRequest
    }
    return reason
  }

  private func isConfirmed(_ cells: SheetCells, _ word: SheetWord?) -> Bool {
    // If other rows have a yes, an empty cell is not one.
    let isSilent = word == nil && cells[.wantsMail] == nil && header.has(.wantsMail)
    if word == .confirmed || options.isConfirmed && !isSilent { return true }
    guard word == nil, let program = header.program else { return false }
    let isFlagged = cells[.wantsMail] != nil || cells[.saysEnded] != nil
    return program.confirmsByFlag && isFlagged || program.confirmsByDate && hasDate(cells)
  }

  /// Files of people who did not subscribe also contain the date of their consent.
  private func hasDate(_ cells: SheetCells) -> Bool {
    cells[.consentAt] != nil && !isOfLeavers
  }
}
