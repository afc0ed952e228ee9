/// The words of one language by which hard reading is recognised. All are in lower case; a word that ends in `-`
/// matches all that begin with it.
struct ReadingWords: Sendable {
  /// With a point, but not the end of a sentence.
  let abbreviations: Set<String>
  /// Whether a number with a point is an ordinal: `2. Januar`.
  var hasOrdinals = false
  let significant: [String]
  let risk: [String]
  let compared: [String]
  let percent: [String]
  /// Between the two numbers of `3 in 100`.
  let outOf: Set<String>
  /// The score above which reading is hard; nil where the score means nothing.
  let mostLIX: Int?

  /// - Parameter tag: BCP 47. Nil for a language without such words.
  static func found(for tag: String) -> ReadingWords? {
    switch tag.lowercased().prefix(while: { $0 != "-" }) {
    case "en": english
    case "de": german
    case "fr": french
    case "es": spanish
    case "ar": arabic
    default: nil
    }
  }

  /// Whether the text before a point ends in an abbreviation.
  func isAbbreviation(_ text: Substring) -> Bool {
    let last = text.split { $0.isWhitespace || "([„“\"«".contains($0) }.last ?? ""
    if last.count == 1, last.first?.isLetter == true { return true }
    if hasOrdinals, !last.isEmpty, last.count <= 2, last.allSatisfy(\.isNumber) { return true }
    return abbreviations.contains(last.lowercased())
  }

  func isOne(_ word: Substring, of forms: [String]) -> Bool {
    let word = word.lowercased()
    return forms.contains { $0.hasSuffix("-") ? word.hasPrefix($0.dropLast()) : word == $0 }
  }
}

extension ReadingWords {
  static let english = ReadingWords(
    abbreviations: [
      "e.g", "i.e", "dr", "mr", "mrs", "ms", "prof", "st", "vs", "fig", "no", "approx", "al", "cf", "etc",
    ],
    significant: ["significan-"],
    risk: ["risk", "risks", "chance", "chances", "odds", "likely", "likelihood", "probability"],
    compared: [
      "less", "lower", "lowered", "fewer", "more", "higher", "greater", "reduc-", "increas-", "cut", "cuts", "drop-",
      "fell", "rose", "halved", "doubled", "tripled",
    ],
    percent: ["percent", "per", "halved", "doubled", "tripled"], outOf: ["in", "of", "out", "per", "every", "among"],
    mostLIX: 45)

  static let german = ReadingWords(
    abbreviations: [
      "dr", "prof", "bzw", "ca", "etc", "evtl", "ggf", "nr", "vgl", "usw", "inkl", "abb", "st", "z.b", "d.h",
    ],
    hasOrdinals: true, significant: ["signifikan-"],
    risk: ["risiko", "risikos", "risiken", "wahrscheinlich-", "gefahr", "chance", "chancen"],
    compared: [
      "weniger", "niedriger", "geringer", "kleiner", "mehr", "höher", "größer", "senk-", "sank", "reduz-", "verringer-",
      "erhöh-", "stieg", "halbier-", "verdoppel-", "verdreifach-", "wahrscheinlicher",
    ],
    percent: ["prozent", "halbier-", "verdoppel-", "verdreifach-"], outOf: ["von", "auf", "je", "pro", "unter"],
    mostLIX: 50)

  static let french = ReadingWords(
    abbreviations: ["dr", "pr", "m", "mme", "etc", "p.ex", "ex", "fig", "cf", "env", "al", "n°"],
    significant: ["significati-"], risk: ["risque", "risques", "probabilité", "probabilités", "chance", "chances"],
    compared: [
      "moins", "plus", "inférieur-", "supérieur-", "rédui-", "rédu-", "baiss-", "dimin-", "augment-", "doubl-",
      "tripl-",
      "élevé-",
    ],
    percent: ["pourcent", "pour", "doubl-", "tripl-"], outOf: ["sur", "pour", "parmi", "de"], mostLIX: 50)

  static let spanish = ReadingWords(
    abbreviations: ["dr", "dra", "sr", "sra", "etc", "p.ej", "ej", "fig", "núm", "aprox", "al", "ee", "uu"],
    significant: ["significati-"], risk: ["riesgo", "riesgos", "probabilidad", "probabilidades", "probable"],
    compared: [
      "menos", "más", "menor", "menores", "mayor", "mayores", "reduj-", "reduc-", "disminu-", "baj-", "aument-",
      "duplic-",
      "triplic-",
    ],
    percent: ["por", "duplic-", "triplic-"], outOf: ["de", "cada", "entre", "por"], mostLIX: 50)

  static let arabic = ReadingWords(
    abbreviations: [], significant: ["دلالة", "معتد-"],
    risk: ["خطر", "الخطر", "مخاطر", "احتمال", "احتمالية", "احتمالات"],
    compared: ["أقل", "أكثر", "أعلى", "أدنى", "انخفض-", "انخفاض", "ازداد", "زاد", "زيادة", "تضاعف"],
    percent: ["بالمئة", "بالمائة", "المئة", "المائة", "تضاعف"], outOf: ["من", "كل", "لكل", "بين"], mostLIX: nil)
}
