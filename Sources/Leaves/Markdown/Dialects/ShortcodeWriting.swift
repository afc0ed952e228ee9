internal import Text

/// Writes the replacements of tags with a known ``ShortcodeForm``.
extension DialectScan {
  mutating func write(_ tag: Shortcode, _ written: Written, _ place: Place) {
    if tag.name == "param", let name = tag.plain.first, let value = surroundings.values["param." + name] {
      return output += literalText(value).utf8
    }
    guard let form = ShortcodeForm.known[tag.name] else { return leaveOut(tag, written, place) }
    switch form {
    case .figure: writeFigure(tag, written, place)
    case .address: writeAddress(address(tag), written.mark, place)
    case .link: writeLink(tag, written, place)
    case .embed(let site): writeEmbed(site, tag, written, place)
    case .media: writeMedia(tag, written, place)
    case .code: writeCode(tag, written, place)
    case .formula: writeFormula(written, place)
    case .note(let kind): writeNote(kind, tag, written, place)
    case .quote: writeQuote(tag, written, place)
    case .part: writePart(tag, written)
    case .inside: openBlock(tag, written, "", "")
    case .lineBreak: output += "<br />".utf8
    case .nothing: omitted.insert(tag.name)
    }
  }

  private mutating func leaveOut(_ tag: Shortcode, _ written: Written, _ place: Place) {
    omitted.insert(tag.name)
    report(written.mark, isClosed(written) ? .unwrapped : .omitted, at: place)
  }

  /// Writes the beginning of the replacement; without an end tag, that is the whole replacement.
  private mutating func openBlock(_ tag: Shortcode, _ written: Written, _ beginning: String, _ end: String) {
    if isClosed(written) {
      open.append((tag.name, end))
      if !beginning.isEmpty { writeBlock(beginning) }
    } else if !beginning.isEmpty {
      writeBlock(beginning + end)
    }
  }
}

// MARK: - Images

extension DialectScan {
  private mutating func writeFigure(_ tag: Shortcode, _ written: Written, _ place: Place) {
    let inside = takeInside(written)?.trimmed
    guard var picture = Picture(tag), let source = file(of: picture.source) else {
      if let inside { output += inside.utf8 }
      return report(written.mark, .omitted, at: place)
    }
    picture.source = source
    if isInAddress { return output += picture.source.utf8 }
    let image = "<img src=\"\(attributeValue(picture.source))\" alt=\"\(attributeValue(picture.description))\" />"
    let linked = picture.link.map { "<a href=\"\(attributeValue($0))\">\(image)</a>" } ?? image
    guard hasLineForItself else { return output += linked.utf8 }
    let caption = [picture.caption, inside ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let under = caption.isEmpty ? "" : "<figcaption>\(inlineHTML(caption))</figcaption>"
    writeBlock("<figure>\(linked)\(under)</figure>")
  }
}

extension DialectScan {
  /// The image's file, which Hugo finds even without its extension; nil if there is none.
  private func file(of written: String) -> String? {
    let name = written.split(separator: "/").last ?? ""
    if name.contains(".") || written.contains("://") || written.contains("{{") { return written }
    return ["png", "jpg", "jpeg", "webp", "gif", "svg", "avif"].lazy.compactMap {
      surroundings.fileAddress(written + "." + $0)
    }.first
  }
}

/// An image that a tag shows.
private struct Picture {
  var source: String
  let description: String
  let caption: String
  let link: String?

  /// Nil if the tag names no image.
  init?(_ tag: Shortcode) {
    let named = tag.value("src", "image_path", "url", "path", "file", "image", "img", "filename", "name", "source")
    let pictures = tag.plain.indices.filter { isPicture(tag.plain[$0]) }
    let position = named == nil ? pictures.first ?? tag.plain.indices.first : nil
    guard let found = named ?? position.map({ tag.plain[$0] }), !found.isEmpty else { return nil }
    source = found
    // The plain values also include sizes and classes.
    let words = tag.plain.indices.filter { $0 != position && tag.plain[$0].contains(" ") }.map { tag.plain[$0] }
    let title = tag.value("title", "heading")
    let text = tag.value("caption", "description", "legend", "cap", "text") ?? words.first
    let credit = tag.value("attr", "credit", "author", "attribution")
    let creditLink = tag.value("attrlink", "credit_link")
    let credited = credit.map { words in creditLink.map { "[\(words)](\($0))" } ?? words }
    caption = [title, text, credited].compactMap { $0 }.joined(separator: " ")
    description = tag.value("alt", "alt_text", "alttext") ?? words.last ?? text ?? title ?? ""
    link = tag.value("link", "href", "target_url")
  }
}

private func isPicture(_ path: String) -> Bool {
  let path = path.lowercased().prefix { $0 != "?" && $0 != "#" }
  return ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"].contains { path.hasSuffix("." + $0) }
}

// MARK: - Links

extension DialectScan {
  private func address(_ tag: Shortcode) -> String? {
    guard let written = tag.value("path", "src", "url") ?? tag.plain.first else { return nil }
    return surroundings.fileAddress(written)
  }

  private mutating func writeLink(_ tag: Shortcode, _ written: Written, _ place: Place) {
    let inside = takeInside(written)?.trimmed
    let target = tag.value("href", "url", "link", "relref", "path") ?? tag.plain.first ?? ""
    let words =
      inside ?? tag.value("text", "title", "name", "label") ?? tag.plain.dropFirst().last { $0 != "true" } ?? target
    let found = tag.name == "post_link" ? surroundings.postAddress(target) : surroundings.fileAddress(target)
    let isAddress =
      target.hasPrefix("http") || target.hasPrefix("/") || target.hasPrefix("#") || target.hasPrefix("mailto:")
    guard let address = found ?? (isAddress || tag.name == "asset_link" ? target : nil) else {
      output += words.utf8
      return report(written.mark, .leadsNowhere, at: place)
    }
    output += "<a href=\"\(attributeValue(address))\">\(inlineHTML(words))</a>".utf8
  }

