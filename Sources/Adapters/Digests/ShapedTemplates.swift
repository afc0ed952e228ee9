internal import Model
internal import Templates

extension Digest.Shape {
  /// The template of an article in the HTML part.
  func htmlTemplate(isLead: Bool) -> String {
    switch self {
    case .cards: isLead ? "mail-lead.html" : "mail-article.html"
    case .headlines: "mail-headline.html"
    case .full: "mail-full.html"
    }
  }

  /// For the page of an issue, which has one template for all shapes.
  var flags: TemplateRecord {
    ["is_card": .flag(self == .cards), "is_headline": .flag(self == .headlines), "is_whole": .flag(self == .full)]
  }

  var textTemplate: String {
    switch self {
    case .cards: "mail-article.text"
    case .headlines: "mail-headline.text"
    case .full: "mail-full.text"
    }
  }
}
