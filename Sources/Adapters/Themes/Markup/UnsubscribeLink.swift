package import Templates

/// Whether readers can see the link to unsubscribe in a rendered email, whose styles are in its tags.
package struct UnsubscribeLink {
  /// Stands for its URL until it is filled in.
  private let token: String
  private let theme: Theme
  private let html: String
  private let tags: [MarkupTag]

  /// - Parameter html: a whole email, with `token` in place of the URL.
  package init(token: String, in html: String, of theme: Theme) {
    self.token = token
    self.theme = theme
    self.html = html.replacing(/<!--(?s:.*?)-->/) { String(repeating: " ", count: $0.output.utf8.count) }
    tags = MarkupScanner.tags(of: self.html)
  }

  /// The error at the place in the theme that hides the link; nil if a link can be seen, or if the URL is part of the text.
  package var concealment: TemplateError? {
    guard html.utf8.contains(1), html.contains(token) else {
      return error("`{{unsubscribe_url}}` is only in a comment, so readers do not see it; take it out")
    }
    var open: [MarkupTag] = []
    var found: TemplateError?
    for (index, tag) in tags.enumerated() {
      Self.close(tag, &open)
      if tag.isEnd { continue }
      open.append(tag)
      guard tag.name == "a", tag.value(of: "href")?.contains(token) == true else { continue }
      guard let hidden = hidden(open, link: index) else { return nil }
      found = found ?? hidden
    }
    return found
  }
}

extension UnsubscribeLink {
  private static let void: Set<String> = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]

  /// Takes away what the tag ends.
  private static func close(_ tag: MarkupTag, _ open: inout [MarkupTag]) {
    if let last = open.last, void.contains(last.name) || last.closesItself { open.removeLast() }
    let closesSibling = ["p", "li", "td", "th", "tr"].contains(tag.name) && open.last?.name == tag.name
    guard tag.isEnd || closesSibling, let place = open.lastIndex(where: { $0.name == tag.name }) else { return }
    open.removeSubrange(place...)
  }

  /// - Parameters:
  ///   - open: the elements around the link, and the link.
  ///   - link: its position among the tags.
  private func hidden(_ open: [MarkupTag], link: Int) -> TemplateError? {
    for (depth, tag) in open.enumerated() {
      if let how = Concealment(of: tag, around: open[(depth + 1)...]) {
        return place(of: tag) ?? error("the link to unsubscribe is hidden by `\(how.words)`; show it to every reader")
      }
      if tag.attributes.contains(where: { $0.name == "hidden" }) {
        return error("the link to unsubscribe is hidden by the attribute `hidden`; remove it")
      }
      if let place = place(of: tag) { return place }
    }
    if isEmpty(after: link) { return error("the link to unsubscribe has no text; write `{{word.unsubscribe}}`") }
    return unreadable(open)
  }

  /// The rule of the sheet that hides the element.
  private func place(of tag: MarkupTag) -> TemplateError? {
    guard theme.templates.use(of: ["digest.html"]).values.contains("theme.style") else { return nil }
    let classes = (tag.value(of: "class") ?? "").split(separator: " ").map { "." + $0 }
    let rule = theme.sheet.hidingRules.first { classes.contains($0.selector) || $0.selector == tag.name }
    return rule.map { rule in
      rule.place.saying("`\(rule.selector)` hides the link to unsubscribe; show it to every reader")
    }
  }

  private func isEmpty(after link: Int) -> Bool {
    guard link + 1 < tags.count else { return false }
    let next = tags[link + 1]
    guard next.isEnd, next.name == "a" else { return false }
    let bytes = Array(html.utf8)[tags[link].offset..<next.offset]
    let text = bytes.drop { $0 != UInt8(ascii: ">") }.dropFirst()
    return text.allSatisfy { $0 <= 0x20 }
  }

  private func unreadable(_ open: [MarkupTag]) -> TemplateError? {
    var ink: Colour?
    var ground: Colour?
    for tag in open {
      ground = Colour(anyForm: tag.value(of: "bgcolor") ?? "") ?? ground
      for (property, value) in Concealment.declarations(tag.value(of: "style") ?? "") {
        if property == "color" { ink = Colour(anyForm: value) }
        if property == "background-color" || property == "background" { ground = Colour(anyForm: value) ?? ground }
      }
    }
    guard let ink, let ground, ink.contrast(with: ground) < 2 else { return nil }
    return error("the link to unsubscribe has almost the colour of its background; readers must be able to see it")
  }

  /// At the tag in the site's own template, if one has it.
  private func error(_ sentence: String) -> TemplateError {
    theme.templates.place(of: "unsubscribe_url", from: "digest.html", sentence)
  }
}

extension Colour {
  /// `#rrggbb`, `#rgb`, `white` and `black`; nil for anything else.
  init?(anyForm text: String) {
    let text = text.lowercased().replacing("!important", with: "").filter { !$0.isWhitespace }
    switch text {
    case "white": self.init("#ffffff")
    case "black": self.init("#000000")
    case _ where text.utf8.count == 4 && text.hasPrefix("#"):
      self.init("#" + text.dropFirst().map { "\($0)\($0)" }.joined())
    default: self.init(text)
    }
  }
}
