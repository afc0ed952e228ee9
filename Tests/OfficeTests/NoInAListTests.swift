import CourantTesting
import LedgerSQL
import Model
import Office
import Presentation
import Testing

/// Lists from anywhere say no in many words, and `--confirmed` overrules none of them: promise 1.
@Suite struct NoInAListTests {
  private let readers: Readers

  init() throws { readers = try Readers() }

  /// Ann wants mail; the column decides about Bob.
  private func list(_ column: String, _ yes: String, _ no: String) -> String {
    "email,\"\(column)\"\nann@example.org,\(yes)\nbob@example.org,\(no)\n"
  }

  private func standings(_ csv: String, map: [String: String] = [:]) throws -> [String] {
    try readers.add(csv, digest: "weekly", confirmed: true, map: map)
    return try readers.standings().map { $0.replacing("@example.org weekly", with: "") }
  }

  @Test(
    arguments: [
      ("Email Opt In", "yes", "no"), ("Newsletter", "yes", "no"), ("Newsletter", "true", "false"),
      ("Newsletter", "x", "Nein"), ("do_not_mail", "", "x"), ("Do Not Email", "0", "1"), ("DoNotMail", "nein", "ja"),
      ("Email Permission Status", "Express", "Unsubscribed"), ("Abgemeldet am", "", "2024-01-01"),
      ("Désabonné", "", "oui"), ("Désinscrit", "non", "oui"), ("Baja", "", "2024-01-01"), ("Fecha de baja", "", "x"),
      ("Uitgeschreven", "nee", "ja"), ("Consent", "yes", "no"), ("GDPR", "yes", "no"),
      ("GDPR consent", "2024-01-01", "withdrawn"), ("Marketing permission", "granted", "denied"), ("Mailing", "J", "N"),
      ("Status", "aktiv", "abgemeldet"), ("Status", "abonné", "désabonné"), ("Status", "alta", "baja"),
      ("Status", "ingeschreven", "uitgeschreven"), ("Opt-out", "", "x"), ("Subscription status", "active", "optout"),
    ] as [(String, String, String)])
  func aNoIsUnderstoodInManyWords(_ column: String, _ yes: String, _ no: String) throws {
    #expect(try standings(list(column, yes, no)) == ["ann confirmed", "bob ended"])
  }

  @Test(
    arguments: [
      ("Gesperrt", "nein", "ja", "operator"), ("Suppressed", "", "x", "operator"), ("Blocked", "no", "yes", "operator"),
      ("Hard bounced", "false", "true", "bounce"), ("Status", "active", "Hard bounced", "bounce"),
      ("Complained", "0", "1", "complaint"), ("Status", "active", "Complained", "complaint"),
      ("Consent", "yes", "bounced", "bounce"), ("Status", "aktiv", "gesperrt", "operator"),
    ] as [(String, String, String, String)])
  func readersBlockedElsewhereAreSuppressedHere(_ column: String, _ yes: String, _ no: String, _ reason: String) throws
  {
    #expect(try standings(list(column, yes, no)) == ["ann confirmed", "bob suppressed \(reason)"])
  }

  @Test func rowsWithoutAYesAndUnknownStatesAreCounted() throws {
    let csv = "email,Newsletter\nann@example.org,yes\nbob@example.org,\ncy@example.org,\n"
    let result = try readers.add(csv, digest: "weekly", confirmed: true)
    #expect(result.summary == "3 added, 2 not confirmed because a yes is missing")
    #expect(
      result.notices.contains(
        "2 rows are not confirmed: the cell under `Newsletter` is empty, not a yes; write yes there, or map the "
          + "column to `ignore`"))
    let states = "email,Status\ndee@example.org,active\neve@example.org,perhaps\n"
    #expect(
      try readers.add(states, digest: "weekly", confirmed: true).summary
        == "1 added, 1 skipped (1 with an unknown status)")
  }

  @Test func everyNoInSeveralColumnsCounts() throws {
    let csv = """
      email,Status,Newsletter,Consent,Email status
      ann@example.org,active,yes,yes,active
      bob@example.org,active,yes,no,active
      cy@example.org,active,no,yes,active
      dee@example.org,active,yes,yes,unsubscribed
      """
    #expect(try standings(csv) == ["ann confirmed", "bob ended", "cy ended", "dee ended"])
    let mapped = "email,My own,Opt-out\neve@example.org,,x\n"
    #expect(try standings(mapped, map: ["My own": "left"]).last == "eve ended")
  }

  @Test(
    arguments: [
      ("Consent", "yes", "perhaps"), ("Opt", "", "3"), ("Consent revoked date", "", "2024-01-01"),
      ("Please do not write", "", "x"),
      ("Unsub flag", "", "A"), ("Bounce type", "", "soft"), ("Motif de désinscription", "", "trop"),
      ("Kontakt gesperrt seit Mai", "", "x"), ("Permission of March", "ja", "nein"), ("Spam score", "", "9"),
    ] as [(String, String, String)])
  func aPossibleNoRefusesTheImportUnderConfirmed(_ column: String, _ yes: String, _ no: String) throws {
    let csv = list(column, yes, no)
    do {
      try readers.add(csv, digest: "weekly", confirmed: true)
      Issue.record("it was imported")
    } catch let fault as SubscriberSheet.Fault {
      #expect(fault.sentence.hasPrefix("column `\(column)` may mark readers who want no mail, and `"))
      #expect(fault.sentence.contains("--map \"\(column)=ignore\""))
    }
    #expect(try readers.standings() == [])
    #expect(try standings(csv, map: [column: "ignore"]) == ["ann confirmed", "bob confirmed"])
  }

  @Test func withoutConfirmedSuchRowsStayPendingAndOneLineReportsIt() throws {
    let csv = "email,status,Consent\nann@example.org,confirmed,yes\nbob@example.org,confirmed,perhaps\n"
    #expect(
      try readers.add(csv, digest: "weekly").notices == [
        "1 row is not confirmed by this file: column `Consent` may mark readers who want no mail, and `perhaps` is "
          + "not understood; use --map \"Consent=left\" if anything in it means no mail, --map "
          + "\"Consent=status\", or --map \"Consent=ignore\" if it is unrelated"
      ])
    #expect(try readers.standings() == ["ann@example.org weekly confirmed", "bob@example.org weekly pending"])
  }

  /// A column of ticks: a reader without one did not ask.
  @Test func ifSomeRowsHaveAYesAnEmptyCellIsNotOne() throws {
    #expect(try standings(list("Newsletter", "x", "")) == ["ann confirmed", "bob pending"])
  }

  @Test func columnsThatOnlySoundAlikeAreIgnored() throws {
    let csv = """
      email,Option,Mailing address,Optin IP,Consent source,Unsubscribe URL,Description
      ann@example.org,a,Main Street 1,127.0.0.1,fair,https://example.org/u,none
      """
    #expect(try standings(csv) == ["ann confirmed"])
  }
}
