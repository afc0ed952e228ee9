/// How the sanitizer treats an element of the input.
enum ElementPolicy: Sendable {
  case kept(HTMLElement)
  /// The tags are removed, the content stays.
  case unwrapped
  /// The element is removed with all its content.
  case dropped
  /// A link replaces the element with all its content.
  case linked(HTMLMedia)
  /// A check box, which becomes a character.
  case checkBox
}

/// An element that the output may contain.
struct HTMLElement: Sendable {
  enum Role: Sendable {
    /// Contains blocks and text.
    case block
    /// Contains only certain children, for example a table: see ``HTMLElement/impliedChild``.
    case structure
    /// Contains text; a block that begins inside interrupts it until that block ends, as with `p`.
    case paragraph
    /// Contains text; blocks inside lose their tags, as in a heading.
    case heading
    /// Like `heading`, but white space is significant.
    case preformatted
    /// Encloses text inside the innermost block, however the author nested the two.
    case inline
    case lineBreak, rule, picture
  }

  let name: String
  let role: Role
  var attributes: [String: HTMLAttributeRule] = [:]
  /// Without this attribute the element has no effect, so it is unwrapped.
  var needed: String?
  /// The only parents allowed; elsewhere the element becomes a `div`.
  var parents: Set<String>?
  /// In a structure: the element that wraps anything other than its proper children.
  var impliedChild: String?
  /// A cell keeps its position in the row even if it is empty.
  var isKeptEmpty = false

  var isText: Bool { role == .paragraph || role == .heading || role == .preformatted }
  var isContainer: Bool { role == .block || role == .structure }
}

extension HTMLElement {
  static func policy(of name: String) -> ElementPolicy {
    policies[name] ?? .unwrapped
  }

  private static let policies: [String: ElementPolicy] = {
    var policies = allowed.mapValues { ElementPolicy.kept($0) }
    for name in dropped { policies[name] = .dropped }
    for (name, known) in renamed { policies[name] = .kept(.named(known)) }
    for media in HTMLMedia.allCases { policies[media.rawValue] = .linked(media) }
    policies["input"] = .checkBox
    return policies
  }()

  static let division = HTMLElement(name: "div", role: .block)

  static func named(_ name: String) -> HTMLElement { allowed[name] ?? division }

  /// Elements whose content is not text of the article, or that libxml2 parses differently from a browser.
  private static let dropped: Set<String> = [
    "script", "style", "object", "applet", "noframes", "noembed", "template", "svg",
    "title", "head", "frameset", "canvas", "map", "button", "select", "textarea", "option",
    "optgroup", "datalist", "output", "progress", "meter", "colgroup", "col",
  ]

  /// Elements that a feed reader may not support, or that only affect the layout, with their replacements.
  private static let renamed: [String: String] = [
    "section": "div", "article": "div", "header": "div", "footer": "div", "main": "div", "aside": "div", "nav": "div",
    "address": "div", "center": "div", "form": "div", "fieldset": "div", "legend": "div", "hgroup": "div",
    "search": "div", "dialog": "div", "menu": "ul", "dir": "ul", "xmp": "pre", "listing": "pre", "plaintext": "pre",
    "strike": "s", "tt": "code", "acronym": "abbr",
  ]

  private static let allowed: [String: HTMLElement] = {
    let cell: [String: HTMLAttributeRule] = [
      "colspan": .number, "rowspan": .number, "align": .oneOf(["left", "right", "center"]),
    ]
    let heading = cell.merging(["scope": .oneOf(["row", "col", "rowgroup", "colgroup"])]) { $1 }
    let rows: Set<String> = ["table", "thead", "tbody", "tfoot"]
    // `urgent` marks a quotation that cannot wait.
    let quotation: [String: HTMLAttributeRule] = ["cite": .link, "class": .oneOf(["urgent"])]
    let picture: [String: HTMLAttributeRule] = [
      "src": .picture, "srcset": .pictures, "alt": .text, "width": .number, "height": .number,
    ]
    var elements = [
      division, HTMLElement(name: "blockquote", role: .block, attributes: quotation),
      HTMLElement(name: "figure", role: .block), HTMLElement(name: "details", role: .block),
      HTMLElement(name: "figcaption", role: .block, parents: ["figure"]),
      HTMLElement(name: "summary", role: .heading, parents: ["details"]),
      HTMLElement(name: "ul", role: .structure, impliedChild: "li"),
      HTMLElement(name: "ol", role: .structure, attributes: ["start": .number], impliedChild: "li"),
      HTMLElement(name: "li", role: .block, attributes: ["value": .number], parents: ["ul", "ol"]),
      HTMLElement(name: "dl", role: .structure, impliedChild: "dd"),
      HTMLElement(name: "dt", role: .heading, parents: ["dl"]), HTMLElement(name: "dd", role: .block, parents: ["dl"]),
      HTMLElement(name: "table", role: .structure, impliedChild: "tr"),
      HTMLElement(name: "caption", role: .heading, parents: ["table"]),
      HTMLElement(name: "tr", role: .structure, parents: rows, impliedChild: "td"),
      HTMLElement(name: "td", role: .block, attributes: cell, parents: ["tr"], isKeptEmpty: true),
      HTMLElement(name: "th", role: .block, attributes: heading, parents: ["tr"], isKeptEmpty: true),
      HTMLElement(name: "p", role: .paragraph), HTMLElement(name: "pre", role: .preformatted),
      HTMLElement(name: "a", role: .inline, attributes: ["href": .link], needed: "href"),
      HTMLElement(name: "code", role: .inline, attributes: ["class": .programmingLanguage]),
      HTMLElement(name: "q", role: .inline, attributes: ["cite": .link]),
      HTMLElement(name: "ins", role: .inline, attributes: ["cite": .link, "datetime": .date]),
      HTMLElement(name: "del", role: .inline, attributes: ["cite": .link, "datetime": .date]),
      HTMLElement(name: "time", role: .inline, attributes: ["datetime": .date]),
      HTMLElement(name: "span", role: .inline, needed: ""), HTMLElement(name: "bdo", role: .inline, needed: "dir"),
      HTMLElement(name: "img", role: .picture, attributes: picture, needed: "src"),
      HTMLElement(name: "br", role: .lineBreak), HTMLElement(name: "hr", role: .rule),
    ]
    elements += ["h1", "h2", "h3", "h4", "h5", "h6"].map {
      HTMLElement(name: $0, role: .heading)
    }
    elements += ["thead", "tbody", "tfoot"].map {
      HTMLElement(name: $0, role: .structure, parents: ["table"], impliedChild: "tr")
    }
    elements += [
      "em", "strong", "b", "i", "u", "s", "small", "sub", "sup", "mark", "abbr", "dfn", "cite", "kbd", "samp", "var",
      "bdi", "ruby", "rt", "rp",
    ].map { HTMLElement(name: $0, role: .inline) }
    return Dictionary(uniqueKeysWithValues: elements.map { ($0.name, $0) })
  }()
}
