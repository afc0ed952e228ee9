/// A program whose exports are known by the columns they have, and what their words mean: how `docs/readers.md` says it.
///
/// The columns are those of the programs' own sources and of files that people published (November 2026): Ghost's
/// `members-csv`, listmonk's `cmd/subscribers.go`, Ghost's migrator for Substack, exports of Mailchimp in public tests; the
/// states are those of the manuals of Kit, Buttondown and beehiiv.
struct SheetProgram {
  let name: String
  /// Each of these, and one of those.
  private let all: Set<String>
  private let oneOf: Set<String>
  /// Words of the status that say that mail is wanted.
  let confirming: Set<String>
  /// Words that elsewhere say more than here.
  var pending: Set<String> = []
  /// A date of consent alone says that mail is wanted.
  var confirmsByDate = false
  /// A yes of ``SheetColumn/wantsMail``, or a no of ``SheetColumn/saysEnded``, says that mail is wanted.
  var confirmsByFlag = false

  private init(_ name: String, all: Set<String>, oneOf: Set<String>, confirming: Set<String> = []) {
    self.name = name
    self.all = all
    self.oneOf = oneOf
    self.confirming = confirming
  }

  /// - Parameter headers: as ``SheetColumn/plain(_:)`` writes them.
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
    var ghost = SheetProgram("Ghost", all: ["email", "subscribedtoemails"], oneOf: ["complimentaryplan", "createdat"])
    ghost.confirmsByFlag = true
    var kit = SheetProgram(
      "Kit", all: ["emailaddress", "firstname", "createdat"], oneOf: ["state", "status"], confirming: ["active"])
    kit.pending = ["inactive"]
    let listmonk = SheetProgram("listmonk", all: ["uuid", "email", "attributes"], oneOf: ["status"])
    let buttondown = SheetProgram(
      "Buttondown", all: ["creationdate"], oneOf: ["type", "subscribertype"],
      confirming: ["regular", "premium", "gifted", "trialed", "pastdue", "churning"])
    let beehiiv = SheetProgram(
      "beehiiv", all: ["email", "status"], oneOf: ["subscriptiontier", "utmsource", "referralcode"],
      confirming: ["active"])
    let mailerLite = SheetProgram(
      "MailerLite", all: ["sent"], oneOf: ["opens", "opened", "clicks", "clicked"], confirming: ["active"])
    let brevo = SheetProgram("Brevo", all: ["contactid", "email"], oneOf: ["firstname", "addedtime"])
    // Permission there may be implied.
    let constantContact = SheetProgram(
      "Constant Contact", all: ["emailaddress", "emailpermissionstatus"],
      oneOf: ["emailstatus", "emailupdatesource", "emaillists"])
    let wix = SheetProgram("Wix", all: ["emailsubscriberstatus"], oneOf: ["email1", "email"])
    return [
      mailchimp, substack, ghost, kit, listmonk, buttondown, beehiiv, mailerLite, brevo, constantContact, wix,
    ]
  }
}
