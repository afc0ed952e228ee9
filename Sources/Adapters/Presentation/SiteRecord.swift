internal import Languages
package import Model
package import Templates
internal import Text

extension Site {
  /// The value of `site` in all templates.
  package var record: TemplateValue {
    let direction = speech.direction
    var fields: TemplateRecord = [
      "url": .text(url),
      "language": .text(language),
      "dir": .text(direction.rawValue),
      "start": .text(direction.start),
      "end": .text(direction.end),
      "sign_up": TemplateValue(web == nil ? signUp : address("subscribe")),
      "sign_up_action": TemplateValue(web == nil ? nil : folder + "subscribe"),
      "search_action": TemplateValue(web == nil ? nil : folder + "search"),
      "how_we_rate_url": TemplateValue(howWeRate),
      "about_url": TemplateValue(about),
      "icon": TemplateValue(look.favicon ?? look.icon),
    ]
    for (name, text) in [("title", title), ("description", description), ("publisher", publisher)] {
      fields.merge(speech.standalone(name, text)) { $1 }
    }
    return .record(fields)
  }

  /// The site's standing note, `note.html` or `note.text`, whose only value is `site`; empty if there is none.
  package func note(_ name: String, from templates: TemplateSet) throws(TemplateError) -> String {
    try templates.render(name, .record(["site": record])).trimmed
  }
}

extension Feed {
  /// An element of `feeds` in templates.
  package func record(in site: Site) -> TemplateValue {
    var fields: TemplateRecord = [
      "name": .text(name.text),
      "page_url": .text(site.address(PagePath.feed(name))),
      "formats": .list(formats.map { record(of: $0, in: site) }),
      "main_format": formats.first.map { record(of: $0, in: site) } ?? .absent,
      "other_formats": .list(formats.dropFirst().map { record(of: $0, in: site) }),
      "has_other_formats": .flag(formats.count > 1),
    ]
    fields.merge(site.speech.standalone("title", title)) { $1 }
    fields.merge(site.speech.standalone("description", description)) { $1 }
    return .record(fields)
  }

  private func record(of format: Format, in site: Site) -> TemplateValue {
    .record([
      "id": .text(format.rawValue), "label": .text(format.label), "media_type": .text(format.mediaType),
      "url": .text(site.address(percentEncodedPath(path(format)))),
    ])
  }

  package func links(in site: Site) -> [FeedLink] {
    formats.map { FeedLink(title: title, format: $0, url: site.address(percentEncodedPath(path($0)))) }
  }
}
