internal import Languages
package import Model
package import Templates

/// An article in one of the languages in which a site has it.
package struct Translation: Hashable, Sendable {
  /// BCP 47.
  package let language: String
  /// Where it is read.
  package let link: String

  /// The language's tag, its name in its own words, and where the article is read.
  package var record: TemplateValue {
    let speech = Language(language)
    return .record([
      "language": .text(language), "name": .text(speech.name), "name_dir": .text(speech.direction.rawValue),
      "url": .text(link),
    ])
  }
}

/// Which articles are translations of each other.
package struct Translations {
  private let groups: [String: [Translation]]

  /// - Parameter articles: newest first; of two in the same language, the first counts.
  package init(_ articles: some Sequence<Article>, on site: Site) {
    var groups: [String: [Translation]] = [:]
    for article in articles {
      guard let key = article.translationKey else { continue }
      let one = Translation(language: article.language ?? site.language, link: article.link)
      if groups[key]?.contains(where: { $0.language == one.language }) == true { continue }
      groups[key, default: []].append(one)
    }
    self.groups = groups.filter { $0.value.count > 1 }.mapValues { $0.sorted { $0.language < $1.language } }
  }

  /// Empty if it is in one language only.
  package subscript(article: Article) -> [Translation] {
    guard let group = article.translationKey.flatMap({ groups[$0] }),
      group.contains(where: { $0.link == article.link })
    else { return [] }
    return group
  }
}
