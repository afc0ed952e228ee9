internal import CSV
package import Model

/// Subscribers in a CSV file: `email,name,digest,feeds,status,language,consent_at,origin`, columns in any order.
package struct SubscriberSheet {
  package static let columns = ["email", "name", "digest", "feeds", "status", "language", "consent_at", "origin"]

  package struct Fault: Error {
    package let line: Int
    package let sentence: String
  }

  /// What became of the rows.
  package struct Result {
    package var tally: [EnrolmentResult: Int] = [:]
    package var faults: [Fault] = []

    package var summary: String {
      let names: [(EnrolmentResult, String)] = [
        (.added, "added"), (.changed, "changed"), (.unchanged, "unchanged"),
        (.left, "left before and not brought back"),
        (.suppressed, "suppressed"),
      ]
      let parts = names.compactMap { kind, name in tally[kind].map { "\($0) \(name)" } }
      let skipped = faults.isEmpty ? [] : ["\(faults.count) skipped"]
      return (parts + skipped).isEmpty ? "no rows" : (parts + skipped).joined(separator: ", ")
    }
  }

  private let header: [String]
  private let rows: CSVReader
  private let site: Site
  private let origin: String

  /// Reads the head of the file. Throws if a column is unknown, twice or missing.
  package init(_ bytes: [UInt8], site: Site, origin: String) throws(Fault) {
    (self.site, self.origin) = (site, origin)
    var rows = CSVReader(bytes)
    switch rows.next() {
    case nil: throw Fault(line: 1, sentence: "the file is empty; its first line must name the columns")
    case .failure(let fault): throw Fault(line: fault.line, sentence: fault.sentence)
    case .success(let row): header = row.fields.map { $0.trimmingSpaces.lowercased() }
    }
    self.rows = rows
    for name in header where !Self.columns.contains(name) {
      throw Fault(
        line: 1,
        sentence: "unknown column `\(name.onOneLine)`." + suggestion(for: name, among: Self.columns)
          + " Known: \(Self.columns.joined(separator: ", "))")
    }
    for name in ["email", "digest"] where !header.contains(name) {
      throw Fault(line: 1, sentence: "the column `\(name)` is missing")
    }
    if Set(header).count < header.count { throw Fault(line: 1, sentence: "a column stands twice") }
  }

  /// Enrols every good row, a thousand at a time, and lists the bad ones.
  package func enrol(in ledger: any Ledger, at now: Instant) throws -> Result {
    var result = Result()
    var batch: [Enrolment] = []
    func flush() throws {
      for outcome in try ledger.enrol(batch, at: now) { result.tally[outcome, default: 0] += 1 }
      batch.removeAll(keepingCapacity: true)
    }
    for row in rows {
      do throws(Fault) {
        batch.append(try enrolment(row))
      } catch {
        result.faults.append(error)
      }
      if batch.count == 5000 { try flush() }
    }
    try flush()
    return result
  }

  private func enrolment(_ row: Swift.Result<CSVReader.Row, CSVReader.Fault>) throws(Fault) -> Enrolment {
    let read: CSVReader.Row
    switch row {
    case .failure(let fault): throw Fault(line: fault.line, sentence: fault.sentence)
    case .success(let row): read = row
    }
    func fail(_ sentence: String) -> Fault { Fault(line: read.line, sentence: sentence) }
    guard read.fields.count == header.count else {
      throw fail("\(read.fields.count) fields where the first line names \(header.count) columns")
    }
    let fields = Dictionary(
      uniqueKeysWithValues: zip(header, read.fields.map(\.trimmingSpaces)).filter { !$1.isEmpty })
    guard let text = fields["email"], let address = EmailAddress(text) else {
      throw fail("`\((fields["email"] ?? "").onOneLine)` is not an e-mail address")
    }
    guard let name = fields["digest"], let digest = site.digest(name) else {
      throw fail(
        "there is no digest `\((fields["digest"] ?? "").onOneLine)`."
          + suggestion(for: fields["digest"] ?? "", among: site.digests.map(\.name)))
    }
    guard let follows = Following(fields["feeds"] ?? "*") else {
      throw fail("`feeds` must be names joined by commas, or *")
    }
    if let fault = site.unknownFeed(of: follows, in: digest) { throw fail(fault) }
    guard let status = Subscription.Status(rawValue: fields["status"]?.lowercased() ?? "pending") else {
      throw fail("`status` must be pending, confirmed or ended")
    }
    var enrolment = Enrolment(address: address, digest: digest.name, follows: follows, status: status)
    (enrolment.name, enrolment.language) = (fields["name"], fields["language"])
    enrolment.origin = fields["origin"] ?? origin
    if let written = fields["consent_at"] {
      guard let date = WrittenDate(written) else { throw fail("`consent_at` must be a date such as 2026-11-23") }
      enrolment.consentAt = date.instant(in: site.zone)
    }
    return enrolment
  }
}

extension Site {
  /// A sentence about a followed feed that the digest does not have; nil if all are there.
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
  /// As it may be shown: a field can hold line breaks and what a terminal would obey.
  fileprivate var onOneLine: String {
    var shown = UnicodeScalarView()
    for scalar in unicodeScalars.prefix(100) {
      shown.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }

  fileprivate var trimmingSpaces: String {
    // Nearly all fields: nothing to trim, and no need to look at Characters.
    if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
      return self
    }
    let isSpace = { (character: Character) in character.isWhitespace }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