  private mutating func writeEmbed(_ site: EmbeddedSite, _ tag: Shortcode, _ written: Written, _ place: Place) {
    let inside = takeInside(written)?.trimmed
    guard let address = site.address(tag) else { return report(written.mark, .omitted, at: place) }
    let usual = site.isVideo ? "Watch the video at" : "Open"
    let before = surroundings.words[site.isVideo ? "watch" : "open"] ?? usual
    write(
      link: address, inside ?? tag.value("title", "caption") ?? before + " " + (hostAndPort(of: address) ?? address))
  }

  private mutating func writeMedia(_ tag: Shortcode, _ written: Written, _ place: Place) {
    let inside = takeInside(written)?.trimmed
    let named = tag.value("src", "url", "file", "mp4", "path", "webm", "href", "link")
    let id = tag.value("id")
    if named == nil,
      let site = tag.value("provider", "service", "type").flatMap({ name in
        EmbeddedSite.allCases.first { $0.names.contains(name.lowercased()) }
      }), id != nil
    {
      return writeEmbed(site, tag, Written(mark: written.mark, closers: []), place)
    }
    guard let address = named ?? tag.plain.first else { return report(written.mark, .omitted, at: place) }
    let name = address.split(separator: "/").last.map(String.init) ?? address
    write(link: address, inside ?? tag.value("title", "caption", "alt") ?? name)
  }

  private mutating func write(link address: String, _ words: String) {
    let link = "<a href=\"\(attributeValue(address))\">\(literalText(words.isEmpty ? address : words))</a>"
    if hasLineForItself { writeBlock("<p>\(link)</p>") } else { output += link.utf8 }
  }
}

// MARK: - Enclosed text

extension DialectScan {
  private mutating func writeCode(_ tag: Shortcode, _ written: Written, _ place: Place) {
    guard let inside = takeInside(written) else { return report(written.mark, .omitted, at: place) }
    let drawn = ["mermaid", "chart", "plantuml", "graphviz"]
    let language = drawn.contains(tag.name) ? tag.name : tag.value("lang", "language", "lexer") ?? tag.plain.first ?? ""
    let name = language.hasPrefix("lang:") ? String(language.dropFirst(5)) : language
    let code = inside.drop { $0 == "\n" || $0 == "\r\n" }
    guard inside.contains(where: \.isNewline) || hasLineForItself else {
      return output += "<code>\(literalText(code))</code>".utf8
    }
    let listing = Listing(words: name, code: Array(code.utf8)[...])
    let fence = String(repeating: "~", count: max(6, listing.longestFence + 1))
    output += "\n\(fence) \(listing.language)\n\(code)\n\(fence)\n".utf8
  }

  private mutating func writeFormula(_ written: Written, _ place: Place) {
    guard let inside = takeInside(written) else { return omitted.formUnion(["katex", "math"]) }
    let source = inside.trimmed.trimming(characters: "$")
    if hasLineForItself { writeBlock(displayFormula(source)) } else { output += inlineFormula(source).utf8 }
  }

  private mutating func writeNote(_ known: NoteKind?, _ tag: Shortcode, _ written: Written, _ place: Place) {
    let named = tag.value("type", "color", "class", "style", "status", "level", "kind", "variant")
    var kind = known == .note ? nil : known
    kind = kind ?? named.flatMap(NoteKind.init(name:))
    var plain = tag.plain
    if kind == nil, let first = plain.first, let meant = NoteKind(name: first) {
      kind = meant
      plain.removeFirst()
    }
    let words = plain.first { $0.contains { $0.isLetter } && NoteKind(name: $0) == nil && !$0.hasPrefix("fa") }
    let title = tag.value("title", "summary", "heading", "header", "label") ?? words
    let content = tag.value("content", "text", "body").map { "<p>\(inlineHTML($0))</p>" } ?? ""
    guard isClosed(written) || !content.isEmpty else { return report(written.mark, .omitted, at: place) }
    let note = kind ?? .note
    let heading = note.sign + (title.map(inlineHTML) ?? literalText(surroundings.word(note)))
    if kind == .details {
      openBlock(tag, written, "<details><summary>\(heading)</summary>\(content)", "</details>")
    } else {
      openBlock(tag, written, "\(note.quotation)<p><strong>\(heading)</strong></p>\(content)", "</blockquote>")
    }
  }

  private mutating func writeQuote(_ tag: Shortcode, _ written: Written, _ place: Place) {
    guard isClosed(written) else { return report(written.mark, .omitted, at: place) }
    let who = tag.value("author", "by", "cite", "source", "attribution") ?? tag.plain.joined(separator: " ")
    let by = who.isEmpty ? "" : "<p>— \(inlineHTML(who))</p>"
    openBlock(tag, written, "<blockquote>", by + "</blockquote>")
  }

  private mutating func writePart(_ tag: Shortcode, _ written: Written) {
    let title = tag.value("title", "name", "header", "label", "tabname") ?? tag.plain.first
    openBlock(tag, written, title.map { "<p><strong>\(inlineHTML($0))</strong></p>" } ?? "", "")
  }
}

extension String {
  /// Removes these characters from both ends.
  func trimming(characters: String) -> String {
    String(self.drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed()).trimmed
  }
}
