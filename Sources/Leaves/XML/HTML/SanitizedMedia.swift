/// Images, and links in place of sound and video.
extension SanitizingPass {
  /// An image that cannot be shown is replaced by its description.
  mutating func picture(_ element: HTMLElement, _ attributes: [HTMLAttribute]) {
    let attributes = attributes.withLazyPicture
    var kept = allowed(attributes, for: element)
    if kept.value(of: "src") == nil, let other = kept.value(of: "srcset").map(firstPicture) ?? offer?.picture {
      kept.insert(HTMLAttribute(name: "src", value: other), at: 0)
    }
    if let source = kept.value(of: "src") {
      // The image that a script would load is already shown, and `<noscript>` repeats it.
      if scriptless > 0, pictures.contains(source) { return }
      pictures.insert(source)
      writer.void(element, attributes: written(kept), at: outline.pathForText())
    } else if let description = attributes.first(where: { $0.name == "alt" }), scriptless == 0 {
      text(description.value)
    }
  }

  /// `<picture>` and its `<source>`s: the first usable source replaces the `<img>` if that has no URL.
  mutating func offerPicture(_ name: String, _ attributes: [HTMLAttribute]) {
    if name == "picture" { offer = (nil, opened.count) }
    guard name == "source", offer?.picture == nil, let written = attributes.value(of: "srcset") else { return }
    offer?.picture = HTMLAttributeRule.pictures.value(of: written, base: base, page: page, find: find).map(firstPicture)
  }

  /// Writes the link, or searches the content for a URL.
  mutating func begin(_ kind: HTMLMedia, _ attributes: [HTMLAttribute]) -> Bool {
    guard !attributes.isInvisible else { return false }
    let title = attributes.value(of: "title").flatMap { HTMLAttributeRule.text.value(of: $0, base: base, page: page) }
    if link(kind, title: title, attributes) { return false }
    media = (kind, title, isLinked: false, opened.count)
    return enter()
  }

  /// libxml2 does not treat `<source>` as a void element, so everything after it is inside it.
  mutating func searchMedia(_ name: String, _ attributes: [HTMLAttribute]) -> Bool {
    if let found = media, !found.isLinked, name == "source" {
      let isLinked = link(found.kind, title: found.title, attributes)
      media?.isLinked = isLinked
    }
    return enter()
  }

  /// Writes a paragraph with a link to the URL in `attributes`, if there is one.
  private mutating func link(_ kind: HTMLMedia, title: String?, _ attributes: [HTMLAttribute]) -> Bool {
    guard let written = attributes.value(of: "src"),
      let address = HTMLAttributeRule.picture.value(of: written, base: base, page: page, find: find)
    else { return false }
    let title = title.map { folded(Array($0.utf8)) } ?? []
    let words = title.isEmpty ? Array(kind.words(for: address).utf8) : title
    let paragraph = outline.open(.named("p"), attributes: "")
    let anchor = outline.open(.named("a"), attributes: self.written([HTMLAttribute(name: "href", value: address)]))
    writer.space()
    writer.text(words, at: outline.pathForText())
    writer.space()
    for frame in [anchor, paragraph] { if let frame { outline.close(frame.id) } }
    return true
  }
}

/// The first URL of a cleaned `srcset`, whose URLs contain no space and do not end in a comma.
private func firstPicture(_ candidates: String) -> String {
  let word = candidates.prefix { $0 != " " }
  return String(word.last == "," ? word.dropLast() : word)
}
