import CourantTesting
import LedgerSQL
import Model
import Office
import Press
import Testing

private let now = "2026-11-23T08:00:00Z"

/// Lists of readers that come from elsewhere, on a site with the digests `daily` and `weekly` and the feeds `als` and `ms`.
final class Readers {
  let ledger: SQLLedger
  private let opened: OpenedSite

  init() throws {
    let site = try SampleSite(
      feeds: ["als": ["ALS"], "ms": ["MS"]], digests: ["daily": "cron = \"0 7 * * *\"\n", "weekly": SampleSite.weekly])
    opened = try OpenedSite(folder: site.path)
    ledger = try SQLLedger(inMemory: ())
  }

  /// - Parameter digest: `--digest`.
  @discardableResult func add(
    _ csv: String, digest: String? = nil, confirmed: Bool = false, map: [String: String] = [:],
    file: String = "list.csv"
  ) throws -> SubscriberSheet.Result {
    try add(Array(csv.utf8), digest: digest, confirmed: confirmed, map: map, file: file)
  }

  /// Imports readers with their history.
  func add(_ csv: String, consent: ConsentSheet) throws -> SubscriberSheet.Result {
    let options = SubscriberSheet.Options(channel: "import list.csv")
    let sheet = try SubscriberSheet(SheetFile(Array(csv.utf8), name: "list.csv"), site: opened.site, options: options)
    return try sheet.enrol(in: ledger, with: consent, at: .at(now))
  }

  @discardableResult func add(
    _ csv: [UInt8], digest: String? = nil, confirmed: Bool = false, map: [String: String] = [:],
    file: String = "list.csv"
  ) throws -> SubscriberSheet.Result {
    var options = SubscriberSheet.Options(channel: "import \(file)")
    options.digest = digest
    options.isConfirmed = confirmed
    options.map = map
    let sheet = try SubscriberSheet(SheetFile(csv, name: file), site: opened.site, options: options)
    return try sheet.enrol(in: ledger, at: .at(now))
  }

  /// The output of `export`.
  func export() throws -> String {
    var text = SubscriberExport.header
    try ledger.forEachSubscription(digest: nil) { text += SubscriberExport.line($0) }
    return text
  }

  /// Everybody as `address digest standing`, with the reason of a suppression.
  func standings() throws -> [String] {
    var found: [String] = []
    try ledger.forEachSubscription(digest: nil) { one in
      let reason = one.suppression.map { " " + $0.reason.rawValue } ?? ""
      found.append("\(one.subscriber.address) \(one.digest) \(one.standing.rawValue)\(reason)")
    }
    return found
  }

  /// Why a file is not read at all.
  func fault(_ csv: String, digest: String? = "weekly", map: [String: String] = [:]) throws -> String {
    do {
      try add(csv, digest: digest, map: map)
      return ""
    } catch let fault as SubscriberSheet.Fault {
      return "\(fault.line): \(fault.sentence)"
    }
  }
}

@Suite struct SubscriberSheetTests {
  private let readers: Readers

  init() throws { readers = try Readers() }

  @Test func aSecondImportWithoutFeedsWidensNothing() throws {
    try readers.add("email,digest,feeds,status,name\nann@example.org,weekly,ms,confirmed,Ann\n")
    let before = try readers.export()
    #expect(try readers.add("email,digest,status\nann@example.org,weekly,confirmed\n").summary == "1 unchanged")
    #expect(try readers.add("email,digest,feeds,status\nann@example.org,weekly,,\n").summary == "1 unchanged")
    #expect(try readers.add("email,digest\nANN@Example.ORG,weekly\n").summary == "1 unchanged")
    #expect(try readers.export() == before)
    #expect(try readers.add("email,digest,feeds\nann@example.org,weekly,*\n").summary == "1 changed")
  }

