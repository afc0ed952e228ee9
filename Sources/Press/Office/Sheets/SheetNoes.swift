internal import Model
internal import Time

/// The columns that show who wants no mail, or who does, with names in the form of ``SheetColumn/plain(_:)``.
enum SheetNoes {
  /// A date or a yes means that they unsubscribed.
  static let ended = [
    "confirmedoptoutdate", "confirmedoptoutsource", "confirmedoptoutreason",
    "donotmail", "donotemail", "donotcontact", "donotsend", "nomail", "noemail", "nomails", "noemails", "nomailing",
    "nonewsletter", "left", "leftat", "removed", "removedat", "unsubscribe", "unsub", "isunsubscribed", "emailoptout",
    "emailoptoutdate", "optedoutofemail", "optedoutofemails", "isoptedout", "unsubscribedfromallemail",
    "abgemeldet", "abgemeldetam", "abmeldung", "abmeldedatum", "austragung", "ausgetragen", "ausgetragenam",
    "gekundigt",
    "gekundigtam", "widerruf", "widerrufen", "widerrufenam", "widerspruch", "keinewerbung", "keinnewsletter",
    "keinemails", "desabonne", "desabonnee", "desabonnele", "desabonnement", "desinscrit", "desinscrite",
    "desinscritle", "desinscription", "datededesinscription", "baja", "debaja", "dadodebaja", "fechadebaja",
    "fechabaja", "uitgeschreven", "uitgeschrevenop", "afgemeld", "afgemeldop", "disiscritto", "cancellato",
  ]

  static let bounced = ["bounce", "hardbounce", "hardbouncedat", "isbounced", "unzustellbar"]
  static let complained = ["complaint", "spam", "spamreport", "spamreported", "beschwerde"]
  static let blocked = [
    "emailblacklist", "emailblocklist", "isblocked", "isblacklisted", "blacklist", "blocklist", "suppression",
    "issuppressed", "gesperrt", "gesperrtam",
    "blockiert", "geblokkeerd", "bloque", "bloqueado",
  ]

  /// The cell is a yes, a no, or a status; see ``SheetAnswer``.
  static let wanted = [
    "emailoptin", "optin", "optedin", "emailoptedin", "optinstatus", "emailoptinstatus", "marketingoptin",
    "newsletteroptin",
    "newsletter", "newslettersubscription", "newslettersubscribed", "subscribedtonewsletter", "issubscribed",
    "emailsubscribed", "emailsubscriptionstatus", "emailpermission", "emailpermissionstatus", "permission",
    "permissionstatus", "permissions", "marketingpermission", "marketingpermissions", "emailmarketingpermission",
    "emailmarketingconsent", "emailmarketing", "marketingconsent", "marketingstatus", "consent", "consentgiven",
    "consentstatus", "emailconsent", "gdpr", "gdprconsent", "gdprpermission", "dsgvo", "rgpd", "avg", "mailing",
    "mailings", "mailingstatus", "receiveemails", "receivesemails", "receivenewsletter", "wantsnewsletter", "wantsmail",
    "einwilligung", "zustimmung", "abonniert", "angemeldet", "consentement", "abonne", "inscrit", "consentimiento",
    "suscrito", "toestemming", "aangemeld", "ingeschreven",
  ]

  /// Whether an unknown column has a name that suggests a no.
  static func mayRefuse(_ key: String) -> Bool {
    if ["unsubscribeurl", "unsubscribelink", "unsubscribetoken"].contains(key) { return false }
    if otherWays.contains(where: key.contains), !key.contains("mail") { return false }
    // Columns about where, how and when consent was given never mean no.
    let places = ["ip", "source", "url", "useragent"] + (key.contains("optin") ? ["time", "date"] : [])
    if key.contains("optin") || key.hasPrefix("consent"), places.contains(where: key.hasSuffix) { return false }
    if ["consenttime", "consenttimestamp", "consentdate"].contains(where: key.hasSuffix) { return false }
    if key.hasSuffix("subscriberstatus") || key.hasSuffix("subscriptionstatus") { return !key.hasPrefix("sms") }
    return key == "opt" || key.hasPrefix("baja") || key.hasSuffix("baja") || parts.contains(where: key.contains)
  }

  /// Columns about other ways to reach a reader state nothing about mail.
  private static let otherWays = [
    "sms", "whatsapp", "telegram", "phone", "telefon", "mobile", "fax", "webpush", "pushnotification", "postal",
  ]

  private static let parts = [
    "optin", "optout", "opted", "unsub", "permission", "permit", "consent", "gdpr", "dsgvo", "rgpd", "newsletter",
    "donot", "dont", "nomail", "noemail", "emailmarketing", "marketingemail", "blocked", "blocklist", "blacklist",
    "suppress", "bounce", "complain", "spam", "undeliverab", "abmeld", "abgemeld", "gesperrt", "sperr", "blockiert",
    "austrag", "ausgetrag", "kundigung", "gekundigt", "widerruf", "widerspr", "einwillig", "zustimm", "unzustellbar",
    "desinscri", "desabonn", "consentement", "bloque", "consentimiento", "cancel", "uitgeschr", "uitschrij",
    "afgemeld",
    "afmeld", "toestemming", "geblokkeerd", "disiscri",
  ]
}

/// The meaning of a cell in a column that shows who wants mail.
enum SheetAnswer {
  case yes
  /// With the status, if the cell is one.
  case no(SheetWord)
  case pending

  /// Nil if the cell is not understood.
  init?(_ cell: String, of program: SheetProgram?) {
    let key = SheetColumn.plain(cell)
    if !SheetWord.isYes(cell) || Self.noes.contains(key) {
      self = .no(.ended)
    } else if ["✓", "✔", "☑", "+"].contains(cell) || Self.yeses.contains(key) || WrittenDate(cell) != nil {
      self = .yes
    } else {
      switch SheetWord(cell, of: program) {
      case .confirmed, .wanted: self = .yes
      case .pending: self = .pending
      case let word?: self = .no(word)
      case nil: return nil
      }
    }
  }

  /// The status; nil for a yes, which alone confirms no one.
  var word: SheetWord? {
    switch self {
    case .yes: nil
    case .no(let word): word
    case .pending: .pending
    }
  }

  private static let noes: Set<String> = [
    "out", "denied", "declined", "refused", "rejected", "withdrawn", "revoked", "notgranted", "optout", "abgelehnt",
    "widerrufen", "unchecked", "nothanks",
  ]
  private static let yeses: Set<String> = [
    "yes", "y", "true", "t", "1", "on", "x", "ok", "ja", "j", "oui", "o", "si", "s", "sim", "wahr", "vrai",
    "verdadero", "in", "optin", "granted", "accepted", "agreed", "given", "checked",
  ]
}
