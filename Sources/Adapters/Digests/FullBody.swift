internal import Model
internal import Presentation
internal import Templates
internal import XML

extension Article {
  /// The fields of an article that is shown in full (``Digest/Shape/full``); absent in other shapes.
  func fullText(where bodies: ShownBodies, in site: Site) -> TemplateRecord {
    guard bodies.shape == .full else {
      return ["full_body": .absent, "full_text": .absent, "has_more": .flag(false)]
    }
    let text = readableText(ofHTML: String(bodyAfterUrgent))
    let html = fullBody(on: .mail)
    var fields: TemplateRecord = [
      "full_body": html, "full_text": TemplateValue(text),
      // What other sites publish may be only the beginning.
      "has_more": .flag(html == .absent || isElsewhere(than: site)),
    ]
    if let image, image.url.hasPrefix("https:"), !bodyShowsImage(on: site) {
      fields["picture"] = .record(["url": .text(image.url), "alt": .text(image.alt)])
    } else {
      fields["picture"] = .absent
    }
    return fields
  }

  /// The body without what is urgent, which is shown above it; absent if there is none.
  func fullBody(on place: FullBody.Place) -> TemplateValue {
    let rest = String(bodyAfterUrgent)
    guard rest.contains(where: { !$0.isWhitespace }) else { return .absent }
    return .html(FullBody(amongOthers(rest), on: place).html)
  }
}

/// The body of an article below its title, which is a heading of the third level, in an email or on the page of an issue.
///
/// Bodies are sanitised: every `<` begins a tag, and no attribute contains a `>`.
struct FullBody {
  enum Place { case mail, page }

  /// The width of an email's text, in pixels.
  private static let widestImage = 520

  private let place: Place
  private(set) var html = ""
  private var levels = HeadingLevels(below: 3)

  init(_ body: String, on place: Place) {
    self.place = place
    let parts = body.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).map { Substring($0) }
    html = String(parts.first ?? "")
    for part in parts.dropFirst() {
      let end = part.utf8.firstIndex(of: UInt8(ascii: ">")) ?? part.endIndex
      html += tag(part[..<end])
      html += part[end...].dropFirst()
    }
  }
}

extension FullBody {
  /// - Parameter written: what is between `<` and `>`.
  private mutating func tag(_ written: Substring) -> String {
    let name = written.prefix { $0 != " " }
    let rest = written.dropFirst(name.count)
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6": return heading(level: name.last?.wholeNumberValue ?? 2, rest)
    case "/h1", "/h2", "/h3", "/h4", "/h5", "/h6": return "</h\(levels.end())>"
    default: return place == .mail ? mailTag(name, rest) : pageTag(name, rest)
    }
  }

  private mutating func heading(level: Int, _ rest: Substring) -> String {
    let shown = levels.begin(level)
    return "<h\(shown)\(place == .mail ? " class=\"body-part\"" : "")\(rest)>"
  }

  /// With the classes of themes.
  private func mailTag(_ name: Substring, _ rest: Substring) -> String {
    switch name {
    case "blockquote": return "<blockquote class=\"body-quote\"" + without("class", rest) + ">"
    case "figure": return "<figure class=\"body-figure\"\(rest)>"
    case "pre": return "<pre class=\"body-code\" dir=\"ltr\"" + without("dir", rest) + ">"
    case "table": return "<table class=\"body-table\" cellpadding=\"0\" cellspacing=\"0\"\(rest)>"
    case "td", "th": return "<\(name) class=\"body-cell\"\(rest)>"
    case "img": return mailImage(rest)
    default: return "<\(name)\(rest)>"
    }
  }

  /// At most as wide as the text. Outlook takes the width from the attribute and ignores the style.
  private func mailImage(_ rest: Substring) -> String {
    var attributes = without("srcset", rest)
    if let width = attributes.firstMatch(of: /\ width="([0-9]+)"/).flatMap({ Int($0.1) }), width > Self.widestImage {
      attributes = without("height", without("width", attributes[...])[...]) + " width=\"\(Self.widestImage)\""
    }
    return "<img style=\"max-width: 100%; height: auto;\"" + withAlt(attributes) + ">"
  }

  /// As on the article's page: wide parts scroll, also by keyboard, and attributes that HTML no longer has become classes.
  private func pageTag(_ name: Substring, _ rest: Substring) -> String {
    switch name {
    case "pre": return "<pre tabindex=\"0\"\(rest)>"
    case "table": return "<div class=\"scroll\" tabindex=\"0\"><table\(rest)>"
    case "/table": return "</table></div>"
    case "td", "th": return "<\(name)" + rest.replacing(" align=\"", with: " class=\"at-") + ">"
    case "img": return "<img loading=\"lazy\"" + withAlt(String(rest)) + ">"
    default: return "<\(name)\(rest)>"
    }
  }

  /// An image without a description is decoration.
  private func withAlt(_ attributes: String) -> String {
    attributes.contains(" alt=\"") ? attributes : " alt=\"\"" + attributes
  }

  private func without(_ name: String, _ attributes: Substring) -> String {
    guard let start = attributes.firstRange(of: " \(name)=\""),
      let end = attributes[start.upperBound...].firstIndex(of: "\"")
    else { return String(attributes) }
    return String(attributes[..<start.lowerBound]) + attributes[end...].dropFirst()
  }
}
