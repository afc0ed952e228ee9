import Foundation
import Model
import Pages
import Presentation
import Templates
import Testing
import Time

struct LinkedDataTests {
  /// Byte by byte, as a browser looks for the end of a script: nothing but JSON may follow from any text.
  @Test(arguments: [
    "</script><script>alert(1)</script>", "<!--<script>", "]]>", "a\"b\\c", "\u{2028}\u{2029}\u{7F}\u{1}",
    "&lt;/script&gt;",
    "<\u{301}/script>", "متلازمة", "{{title}}",
  ])
  func textCannotEndTheScriptElementAroundIt(_ text: String) throws {
    let json = LinkedData.list([.text(text)]).document
    for sign in ["<", ">", "&", "\u{2028}", "\u{2029}", "\u{7F}", "\u{1}"] { #expect(!json.contains(sign)) }
    var article = sampleArticle("a", text)
    article.authors = [text]
    let page = try PageRenderer(site: sampleSite(), templates: TemplateSet()).article(article)
    let script = try #require(page.firstMatch(of: /<script type="application\/ld\+json">([^<]*)<\/script>/))
    let object = try JSONSerialization.jsonObject(with: Data(script.1.utf8)) as? [String: Any]
    #expect(object?["headline"] as? String == text)
    #expect((object?["author"] as? [String: String])?["name"] == text)
  }

  @Test func anArticleIsDescribedWithTheDataItHas() throws {
    var article = sampleArticle("a", "A", topics: ["ms", "sleep"])
    article.updated = article.published + .seconds(60)
    article.citation = .init(title: "P", journal: "J", doi: "10.1/x<y", published: "2026")
    article.image = .init(url: "https://i.example/a.png", alt: "")
    let page = try PageRenderer(site: sampleSite(), templates: TemplateSet()).article(article)
    let script = try #require(page.firstMatch(of: /<script type="application\/ld\+json">(.*)<\/script>/))
    #expect(
      script.1 == """
        {"@context":"https://schema.org","@type":"Article","headline":"A","datePublished":"2026-11-23T07:00:00Z",\
        "dateModified":"2026-11-23T07:01:00Z","inLanguage":"en","url":"https://r.example/articles/a/",\
        "mainEntityOfPage":"https://r.example/articles/a/",\
        "author":{"@type":"Organization","name":"Research","url":"https://r.example/"},\
        "publisher":{"@type":"Organization","name":"Research","url":"https://r.example/"},\
        "image":"https://i.example/a.png","about":[{"@type":"Thing","name":"ms"},{"@type":"Thing","name":"sleep"}],\
        "citation":{"@type":"ScholarlyArticle","name":"P","url":"https://doi.org/10.1/x\\u003cy",\
        "sameAs":"https://doi.org/10.1/x%3Cy",\
        "identifier":{"@type":"PropertyValue","propertyID":"DOI","value":"10.1/x\\u003cy"},\
        "isPartOf":{"@type":"Periodical","name":"J"},"datePublished":"2026"},"isAccessibleForFree":true}
        """)
  }
}