  @Test func aNoWinsOverAYesInAnotherRow() throws {
    let csv = """
      email,digest,status
      ann@example.org,weekly,confirmed
      ann@example.org,weekly,unsubscribed
      bob@example.org,weekly,ended
      Bob@example.org,weekly,confirmed
      cy@example.org,weekly,confirmed
      cy@example.org,daily,cleaned
      dee@example.org,daily,ended
      dee@example.org,weekly,confirmed
      """
    let result = try readers.add(csv)
    #expect(
      result.notices == ["3 rows say yes about a reader, but another row says no; the no wins"])
    #expect(
      try readers.standings() == [
        "ann@example.org weekly ended", "bob@example.org weekly ended", "cy@example.org daily suppressed bounce",
        "dee@example.org daily ended", "dee@example.org weekly confirmed",
      ])
  }

  @Test func aListWithoutADigestNeedsTheOption() throws {
    #expect(
      try readers.fault("email\nann@example.org\n", digest: nil)
        == "1: no column is called `digest`; name the digest with --digest NAME")
    try readers.add("email,status\nann@example.org,confirmed\n", digest: "weekly")
    #expect(try readers.standings() == ["ann@example.org weekly confirmed"])
  }

  @Test func onlyTheOperatorOrTheFileConfirms() throws {
    let csv = "email,status\nann@example.org,\nbob@example.org,subscribed\ncy@example.org,pending\n"
    try readers.add(csv, digest: "weekly")
    #expect(
      try readers.standings() == [
        "ann@example.org weekly pending", "bob@example.org weekly pending", "cy@example.org weekly pending",
      ])
    try readers.add(csv, digest: "weekly", confirmed: true)
    #expect(
      try readers.standings() == [
        "ann@example.org weekly confirmed", "bob@example.org weekly confirmed", "cy@example.org weekly pending",
      ])
  }

  @Test func unknownColumnsAreListedOnceAndMayBeMapped() throws {
    let csv = "Your address,Telefon,Statsu\nann@example.org,1,confirmed\n"
    #expect(
      try readers.fault(csv)
        == "1: no column is called `email` (found `Your address`, `Telefon`, `Statsu`); name it, for example with "
        + "--map \"Your address=email\"")
    let result = try readers.add(csv, digest: "weekly", map: ["Your address": "email"])
    #expect(result.notices == ["ignored columns: `Telefon`, `Statsu` (did you mean `status`?)"])
    #expect(
      try readers.add(csv, digest: "weekly", map: ["your address": "email", "Statsu": "status", "Telefon": "ignore"])
        .summary == "1 changed")
    #expect(try readers.standings() == ["ann@example.org weekly confirmed"])
    #expect(try readers.fault(csv, map: ["Mail": "email"]) == "1: there is no column `Mail` to map")
    #expect(
      try readers.fault(csv, map: ["Telefon": "phone"])
        == "1: `phone` is not a meaning of a column; use one of email, name, digest, feeds, status, language, consent_at, "
        + "origin, ended_at, reason, suppressed_at, paused_until, ignore")
    #expect(try readers.fault("email,fedes\na@b.org,ms\n") == "1: unknown column `fedes`; did you mean `feeds`?")
    #expect(try readers.fault("email,Email\na@b.org,c@d.org\n") == "1: column `email` appears twice; remove one")
  }

  /// Each with its own name of the column, delimiter, or encoding.
  @Test(arguments: [
    "sep=;\r\nE-Mail;Name;;\r\nann@example.org;Jörg;;\r\n;;;\r\n",
    "Email Address\tName\nann@example.org\tJörg\n",
    "\u{FEFF}\"EMAIL\",\"Name\",\"\",\"\"\n\"ann@example.org\",\"Jörg\",\"\",\"\"\n,,,\n \n",
    "e-mail address,Vorname\nAnn@Example.org <ann@example.org>,Jörg\n",
    "E-Mail-Adresse;Vorname\rmailto:ann@example.org;Jörg\r",
    "email,name\nann@example.org,Jörg,,,\n",
    "First Name,Email\nJörg,\" ann@example.org \"\n",
  ])
  func spreadsheetsAreRead(_ csv: String) throws {
    for bytes in [Array(csv.utf8), utf16(csv, isBig: false), utf16(csv, isBig: true), windows1252(csv)] {
      let readers = try Readers()
      let result = try readers.add(bytes, digest: "weekly", confirmed: true)
      #expect(result.summary == "1 added", "\(csv)")
      var names: [String?] = []
      try readers.ledger.forEachSubscription(digest: nil) { names.append($0.subscriber.name) }
      #expect(names == ["Jörg"], "\(csv)")
    }
  }

  @Test func fiveMillionBadRowsAreFiftyLinesAndACount() throws {
    let csv = "email,digest\n" + String(repeating: "nobody,weekly\n", count: 120) + "ann@example.org,weakly\n\"x\n"
    let result = try readers.add(csv)
    #expect(result.faults.count == 50)
    #expect(result.faults.first?.line == 2)
    #expect(result.faults.last?.line == 51)
    #expect(
      result.restOfFaults
        == "and 72 more rows skipped; in total 120 without an email address, 1 for a digest that does not exist, 1 "
        + "that cannot be read")
    #expect(result.summary == "122 skipped")
  }
}

private func utf16(_ text: String, isBig: Bool) -> [UInt8] {
  let units = (text.hasPrefix("\u{FEFF}") ? "" : "\u{FEFF}").utf16 + Array(text.utf16)
  return units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
}

private func windows1252(_ text: String) -> [UInt8] {
  text.unicodeScalars.filter { $0 != "\u{FEFF}" }.map { UInt8($0.value) }
}
