internal import Languages
package import Model
package import Templates

extension StandingPage {
  /// An element of `pages` in templates, and the fields of `standing` except its body.
  package func record(in site: Site) -> TemplateValue { .record(fields(in: site)) }

  package func fields(in site: Site) -> TemplateRecord {
    var fields: TemplateRecord = ["name": .text(name), "url": .text(site.address(PagePath.standing(self)))]
    fields.merge(site.speech.standalone("title", title)) { $1 }
    return fields
  }
}

extension Site {
  /// The URL of `pages/how-we-rate.md`, which explains how articles are rated; nil if the site has none.
  var howWeRate: String? { standingPage(named: "how-we-rate").map { address(PagePath.standing($0)) } }

  /// The URL of `pages/about.md`, which says who is behind the site; nil if the site has none.
  var about: String? { standingPage(named: "about").map { address(PagePath.standing($0)) } }
}
