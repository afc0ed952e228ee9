import CourantTesting
import Foundation
import LedgerSQL
import Model
import Office
import Testing

/// The exports of other programs, with the columns that those programs write.
@Suite struct ForeignListTests {
  private let readers: Readers

  init() throws { readers = try Readers() }

  private func taken(_ csv: String, file: String = "list.csv") throws -> [String] {
    try readers.add(csv, digest: "weekly", file: file)
    return try readers.standings().map { $0.replacing("@example.org weekly", with: "") }
  }

  private static let mailchimp =
    "\"Email Address\",\"First Name\",\"Last Name\",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,"
    + "LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS"

  @Test func mailchimpsSubscribersAreConfirmedSinceTheyConfirmed() throws {
    let csv =
      Self.mailchimp + "\n"
      + "ann@example.org,Ann,Archer,2,\"2024-03-14 09:12:31\",,\"2024-03-14 09:14:00\",,,,,,,,,,1,2,,\n"
      + "bob@example.org,,,2,,,,,,,,,,,,,1,2,,\n"
    #expect(
      try readers.add(csv, digest: "weekly").notices == [
        "read as an export of Mailchimp",
        "ignored columns: `MEMBER_RATING`, `OPTIN_TIME`, `OPTIN_IP`, `CONFIRM_IP`, `LATITUDE`, `LONGITUDE`, `GMTOFF`, "
          + "`DSTOFF`, `TIMEZONE`, `CC`, `REGION`, `LAST_CHANGED` and 4 more",
      ])
    #expect(try readers.standings() == ["ann@example.org weekly confirmed", "bob@example.org weekly pending"])
    let ann = try #require(try readers.ledger.subscriptions(of: mailbox("ann@example.org")).first)
    #expect(ann.subscriber.name == "Ann Archer")
    #expect(ann.consentAt == .at("2024-03-14T09:14:00Z"))
    #expect(ann.origin == "import list.csv")
  }

  @Test func mailchimpsUnsubscribedAndCleanedAreNeverConfirmed() throws {
    let unsubscribed =
      Self.mailchimp.replacing("NOTES", with: "UNSUB_TIME,UNSUB_REASON,NOTES") + "\n"
      + "ann@example.org,,,2,,,\"2024-03-14 09:14:00\",,,,,,,,,,1,2,\"2025-01-01 10:00:00\",\"NO_LONGER\",,\n"
      + "bob@example.org,,,2,,,\"2024-03-14 09:14:00\",,,,,,,,,,1,2,,,,\n"
    let cleaned =
      Self.mailchimp.replacing("NOTES", with: "CLEAN_TIME,NOTES") + "\n"
      + "cy@example.org,,,2,,,\"2024-03-14 09:14:00\",,,,,,,,,,1,2,\"2025-01-01 10:00:00\",,\n"
    #expect(try taken(unsubscribed) == ["ann ended", "bob pending"])
    #expect(try taken(cleaned) == ["ann ended", "bob pending", "cy suppressed bounce"])
    let ann = try #require(try readers.ledger.subscriptions(of: mailbox("ann@example.org")).first)
    #expect(ann.endedAt == .at("2025-01-01T10:00:00Z"))
  }

  /// Values that databases write for nothing, in a column of unsubscriptions.
  @Test(arguments: ["UNSUB_TIME", "CLEAN_TIME", "LEAVE_TIME"], ["", "NULL", "0000-00-00 00:00:00", "N/A", "-"])
  func anEmptyColumnOfDeparturesStatesNothing(_ column: String, _ cell: String) throws {
    let csv =
      "Email Address,MEMBER_RATING,CONFIRM_TIME,\(column)\nann@example.org,2,2024-03-14 09:14:00,\(cell)\n"
      + "bob@example.org,2,,\(cell)\n"
    #expect(try taken(csv) == ["ann confirmed", "bob pending"])
  }

  @Test func theNameOfAFileSetsTheStatusOfItsReaders() throws {
    let csv = "Email Address,MEMBER_RATING,CONFIRM_TIME\n"
    _ = try taken(csv + "ann@example.org,2,2024-03-14 09:14:00\n", file: "unsubscribed_members_export_1.csv")
    _ = try taken(csv + "bob@example.org,2,2024-03-14 09:14:00\n", file: "lists/cleaned_members_export_1.csv")
    _ = try taken(csv + "cy@example.org,2,2024-03-14 09:14:00\n", file: "nonsubscribed_members_export_1.csv")
    #expect(
      try taken(csv + "dee@example.org,2,2024-03-14 09:14:00\n", file: "subscribed_members_export_1.csv")
        == ["ann ended", "bob suppressed bounce", "cy pending", "dee confirmed"])
  }

  /// Sendy names neither columns nor states in its files.
  @Test(arguments: [
    ("weekly-unsubscribed.csv", "ann ended"), ("weekly-bounced.csv", "ann suppressed bounce"),
    ("weekly-marked-as-spam.csv", "ann suppressed complaint"), ("weekly-unconfirmed.csv", "ann pending"),
    ("weekly-active.csv", "ann pending"), ("my-weekly-all.csv", "ann pending"), ("bounced-balls.csv", "ann pending"),
  ])
  func theNameOfSendysFileSetsTheStatusOfItsReaders(_ file: String, _ standing: String) throws {
    #expect(try taken("name,email\nAnn,ann@example.org\n", file: file) == [standing])
  }

  @Test func aFileThatBeginsWithAReaderIsNotReadWithoutThem() throws {
    let fault = #expect(throws: SubscriberSheet.Fault.self) {
      try readers.add("\"Ann\",\"ann@example.org\"\n\"Bob\",\"bob@example.org\"\n", digest: "weekly")
    }
    #expect(
      fault?.sentence
        == "the first line is a reader, not the names of the columns; add a line above it, for example `name,email`")
    #expect(try readers.standings() == [])
  }

  private struct Row {
    let program: String
    /// The names of columns by which it is recognised.
    let columns: [String]
    /// The words in backticks, by the standing that they lead to.
    let words: [(standing: String, words: [String])]
  }

  /// The table of `docs/readers.md`.
  private static func table() throws -> [Row] {
    let lines = try repositoryText("docs/readers.md").split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("| program | recognised by |") })
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      let cells = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
      let quoted = { (cell: Substring) in cell.matches(of: /`([^`]+)`/).map { String($0.1) } }
      return Row(
        program: cells[0].trimmingCharacters(in: .whitespaces), columns: quoted(cells[1]),
        words: zip(["confirmed", "pending", "ended", "suppressed"], cells[2...]).map { ($0, quoted($1)) })
    }
  }

  @Test func theDocsNameEachProgramThatIsRecognised() throws {
    #expect(try Set(Self.table().map(\.program)).sorted() == SubscriberSheet.programs.sorted())
  }

  @Test func theColumnsOfTheDocsAreThoseByWhichAProgramIsRecognised() throws {
    for row in try Self.table() {
      let hasAddress = row.columns.contains {
        ["email", "email_address", "Email", "Email 1", "Email address"].contains($0)
      }
      let header = (row.columns + (hasAddress ? [] : ["Email"])).joined(separator: ",")
      let own = try Readers()
      let result = try own.add(header + "\n", digest: "weekly")
      #expect(result.notices.first == "read as an export of \(row.program)", "\(header)")
    }
  }

  /// The standing that a status leads to, according to the docs.
  @Test func theStatesOfTheDocsLeadWhereTheDocsSay() throws {
    let statuses = [
      "Kit": "state", "beehiiv": "Status", "Buttondown": "type", "MailerLite": "Status", "listmonk": "status",
      "Constant Contact": "Email status", "Wix": "Email subscriber status",
    ]
    var tried = 0
    for row in try Self.table() {
      guard let status = statuses[row.program] else { continue }
      let columns = row.columns.filter { $0 != status && !$0.hasPrefix("subscriber_type") && $0 != "type" }
      let email = columns.firstIndex { ["email", "email_address", "Email", "Email 1", "Email address"].contains($0) }
      let names = [status] + columns + (email == nil ? ["Email"] : [])
      let address = email.map { $0 + 1 } ?? names.count - 1
      for (standing, words) in row.words {
        for word in words where !word.hasPrefix("--") && !names.contains(word) && !word.hasPrefix("Confirmed Opt") {
          var cells = [String](repeating: "", count: names.count)
          cells[0] = word
          cells[address] = "ann@example.org"
          let own = try Readers()
          try own.add(names.joined(separator: ",") + "\n" + cells.joined(separator: ",") + "\n", digest: "weekly")
          let reached = try own.standings().first ?? "nothing"
          #expect(reached.hasPrefix("ann@example.org weekly \(standing)"), "\(row.program): \(word): \(reached)")
          tried += 1
        }
      }
    }
    #expect(tried > 30)
  }

  @Test func constantContactsColumnsEachCount() throws {
    let header =
      "Email address,First name,Last name,Email status,Email permission status,Email update source,"
      + "Confirmed Opt-Out Date\n"
    let rows = [
      "a@example.org,A,,Active,Express,Contact,", "b@example.org,B,,Unsubscribed,Unsubscribed,Contact,",
      "c@example.org,C,,Active,Express,Contact,2025-03-03", "d@example.org,D,,No permissions set,,,",
      "e@example.org,E,,Awaiting confirmation,Awaiting confirmation,,", "f@example.org,F,,,Implied,Account,",
    ]
    #expect(
      try taken(header + rows.joined(separator: "\n"))
        == ["a pending", "b ended", "c ended", "d pending", "e pending", "f pending"])
  }

  /// With `--confirmed`, a reader with a no in any column is not confirmed.
  @Test func aNoOfWixOrBrevoOutweighsConfirmed() throws {
    let wix = "First Name,Email 1,Email subscriber status,SMS subscriber status,Created At (UTC+0)\n"
    let states = ["Subscribed", "Unsubscribed", "Never subscribed", ""]
    let rows = zip(["a", "b", "c", "d"], states).map { "X,\($0)@example.org,\($1),Never subscribed,2025-01-01\n" }
    try readers.add(wix + rows.joined(), digest: "weekly", confirmed: true)
    #expect(
      try readers.standings().map { $0.replacing("@example.org weekly", with: "") }
        == ["a confirmed", "b ended", "c pending", "d confirmed"])
    let other = try Readers()
    let brevo = "CONTACT ID,EMAIL,FIRSTNAME,ADDED_TIME,EMAIL_MARKETING\n"
    try other.add(
      brevo + "1,a@example.org,A,2025-01-01,Subscribed\n2,b@example.org,B,2025-01-01,Blocklisted\n", digest: "weekly",
      confirmed: true)
    #expect(
      try other.standings() == ["a@example.org weekly confirmed", "b@example.org weekly suppressed operator"])
  }

  @Test func substacksDashboardDoesNotSayWhoWantsMail() throws {
    let header = "Email,Name,Stripe plan,Cancel date,Start date,Paid upgrade date,Activity,Type\n"
    let ann = "ann@example.org,Ann,,,2025-01-01T00:00:00.000Z,,5,Free\n"
    let bob = "bob@example.org,Bob,Monthly,2025-05-01T00:00:00.000Z,2025-02-01T00:00:00.000Z,,3,Paid\n"
    #expect(try taken(header + ann + bob) == ["ann pending", "bob pending"])
    let reader = try #require(try readers.ledger.subscriptions(of: mailbox("ann@example.org")).first)
    #expect(reader.consentAt == .at("2025-01-01T00:00:00Z"))
    let other = try Readers()
    #expect(throws: SubscriberSheet.Fault.self) {
      try other.add(header + ann + bob, digest: "weekly", confirmed: true)
    }
    #expect(try other.standings() == [])
  }

  /// A column about SMS states nothing about mail, and a date of consent is not a refusal.
  @Test(arguments: [
    ("EMAIL;LASTNAME;FIRSTNAME;SMS;EMAIL_BLACKLISTED;SMS_BLACKLISTED;ADDED_TIME", "ADDRESS;D;B;336;No;Yes;12-04-2022"),
    ("Email,SMS Consent,Email Marketing Consent Timestamp", "ADDRESS,NEVER_SUBSCRIBED,2025-01-01 10:00:00"),
    ("Email,Accepts SMS Marketing,WhatsApp opt-out", "ADDRESS,no,yes"), ("Email,Phone opt-in", "ADDRESS,no"),
    ("EMAIL,FNAME,UNSUB,BOUNCE,STATUS", "ADDRESS,A,no,no,subscribed"),
  ])
  func consentToOtherChannelsSaysNothingAboutEmail(_ header: String, _ row: String) throws {
    try readers.add(
      header + "\n" + row.replacing("ADDRESS", with: "ann@example.org") + "\n", digest: "weekly", confirmed: true)
    #expect(try readers.standings() == ["ann@example.org weekly confirmed"])
  }

  @Test func aBlockOfBrevosCounts() throws {
    let csv =
      "EMAIL;FIRSTNAME;EMAIL_BLACKLISTED;SMS_BLACKLISTED;ADDED_TIME\nann@example.org;A;Yes;No;12-04-2022 09:30\n"
    try readers.add(csv, digest: "weekly", confirmed: true)
    #expect(try readers.standings() == ["ann@example.org weekly suppressed operator"])
  }

  /// Campaign Monitor's states, and Mautic's column.
  @Test func otherProgramsAreReadLikeAnyList() throws {
    let states = ["Active", "Unconfirmed", "Unsubscribed", "Bounced", "Deleted"]
    let rows = zip(["a", "b", "c", "d", "e"], states).map { "\($0)@example.org,X,\($1)\n" }
    #expect(
      try taken("Email Address,Name,State\n" + rows.joined())
        == ["a pending", "b pending", "c ended", "d suppressed bounce", "e ended"])
    let other = try Readers()
    try other.add("id,firstname,email,doNotContact\n1,A,a@example.org,0\n2,B,b@example.org,1\n", digest: "weekly")
    #expect(try other.standings() == ["a@example.org weekly pending", "b@example.org weekly ended"])
  }

  @Test func substacksFreeReadersReadAndTheDisabledDoNot() throws {
    let csv = """
      email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at
      ann@example.org,false,,other,false,2025-01-01T00:00:00.000Z,
      bob@example.org,true,2026-12-01T00:00:00.000Z,yearly,false,2025-06-01T00:00:00.000Z,2025-06-02T00:00:00.000Z
      cy@example.org,true,2026-12-01T00:00:00.000Z,monthly,true,2025-01-01T00:00:00.000Z,
      dee@example.org,false,,other,,2025-01-01T00:00:00.000Z,
      """
    #expect(try taken(csv) == ["ann confirmed", "bob confirmed", "cy ended", "dee pending"])
  }

  @Test func ghostsMembersReadIfTheyAreSubscribedToEmails() throws {
    let csv = """
      id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers
      1,ann@example.org,Ann,,true,false,,2024-01-15T10:00:00.000Z,,,
      2,bob@example.org,Bob,,false,true,,2024-01-15T10:00:00.000Z,,,
      3,cy@example.org,Cy,,true,false,,2024-01-15T10:00:00.000Z,2025-01-15T10:00:00.000Z,,
      4,dee@example.org,Dee,,,false,,2024-01-15T10:00:00.000Z,,,
      """
    #expect(try taken(csv) == ["ann confirmed", "bob ended", "cy ended", "dee pending"])
  }

  @Test(
    arguments: [
      (
        "first_name,email_address,state,created_at,tags\n",
        ["active", "inactive", "cancelled", "bounced", "complained"],
        "X,NAME@example.org,STATE,2025-03-03,\n",
        ["a confirmed", "b pending", "c ended", "d suppressed bounce", "e suppressed complaint"]
      ),
      (
        "Email,Status,Created At,Subscription Tier\n", ["Active", "Inactive", "Pending", "Needs Approval", "Active"],
        "NAME@example.org,STATE,2025-10-10 10:10:10,free\n",
        ["a confirmed", "b ended", "c pending", "d pending", "e confirmed"]
      ),
      (
        "uuid,email,name,attributes,status,created_at,updated_at\n",
        ["enabled", "blocklisted", "disabled", "enabled", "enabled"],
        "1,NAME@example.org,X,\"{}\",STATE,2025-01-01T00:00:00Z,\n",
        ["a pending", "b suppressed operator", "c ended", "d pending", "e pending"]
      ),
      (
        "email,type,creation_date,tags\n", ["regular", "unactivated", "unsubscribed", "undeliverable", "complained"],
        "NAME@example.org,STATE,2025-01-01,\n",
        ["a confirmed", "b pending", "c ended", "d suppressed bounce", "e suppressed complaint"]
      ),
      (
        "Subscriber,Status,Sent,Opens,Clicks,Subscribed\n",
        ["active", "unconfirmed", "unsubscribed", "bounced", "junk"],
        "NAME@example.org,STATE,1,1,0,2025-01-01 10:00:00\n",
        ["a confirmed", "b pending", "c ended", "d suppressed bounce", "e suppressed complaint"]
      ),
      (
        "CONTACT ID,EMAIL,FIRSTNAME,LASTNAME,BLOCKLISTED,ADDED_TIME\n", ["false", "true", "0", "1", ""],
        "1,NAME@example.org,X,Y,STATE,2025-01-01\n",
        ["a pending", "b suppressed operator", "c pending", "d suppressed operator", "e pending"]
      ),
      (
        "Email,Status,Unsubscribed At\n", ["Subscribed", "confirmed", "cleaned", "archived", "deleted"],
        "NAME@example.org,STATE,LEFT\n",
        ["a pending", "b ended", "c suppressed bounce", "d ended", "e ended"]
      ),
    ] as [(String, [String], String, [String])])
  func wordsMeanWhatTheProgramMeans(
    _ header: String, _ states: [String], _ row: String, _ standings: [String]
  ) throws {
    let rows = zip(["a", "b", "c", "d", "e"], states).map { name, state in
      row.replacing("NAME", with: name).replacing("STATE", with: state)
        .replacing("LEFT", with: name == "b" ? "2025-01-01" : "")
    }
    #expect(try taken(header + rows.joined()) == standings)
  }
}
