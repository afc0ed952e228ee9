import CourantTesting
import LedgerSQL
import Model
import Office
import Testing

/// An export imported into another ledger gives the same data, including suppressions: promise 1.
@Suite struct SheetRoundTripTests {
  private static let addresses = [
    "+4917612345@example.org", "'+4917612345@example.org", "''-x@example.org", "-bob@example.org", "=1+1@example.org",
    "=cmd|'/c!a0@example.org", "'=cmd|a!b@example.org", "o'hara@example.org", "'@example.org", "jörg@example.org",
    "a;b@example.org", "!x@example.org", "{a|b}@example.org",
  ].filter { EmailAddress($0) != nil }

  private static let cells: [String?] = [
    nil, "Ann", "=HYPERLINK(\"http://evil\")", "'=1", "''", "+1", "-", "@x", "\u{1B}[31mred", "two\nlines", "a,b;c\td",
    "say \"hi\"", "'", "＝1", "Jörg \u{202E}x", "\u{FEFF}bom", "null", "0",
  ]

  private func row(_ numbers: inout SeededNumbers) -> Enrolment {
    let index = Int.random(in: 0..<40, using: &numbers)
    let address =
      index < Self.addresses.count ? Self.addresses[index] : "reader\(index)@example.org"
    var row = Enrolment(address: mailbox(address), digest: Bool.random(using: &numbers) ? "weekly" : "daily")
    row.name = Self.cells.randomElement(using: &numbers) ?? nil
    row.language = Bool.random(using: &numbers) ? "de" : nil
    row.origin = Self.cells.randomElement(using: &numbers) ?? nil
    row.follows = [.all, .some(feeds("ms")), .some(feeds("als", "ms"))].randomElement(using: &numbers)
    row.status = [.pending, .confirmed, .ended].randomElement(using: &numbers)
    if Bool.random(using: &numbers) { row.consentAt = .at("2025-01-02T03:04:05Z") }
    // If a reader has two pauses, the later one counts, so all are the same here.
    if Bool.random(using: &numbers) { row.pausedUntil = .at("2026-12-24T00:00:00Z") }
    if row.status == .ended { row.endedAt = .at("2026-02-03T04:05:06Z") }
    if Int.random(in: 0..<6, using: &numbers) == 0 {
      let reason = [Suppression.Reason.bounce, .complaint, .operatorRequest].randomElement(using: &numbers)
      row.suppression = reason.map { Suppression(reason: $0, since: .at("2026-03-04T05:06:07Z")) }
    }
    return row
  }

  @Test(arguments: [UInt64.random(in: 0...UInt64.max), 1, 2, 3])
  func anExportIsImportedExactly(_ seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let first = try Readers()
    for _ in 0..<60 { _ = try first.ledger.enrol([row(&numbers)], at: .at("2026-04-05T06:07:08Z")) }
    let exported = try first.export()
    for rewritten in [exported, spreadsheet(exported, ";", sep: false), spreadsheet(exported, "\t", sep: true)] {
      let second = try Readers()
      let result = try second.add(rewritten)
      #expect(result.faults == [], "seed \(seed)")
      #expect(try second.export() == exported, "seed \(seed)")
      #expect(try second.add(rewritten).summary.hasSuffix(" unchanged"), "seed \(seed)")
    }
  }

  @Test func theSameAddressComesBackAndEveryProgramReadsIt() throws {
    let readers = try Readers()
    _ = try readers.ledger.enrol([.confirmed("+4917612345@example.org")], at: .at("2026-01-01T00:00:00Z"))
    let line = try #require(try readers.export().split(separator: "\r\n").last)
    #expect(line == "+4917612345@example.org,,weekly,*,confirmed,,2026-01-01T00:00:00Z,,,,,")
    // An older export, with an apostrophe, gives the same address.
    try readers.add("email,digest,status\n'+4917612345@example.org,weekly,ended\n")
    #expect(try readers.standings() == ["+4917612345@example.org weekly ended"])
  }

  @Test func suppressionsAreExportedAndImported() throws {
    let first = try Readers()
    _ = try first.ledger.enrol(
      [.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: .at("2026-01-01T00:00:00Z"))
    _ = try first.ledger.end(mailbox("ann@example.org"), digest: nil, at: .at("2026-02-01T00:00:00Z"))
    #expect(
      try first.export() == SubscriberExport.header
        + "ann@example.org,,weekly,*,suppressed,,2026-01-01T00:00:00Z,,2026-02-01T00:00:00Z,operator,"
        + "2026-02-01T00:00:00Z,\r\n"
        + "bob@example.org,,weekly,*,confirmed,,2026-01-01T00:00:00Z,,,,,\r\n")
    let second = try Readers()
    _ = try second.add(first.export())
    #expect(try second.ledger.followings(of: "weekly") == [.all: 1])
    #expect(
      try second.ledger.enrol([.confirmed("ann@example.org", digest: "daily")], at: .at("2026-03-01T00:00:00Z"))
        == [.staysEnded])
  }

  /// As a spreadsheet saves it: every field in quotes, another separator, a byte order mark, a line that names it.
  private func spreadsheet(_ csv: String, _ separator: String, sep: Bool) -> String {
    var fields: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    for scalar in csv.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        fields[fields.count - 1].append(field)
        field = ""
        continue
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted:
        fields[fields.count - 1].append(field)
        fields.append([])
        field = ""
        continue
      default: break
      }
      field.unicodeScalars.append(scalar)
    }
    let lines = fields.dropLast().map { row in
      row.map { $0.hasPrefix("\"") ? $0 : "\"\($0)\"" }.joined(separator: separator) + "\r\n"
    }
    return "\u{FEFF}" + (sep ? "sep=\(separator)\r\n" : "") + lines.joined()
  }
}
