/// The meaning of a status, in the words of any program.
enum SheetWord: Equatable {
  case pending, confirmed, ended
  case suppressed
  case bounced, complained
  /// Mail is wanted, in the words of a program: counts only if the program is known, or with `--confirmed`.
  case wanted

  /// Nil for an unknown word.
  init?(_ text: String, of program: SheetProgram?) {
    let key = SheetColumn.plain(text)
    if let program, program.confirming.contains(key) {
      self = .confirmed
    } else if let program, program.pending.contains(key) {
      self = .pending
    } else if let (word, _) = Self.words.first(where: { $1.contains(key) }) {
      self = word
    } else {
      return nil
    }
  }

  private static let words: [(SheetWord, Set<String>)] = [
    (.confirmed, ["confirmed"]),
    (
      .pending,
      [
        "pending", "unconfirmed", "notconfirmed", "unactivated", "needsapproval", "validating", "nonsubscribed",
        "transactional", "awaitingconfirmation", "new", "pendingconfirmation", "notsubscribed", "neversubscribed",
        "notset", "nopermissionsset", "nopermissionset",
        "temporaryhold", "unbestatigt", "ausstehend", "enattente", "pendiente",
      ]
    ),
    (
      .ended,
      [
        "ended", "left", "unsubscribed", "unsubscribe", "optedout", "optout", "cancelled", "canceled", "removed",
        "deleted", "archived", "disabled", "inactive", "no", "donotmail", "donotemail", "nomail", "abgemeldet",
        "ausgetragen", "gekundigt", "geloscht", "inaktiv", "desabonne", "desabonnee", "desinscrit", "desinscrite",
        "baja", "debaja", "dadodebaja", "uitgeschreven", "afgemeld", "disiscritto",
      ]
    ),
    (
      .suppressed,
      [
        "suppressed", "blocked", "blocklisted", "blacklisted", "spammy", "gesperrt", "blockiert", "geblokkeerd",
        "bloque",
        "bloqueado",
      ]
    ),
    (
      .bounced,
      ["bounced", "bounce", "cleaned", "hardbounced", "hardbounce", "undeliverable", "invalid", "unzustellbar"]
    ),
    (.complained, ["complained", "complaint", "spam", "junk", "markedasspam", "spamcomplaint", "reported"]),
    (
      .wanted,
      [
        "subscribed", "active", "enabled", "optedin", "regular", "premium", "subscriber", "yes", "express", "implied",
        "aktiv", "abonniert", "angemeldet", "abonne", "abonnee", "inscrit", "inscrite", "actif", "activo", "suscrito",
        "alta", "aangemeld", "ingeschreven",
      ]
    ),
  ]

  /// Whether a cell is a database's form of empty, which states nothing.
  static func isBlank(_ cell: String) -> Bool {
    let key = cell.lowercased()
    return blanks.contains(key) || key.hasPrefix("0000-00-00")
  }

  private static let blanks: Set<String> = [
    "", "null", "(null)", "\\n", "nil", "none", "n/a", "na", "nan", "nat", "undefined", "never", "-", "--", "–", "—",
    "[]",
    "{}",
  ]

  /// Whether a cell of a column that means no is set: a date, a reason or a yes, but neither empty nor a no.
  static func isYes(_ cell: String) -> Bool {
    ![
      "", "0", "false", "no", "n", "f", "null", "none", "nil", "never", "-", "off", "nein", "non", "nee", "nej", "nao",
      "não", "falsch", "faux", "falso", "nie", "niemals", "jamais", "nunca",
    ].contains(cell.lowercased())
  }
}
