internal import Foundation

/// The meanings of columns in a list of subscribers: those that `export` writes, and those of other programs.
enum SheetColumn: String, CaseIterable {
  case email, name, digest, feeds, status, language
  case consentAt = "consent_at"
  case origin
  case endedAt = "ended_at"
  case reason
  case suppressedAt = "suppressed_at"
  case pausedUntil = "paused_until"

  case givenName = "given name"
  case familyName = "family name"
  /// A date or a yes means that they unsubscribed.
  case saysEnded = "left"
  /// A date or a yes means that their mail bounced, they complained, or they were blocked.
  case saysBounced = "bounced"
  case saysComplained = "complained"
  case saysBlocked = "blocked"
  /// Whether they want mail; a no always counts, a yes only in the export of a known program.
  case wantsMail = "wants mail"
  /// Its name suggests a no, but its values are unknown: see ``SheetNoes``.
  case mayRefuse = "may refuse"

  /// In the order in which `export` writes them.
  static let own: [SheetColumn] = [
    .email, .name, .digest, .feeds, .status, .language, .consentAt, .origin, .endedAt, .reason, .suppressedAt,
    .pausedUntil,
  ]

  /// The names that other programs and people use, without case, spaces and punctuation, best first.
  private static let names: [(SheetColumn, [String])] = [
    (
      .email,
      [
        "email", "emailaddress", "eaddress", "mail", "mailaddress", "emailadresse", "mailadresse", "epost",
        "adressemail", "adresseemail", "courriel", "correoelectronico", "correo", "subscriberemail", "email1value",
        "email1",
        "subscriber",
      ]
    ),
    (.name, ["name", "fullname", "displayname", "subscribername", "yourname"]),
    (.givenName, ["firstname", "givenname", "fname", "vorname", "prenom", "nombre"]),
    (.familyName, ["lastname", "familyname", "surname", "lname", "nachname", "apellidos"]),
    (.digest, ["digest"]),
    (.feeds, ["feeds", "feed"]),
    (
      .status,
      [
        "status", "state", "subscriptionstatus", "subscriberstatus", "subscribertype", "emailstatus",
        "emailsubscriberstatus",
      ]
    ),
    (.language, ["language", "lang", "locale"]),
    (
      .consentAt,
      [
        "consentat", "consentdate", "consenttime", "confirmtime", "confirmedat", "optintime", "optinat", "optindate",
        "subscribedat",
        "subscribeddate", "datesubscribed", "subscriptiondate", "subscribedon", "createdat", "creationdate", "created",
        "dateadded", "datecreated", "dateregistered", "addedtime", "signupdate",
      ]
    ),
    (.origin, ["origin"]),
    (.endedAt, ["endedat"]),
    (.reason, ["reason"]),
    (.suppressedAt, ["suppressedat"]),
    (.pausedUntil, ["pauseduntil", "pauseuntil"]),
    (
      .saysEnded,
      [
        "unsubtime", "leavetime", "unsubscribedat", "unsubscribedon", "unsubscribetime", "unsubscribedate",
        "unsubscribeddate",
        "unsubscriptiondate", "dateunsubscribed", "unsubscribed", "unsubreason", "unsubscribereason", "optout",
        "optedout", "optouttime", "optoutdate", "hasoptedoutofemail", "deletedat", "deleted", "emaildisabled",
      ] + SheetNoes.ended
    ),
    (
      .saysBounced,
      [
        "cleantime", "cleaned", "bounced", "bouncedat", "bouncedate", "hardbounced", "undeliverable",
        "undeliverabilitydate", "undeliverabilityreason",
      ] + SheetNoes.bounced
    ),
    (
      .saysComplained,
      ["complained", "complainedat", "complaintdate", "markedasspam", "spamcomplaint"] + SheetNoes.complained
    ),
    (
      .saysBlocked,
      ["blocklisted", "blacklisted", "emailblacklisted", "emailblocklisted", "blocked", "suppressed"]
        + SheetNoes.blocked
    ),
    (
      .wantsMail,
      ["subscribedtoemails", "acceptsemailmarketing", "acceptsmarketing", "subscribed"] + SheetNoes.wanted
    ),
  ]

  /// The meaning of a header, and its rank: lower is better.
  static func meaning(of header: String) -> (column: SheetColumn, rank: Int)? {
    let key = plain(header)
    for (column, names) in names {
      if let rank = names.firstIndex(of: key) { return (column, rank) }
    }
    return SheetNoes.mayRefuse(key) ? (.mayRefuse, 0) : nil
  }

  /// `E-Mail Address` is `emailaddress`, and `Désinscrit` is `desinscrit`.
  static func plain(_ header: String) -> String {
    // Nearly every cell: a list has a status for each of its readers.
    if header.utf8.allSatisfy({ $0 < 0x80 }) { return plain(ascii: header.utf8) }
    return String(
      String.UnicodeScalarView(
        header.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  private static func plain(ascii header: String.UTF8View) -> String {
    var letters: [UInt8] = []
    for byte in header {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte + 32)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
      default: continue
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
