import CourantTesting
import LedgerSQL
import Model
import Office
import Testing
import Time

/// The history of consent moves with the readers: an import followed by an export gives the same bytes.
@Suite struct ConsentSheetTests {
  private let first: Readers
  private let start = Instant.at("2026-02-01T10:00:00Z")

  init() throws { first = try Readers() }

  private func events(_ readers: Readers) throws -> String {
    var text = ConsentExport.header
    try readers.ledger.forEachConsentEvent { text += ConsentExport.line($0, $1) }
    return text
  }

  /// Readers who came on the web, by import and by hand, who chose, paused, left and returned; and odd strings.
  private func live() throws {
    let ledger = first.ledger
    var token = ""
    for (number, address) in ["ann@example.org", "Bob+1@example.org", "cy@example.org"].enumerated() {
      var request = ReaderRequest.subscribe(address, WantedDigest("weekly", .some(feeds("ms"))), .daily)
      request.machine = "192.0.2.\(number)"
      request.words = "=Yes, \"mail\" me;\nplease"
      try ledger.ask(request, at: start + .seconds(Int64(number) * 60))
      token = try confirmed(at: start + .seconds(Int64(number) * 60 + 30))
    }
    _ = try ledger.pause(until: start.days(20), by: token, at: start.days(1))
    _ = try ledger.endPauses(at: start.days(21))
    _ = try ledger.leave(token, all: false, origin: "one-click", at: start.days(22))
    var choices = ReaderChoices([.daily], language: "de")
    choices.origin = "https://news.example.org/preferences"
    _ = try ledger.save(choices, by: token, under: LetterLimits(), at: start.days(23))
    try first.add(
      "email,digest,status,consent_at\ndi@example.org,weekly,confirmed,2020-01-01\nel@example.org,daily,ended,\n")
    _ = try ledger.enrol([.confirmed("fay@example.org")], at: start.days(40))
    _ = try ledger.end(mailbox("fay@example.org"), digest: nil, at: start.days(41))
    _ = try ledger.enrol([Enrolment(address: mailbox("gil@example.org"), digest: "weekly")], at: start.days(42))
    _ = try ledger.change(mailbox("di@example.org"), to: mailbox("dina@example.org"), at: start.days(300))
    _ = try ledger.enrol([.confirmed("hal@example.org")], at: start.days(43))
    _ = try ledger.forget(mailbox("hal@example.org"), at: start.days(44))
  }

  private func confirmed(at now: Instant) throws -> String {
    let claims = try first.ledger.letterHands.claim(9, at: now)
    let id = try #require(claims.last.flatMap { Letter.id(of: $0.delivery) })
    let permit = try #require(try first.ledger.letter(id)?.permit)
    guard
      case .done(let account) = try first.ledger.confirm(permit, origin: "https://news.example.org/confirm", at: now)
    else { return "" }
    return account.subscriptions.last?.token ?? ""
  }

  @Test func whatIsExportedIsImportedByteForByte() throws {
    try live()
    let readers = try first.export()
    let history = try events(first)
    #expect(history.split(separator: "\r\n").count > 15, "\(history)")
    let second = try Readers()
    let result = try second.add(readers, history: history)
    #expect(result.sheet.faults == [])
    #expect(result.history.faults == [])
    #expect(try events(second) == history)
    #expect(try second.export() == readers)
    // A second import changes nothing.
    let again = try second.add(readers, history: history)
    #expect(again.history.tally.keys.sorted { "\($0)" < "\($1)" } == [.known])
    #expect(again.sheet.tally.keys.allSatisfy { $0 == .unchanged })
    #expect(try events(second) == history)
  }

