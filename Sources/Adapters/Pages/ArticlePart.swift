internal import Languages
internal import Presentation
package import Model
internal import Text

/// A part that articles of many sites have, found by its heading.
package enum ArticlePart {
  /// What the finding means for readers.
  case meaning
  /// What readers should keep in mind.
  case mind
  /// What the researchers did.
  case methods

  /// In this order, the parts to which an article's page leads its readers.
  static let forReaders: [ArticlePart] = [.meaning, .mind]

  /// The id and the words of its heading, in any of the site's phrases.
  fileprivate func isHeaded(by heading: PageBody.Heading, on site: Site) -> Bool {
    let words = folded(unescapedHTML(heading.words))
    switch self {
    case .meaning: return heading.id == "what-it-means-for-you" || words == phrase("means_for_you", site)
    case .mind: return heading.id == "what-to-keep-in-mind" || words == phrase("keep_in_mind", site)
    case .methods: return Self.headingsOfMethods.contains(words)
    }
  }

  private func phrase(_ key: String, _ site: Site) -> String { folded(site.speech.word(key) ?? "") }

  /// In five languages, folded.
  private static let headingsOfMethods = Set(
    [
      "What they did", "What the researchers did", "How they did it", "How the study was done", "Methods",
      "Was sie taten", "Was sie gemacht haben", "Was die Forscher taten", "So gingen sie vor", "Methoden", "Methode",
      "Ce qu’ils ont fait", "Ce que les chercheurs ont fait", "Méthodes", "Méthode",
      "Qué hicieron", "Lo que hicieron", "Qué hicieron los investigadores", "Métodos", "Método",
      "ماذا فعلوا", "ماذا فعل الباحثون", "ما الذي فعله الباحثون", "المنهجية", "الطريقة", "الطرق",
    ].map(folded))
}

extension PageBody {
  /// The heading of the first of these parts that the body has.
  func heading(of parts: [ArticlePart], on site: Site) -> Heading? {
    for part in parts {
      if let heading = headings.first(where: { part.isHeaded(by: $0, on: site) }) { return heading }
    }
    return nil
  }
}

/// The heading of the methods, if they come before what the finding means for readers; for `courant check`.
package func methodsBeforeMeaning(inBody body: String, on site: Site) -> String? {
  let headings = PageBody(body).headings
  guard let methods = headings.firstIndex(where: { ArticlePart.methods.isHeaded(by: $0, on: site) }),
    let meaning = headings.firstIndex(where: { ArticlePart.meaning.isHeaded(by: $0, on: site) }), methods < meaning
  else { return nil }
  return oneLine(unescapedHTML(headings[methods].words))
}

/// Letters and digits in lower case, to compare headings.
private func folded(_ words: String) -> String { words.lowercased().filter { $0.isLetter || $0.isNumber } }
