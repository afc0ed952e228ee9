internal import Text

/// Names of months in feeds.
enum FeedWords {
  /// The month of a full name, or of an unambiguous prefix of at least three letters. Accents and case are ignored.
  static func month(_ word: String) -> Int? {
    guard let month = months[withoutAccents(word.lowercased())], month > 0 else { return nil }
    return month
  }

  /// Every prefix of a name, and its month; 0 for a prefix that two months share.
  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names {
        for length in 3...max(3, name.unicodeScalars.count) {
          let beginning = String(String.UnicodeScalarView(name.unicodeScalars.prefix(length)))
          let known = months[beginning] ?? index + 1
          months[beginning] = known == index + 1 ? known : 0
        }
      }
    }
    return months
  }()

  /// English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Hungarian, Polish, Russian, Greek.
  private static let names: [[String]] = [
    "january januar janner janvier enero gennaio janeiro januari stycznia styczen января январь ιανουαριου ιανουάριος",
    "february februar fevrier febrero febbraio fevereiro februari lutego luty февраля февраль φεβρουαριου φεβρουάριος",
    "march marz mars marzo marco maart marcius marca marzec mrz марта μαρτιου μάρτιος",
    "april avril abril aprile aprilis kwietnia kwiecien апреля апрель απριλιου απρίλιος",
    "may mai mayo maggio maio mei maj majus maja мая май μαΐου μάιος μαιου μάι μαϊ",
    "june juni juin junio giugno junho junius czerwca czerwiec июня июнь ιουνιου ιούνιος",
    "july juli juillet julio luglio julho julius lipca lipiec июля июль ιουλιου ιούλιος",
    "august aout agosto augustus augusti augusztus sierpnia sierpien августа αυγουστου αύγουστος",
    "september septembre septiembre settembre setembro szeptember wrzesnia wrzesien сентября сентябрь σεπτεμβριου"
      + " σεπτέμβριος sept setiembre",
    "october oktober octobre octubre ottobre outubro pazdziernika pazdziernik октября октябрь οκτωβριου οκτώβριος",
    "november novembre noviembre novembro listopada listopad ноября ноябрь νοεμβριου νοέμβριος",
    "december dezember decembre diciembre dicembre dezembro desember grudnia grudzien декабря декабрь δεκεμβριου"
      + " δεκέμβριος",
  ].map { $0.split(separator: " ").map(String.init) }
}
