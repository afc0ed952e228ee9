internal import Text

/// A line that announces the next part, in the languages of the built-in phrases that have such pages.
enum CaptureLabel: CaseIterable {
  case takeaway, topics, related, more, credibility, interest, details, boilerplate

  /// In lower case, without a colon.
  private var words: Set<String> {
    switch self {
    case .takeaway:
      [
        "key takeaway", "key takeaways", "the key takeaway", "takeaway", "takeaways", "main takeaway", "kernaussage",
        "das wichtigste", "das wichtigste in kürze", "à retenir", "l’essentiel", "l'essentiel", "conclusión clave",
        "idea clave", "lo más importante", "الخلاصة",
      ]
    case .topics:
      [
        "article topics", "topics", "article tags", "tags", "keywords", "themen", "themen des artikels", "schlagwörter",
        "sujets", "thèmes", "mots-clés", "temas", "temas del artículo", "etiquetas", "palabras clave", "المواضيع",
      ]
    case .related:
      [
        "you may also like", "you might also like", "related articles", "related", "related posts", "more articles",
        "read next", "more like this", "recommended articles", "recommended for you",
        "das könnte sie auch interessieren",
        "das könnte dir auch gefallen", "ähnliche artikel", "vous aimerez aussi", "vous aimerez peut-être aussi",
        "articles similaires", "à lire aussi", "también te puede interesar", "artículos relacionados",
        "quizás también te guste", "قد يعجبك أيضا",
      ]
    case .more:
      [
        "read more", "read more »", "read more →", "learn more", "continue reading", "weiterlesen", "mehr lesen",
        "lire la suite", "en savoir plus", "leer más", "اقرأ المزيد",
      ]
    case .credibility: ["credibility", "credibility score", "glaubwürdigkeit", "crédibilité", "credibilidad"]
    case .interest: ["interest", "interest score", "interesse", "intérêt", "interés"]
    case .details:
      ["more details", "details", "original source", "study details", "source details", "about this study"]
    case .boilerplate: []
    }
  }

  private static let byWords = Dictionary(
    allCases.flatMap { label in label.words.map { ($0, label) } }, uniquingKeysWith: { first, _ in first })

  /// The label that a whole line is.
  init?(_ line: String) {
    guard line.utf8.count <= 80 else { return nil }
    let plain = Self.comparable(line)
    if let label = Self.byWords[plain] {
      self = label
      return
    }
    // "Understanding MS Research": a passage about the site that ends each of its pages.
    let words = plain.split(separator: " ")
    guard (3...6).contains(words.count), words.first == "understanding", words.last == "research" else { return nil }
    self = .boilerplate
  }

  /// The label at the beginning of a line, with what follows its colon.
  static func beginning(_ line: String) -> (label: CaptureLabel, rest: String)? {
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }),
      let label = CaptureLabel(String(line[..<colon]))
    else { return nil }
    let rest = String(line[line.index(after: colon)...]).trimmed
    return rest.isEmpty ? nil : (label, rest)
  }

  private static func comparable(_ line: String) -> String {
    var plain = line.lowercased().trimmed
    while let last = plain.last, last == ":" || last == "：" { plain.removeLast() }
    return plain.trimmed
  }
}
