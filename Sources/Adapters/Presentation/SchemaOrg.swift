internal import Languages
package import Model
internal import Text
internal import Time

/// Metadata of a page for search engines and other programs, in the vocabulary of schema.org.
extension Article {
  package func linkedData(in site: Site) -> LinkedData {
    .thing(
      "Article",
      [
        "headline": .text(title),
        "description": .known(summary.trimmed),
        "datePublished": .text(published.rfc3339),
        "dateModified": .text(lastChanged.rfc3339),
        "inLanguage": .text(site.language),
        "url": .text(link),
        "mainEntityOfPage": .text(link),
        "author": .known(authors.map { site.person(named: $0) }) ?? site.organization,
        "publisher": site.organization,
        "image": .known(image?.url),
        "about": .known(topics.map { .thing("Thing", ["name": .text($0.label)]) }),
        "citation": citation?.linkedData,
        "isAccessibleForFree": .flag(true),
      ])
  }
}

extension Article.Citation {
  /// The paper that the article explains.
  fileprivate var linkedData: LinkedData? {
    guard let name = title ?? journal ?? doi ?? url else { return nil }
    return .thing(
      "ScholarlyArticle",
      [
        "name": .text(name),
        "url": .known(link),
        "sameAs": .known(doiLink),
        "identifier": doi.map { .thing("PropertyValue", ["propertyID": .text("DOI"), "value": .text($0)]) },
        "isPartOf": title == nil ? nil : journal.map { .thing("Periodical", ["name": .text($0)]) },
        "datePublished": .known(published),
      ])
  }
}

extension Site {
  fileprivate func person(named name: String) -> LinkedData {
    let page = hasPages ? author(named: name).map { address(PagePath.author($0)) } : nil
    return .thing("Person", ["name": .text(name), "url": .known(page)])
  }

  /// The publisher, named by the site's title: the setting `publisher` is a postal address.
  package var organization: LinkedData { .thing("Organization", ["name": .text(title), "url": .text(address(""))]) }

  package func linkedData() -> LinkedData {
    .thing(
      "WebSite",
      [
        "name": .text(title), "description": .known(description), "url": .text(address("")),
        "inLanguage": .text(language), "publisher": organization,
      ])
  }

  /// A page that is not an article, such as About.
  package func linkedData(of page: StandingPage) -> LinkedData {
    .thing(
      "WebPage",
      [
        "name": .text(page.title), "url": .text(address(PagePath.standing(page))),
        "description": .known(page.description), "inLanguage": .text(language),
        "isPartOf": .thing("WebSite", ["name": .text(title), "url": .text(address(""))]),
        "publisher": organization,
      ])
  }

  /// A page whose purpose is a list, of articles or of other lists.
  package func linkedData(
    ofList name: String, at address: String, description: String = "", items: [(name: String, url: String)]
  ) -> LinkedData {
    let elements = items.enumerated().map { index, item in
      LinkedData.thing(
        "ListItem", ["position": .number(index + 1), "name": .text(item.name.listed), "url": .text(item.url)])
    }
    return .thing(
      "CollectionPage",
      [
        "name": .text(name), "url": .text(address), "description": .known(description), "inLanguage": .text(language),
        "isPartOf": .thing("WebSite", ["name": .text(title), "url": .text(self.address(""))]),
        "mainEntity": .thing(
          "ItemList", ["numberOfItems": .number(items.count), "itemListElement": .list(elements)]),
      ])
  }
}