  /// Promise 1: a history that contains "confirmed" subscribes no one, and brings no one back.
  @Test func aHistorySubscribesNobody() throws {
    try first.add("email,digest,status\nann@example.org,weekly,ended\nbob@example.org,weekly,pending\n")
    _ = try first.ledger.enrol([.confirmed("cy@example.org")], at: start)
    _ = try first.ledger.forget(mailbox("cy@example.org"), at: start)
    let history = """
      email,at,event,digest
      ann@example.org,2026-01-02T00:00:00Z,returned,weekly
      bob@example.org,2026-01-02T00:00:00Z,confirmed,weekly
      cy@example.org,2026-01-02T00:00:00Z,confirmed,weekly
      di@example.org,2026-01-02T00:00:00Z,confirmed,weekly

      """
    let before = try first.standings()
    let result = try first.add("email,digest\n", history: history)
    #expect(try first.standings() == before)
    #expect(result.history.summary == "2 events of consent added, 2 skipped")
    #expect(
      result.history.faults.map { "\($0.line): \($0.sentence)" } == [
        "4: column `email`: cy@example.org is not a reader here; import them first",
        "5: column `email`: di@example.org is not a reader here; import them first",
      ])
    #expect(try first.ledger.consentEvents(of: mailbox("cy@example.org")).map(\.kind) == [.forgotten])
  }

  /// If a history does not show how a subscription began, the import is recorded as its event.
  @Test func anImportIsAnEventUnlessTheHistoryTellsOfIt() throws {
    try first.add(
      "email,digest,status\nann@example.org,weekly,confirmed\nbob@example.org,weekly,confirmed\n",
      history: "email,at,event,digest\nann@example.org,2026-01-02T00:00:00Z,asked,weekly\n"
        + "bob@example.org,2026-01-02T00:00:00Z,confirmed,weekly\n")
    #expect(try first.ledger.consentEvents(of: mailbox("ann@example.org")).map(\.kind) == [.asked, .imported])
    #expect(try first.ledger.consentEvents(of: mailbox("bob@example.org")).map(\.kind) == [.confirmed])
  }

  @Test(arguments: [
    ("ann,2026-01-02T00:00:00Z,asked,weekly,", "column `email`: `ann` is not an email address"),
    (
      "ann@example.org,yesterday,asked,weekly,",
      "column `at`: `yesterday` is not a time; write it like 2026-11-23T07:00:05Z"
    ),
    (
      "ann@example.org,2096-01-02T00:00:00Z,asked,weekly,",
      "column `at`: 2096-01-02T00:00:00Z is in the future; no consent is given in advance"
    ),
    (
      "ann@example.org,1969-12-31T23:59:59Z,asked,weekly,",
      "column `at`: 1969-12-31T23:59:59Z is before 1970; correct the year"
    ),
    (
      "ann@example.org,0026-01-02T00:00:00Z,asked,weekly,",
      "column `at`: 0026-01-02T00:00:00Z is before 1970; correct the year"
    ),
    (
      "ann@example.org,2026-01-02T00:00:00Z,asked,week\u{1B}[2Jly,",
      "column `digest`: contains the control character U+001B; take the file that `export --events` writes"
    ),
    (
      "ann@example.org,2026-01-02T00:00:00Z,asked,\"week\nly\",",
      "column `digest`: contains the control character U+000A; take the file that `export --events` writes"
    ),
    (
      "ann@example.org,2026-01-02T00:00:00Z,asked,week\u{85}ly,",
      "column `digest`: contains the control character U+0085; take the file that `export --events` writes"
    ),
    (
      "ann@example.org,2026-01-02T00:00:00Z,confirmd,weekly,",
      "column `event`: `confirmd` is not an event; did you mean `confirmed`?"
    ),
    ("ann@example.org,2026-01-02T00:00:00Z,forgotten,,", "column `event`: `forgotten` is not an event"),
    (
      "ann@example.org,2026-01-02T00:00:00Z,asked,weekly,a b!",
      "column `feeds`: `a b!` is not a list of feeds; write names with commas, or `*`"
    ),
    (
      "ann@example.org,2026-01-02T00:00:00Z,asked",
      "there are 3 fields, but 5 columns; quote fields that contain a comma"
    ),
    ("\"ann@example.org,2026", "a quoted field is not closed; double a quote inside a quoted field"),
    (
      "ann@example.org,2026-01-02T00:00:00Z,asked,\(String(repeating: "x", count: 4001)),",
      "column `digest`: has more than 4000 characters"
    ),
  ])
  func aMistakeIsNamedByLineAndColumn(_ row: String, _ sentence: String) throws {
    let good = "ann@example.org,2026-01-01T00:00:00Z,asked,weekly,*\n"
    let result = try first.add(
      "email,digest\nann@example.org,weekly\n", history: "email,at,event,digest,feeds\n\(good)\(row)\n"
    ).history
    #expect(result.faults.map { "\($0.line): \($0.sentence)" } == ["3: " + sentence])
    #expect(result.summary == "1 event of consent added, 1 skipped")
  }

  @Test(arguments: [
    ("", "1: the file is empty; its first line must name the columns"),
    ("email,at\n", "1: column `event` is missing; take the file that `export --events` writes"),
    ("email,at,event,digest,dgest\n", "1: column `dgest` is not one of a history of consent; did you mean `digest`?"),
    ("email,at,event,at\n", "1: column `at` appears twice"),
    (
      "email,digest,feeds,status\n",
      "1: column `status` is not one of a history of consent: email, at, event, digest, feeds, origin, language, words, "
        + "machine"
    ),
  ])
  func anotherFileIsRefusedBeforeAnythingIsImported(_ text: String, _ sentence: String) throws {
    do {
      try first.add("email,digest,status\nann@example.org,weekly,confirmed\n", history: text)
      Issue.record("it was taken")
    } catch let fault as SubscriberSheet.Fault {
      #expect("\(fault.line): \(fault.sentence)" == sentence)
    }
    #expect(try first.standings() == [])
  }
}

extension Readers {
  @discardableResult fileprivate func add(
    _ csv: String, history: String
  ) throws -> (sheet: SubscriberSheet.Result, history: ConsentSheet.Result) {
    let consent = try ConsentSheet(SheetFile(Array(history.utf8), name: "consent.csv"), at: .at("2026-12-24T00:00:00Z"))
    let sheet = try add(csv, consent: consent)
    return (sheet, try consent.carry(into: ledger))
  }
}

extension Instant {
  fileprivate func days(_ count: Int64) -> Instant { self + .seconds(86_400 * count) }
}
