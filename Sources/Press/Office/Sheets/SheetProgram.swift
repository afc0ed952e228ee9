/// A program whose exports are recognised by their columns, and the meaning of its words, as `docs/readers.md`
/// describes.
///
/// The columns are from the programs' sources and from published files (November 2026): Ghost's `members-csv`,
/// listmonk's `cmd/subscribers.go`, Ghost's migrator for Substack, exports of Mailchimp, Brevo and Substack's dashboard
/// in the tests of public importers; the states are from the manuals of Kit, Buttondown and beehiiv.
struct SheetProgram {
  let name: String
  /// An export has all of the first columns and at least one of the second.
  private let all: Set<String>
  private let oneOf: Set<String>
  /// Status words that mean that mail is wanted.
  let confirming: Set<String>
  /// Words that mean more in other programs than in this one.
  var pending: Set<String> = []
  /// The meaning of columns that in other programs may mean anything, by their names in the form of
  /// ``SheetColumn/plain(_:)``.
  var columns: [String: SheetColumn] = [:]
  /// Whether a date of consent alone means that mail is wanted.
  var confirmsByDate = false
  /// Whether a yes of ``SheetColumn/wantsMail``, or a no of ``SheetColumn/saysEnded``, means that mail is wanted.
  var confirmsByFlag = false

  private init(_ name: String, all: Set<String>, oneOf: Set<String>, confirming: Set<String> = []) {
    self.name = name
    self.all = all
    self.oneOf = oneOf
    self.confirming = confirming
  }

  /// - Parameter headers: in the form of ``SheetColumn/plain(_:)``.
  init?(headers: Set<String>) {
    guard let known = Self.known.first(where: { $0.all.isSubset(of: headers) && !$0.oneOf.isDisjoint(with: headers) })
    else { return nil }
    self = known
  }

  static var known: [SheetProgram] {
    var mailchimp = SheetProgram("Mailchimp", all: ["memberrating"], oneOf: ["confirmtime", "optintime", "leid"])
    mailchimp.confirmsByDate = true
    var substack = SheetProgram(
      "Substack", all: ["email", "activesubscription"], oneOf: ["emaildisabled", "createdat"])
    substack.confirmsByFlag = true
    // The list of its dashboard, which does not say who wants mail.
    var dashboard = SheetProgram("Substack", all: ["email", "stripeplan"], oneOf: ["startdate"])
    dashboard.columns = ["startdate": .consentAt]
    var ghost = SheetProgram("Ghost", all: ["email", "subscribedtoemails"], oneOf: ["complimentaryplan", "createdat"])
    ghost.confirmsByFlag = true
    var kit = SheetProgram(
      "Kit", all: ["emailaddress", "firstname", "createdat"], oneOf: ["state", "status"], confirming: ["active"])
    kit.pending = ["inactive"]
    let listmonk = SheetProgram("listmonk", all: ["uuid", "email", "attributes"], oneOf: ["status"])
    var buttondown = SheetProgram(
      "Buttondown", all: ["creationdate"], oneOf: ["type", "subscribertype"],
      confirming: ["regular", "premium", "gifted", "trialed", "pastdue", "churning"])
    buttondown.columns = ["type": .status]
    let beehiiv = SheetProgram(
      "beehiiv", all: ["email", "status"], oneOf: ["subscriptiontier", "utmsource", "referralcode"],
      confirming: ["active"])
    let mailerLite = SheetProgram(
      "MailerLite", all: ["sent"], oneOf: ["opens", "opened", "clicks", "clicked"], confirming: ["active"])
    let brevo = SheetProgram("Brevo", all: ["contactid", "email"], oneOf: ["firstname", "addedtime"])
    let olderBrevo = SheetProgram(
      "Brevo", all: ["email", "emailblacklisted"], oneOf: ["addedtime", "smsblacklisted"])
    // In this program permission may be implied.
    let constantContact = SheetProgram(
      "Constant Contact", all: ["emailaddress", "emailpermissionstatus"],
      oneOf: ["emailstatus", "emailupdatesource", "emaillists"])
    let wix = SheetProgram("Wix", all: ["emailsubscriberstatus"], oneOf: ["email1", "email"])
    return [
      mailchimp, substack, dashboard, ghost, kit, listmonk, buttondown, beehiiv, mailerLite, brevo, olderBrevo,
      constantContact, wix,
    ]
  }
}
