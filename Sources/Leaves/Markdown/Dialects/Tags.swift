internal import Text

/// Template tags: Liquid's, Nunjucks' and Zola's `{% … %}` and `{{ … }}`, Hugo's `{{< … >}}` and `{{% … %}}`.
extension DialectScan {
  typealias Place = (line: Int, column: Int)

  var place: Place { (source.line, source.column) }

  mutating func takeTag() -> Bool {
    let place = place
    guard let words = source.takeEnclosed(in: .statement) else { return false }
    if words.hasPrefix("/*") || words.hasPrefix("#") { return true }
    guard let tag = Shortcode(words) else {
      report("{% \(words) %}", .omitted, at: place)
      return true
    }
    if tag.name == "raw" || tag.name == "verbatim", let inside = source.takeBlock(to: "end" + tag.name) {
      output += EscapedSigns.marked(raw: inside)
    } else if tag.name == "post_url" || tag.name == "post_path" {
      writeAddress(surroundings.postAddress(tag.plain.first ?? ""), "{% \(words) %}", place)
    } else if tag.name == "link" {
      let written = tag.plain.first ?? ""
      writeAddress(surroundings.fileAddress(written), "{% \(words) %}", place)
    } else if tag.name == "for" {
      _ = source.takeBlock(to: "endfor", nesting: "for")
      report("{% for … %}", .omitted, at: place)
    } else if tag.name == "end" {
      close(open.last?.name ?? "", "{% end %}", place)
    } else if tag.name.hasPrefix("end"), tag.name.count > 3 {
      close(String(tag.name.dropFirst(3)), "{% \(tag.name) %}", place)
    } else {
      write(tag, Written(mark: "{% \(words) %}", closers: ["end" + tag.name, "end"]), place)
    }
    return true
  }

  mutating func takeOutput() -> Bool {
    let place = place
    let start = source.position
    if TemplateTag.shortcodes.contains(where: { source.starts(with: $0) }) { return takeShortcode() }
    guard let words = source.takeEnclosed(in: .output) else { return false }
    // Mustache's triple braces.
    if words.hasPrefix("{"), source.current == UInt8(ascii: "}") { source.skip(1) }
    if words.hasPrefix("/*") {
      // The form in which Zola shows a shortcode.
      let shown = words.replacing("/*", with: "").replacing("*/", with: "")
      output += "<code>\(literalText("{{\(shown)}}"))</code>".utf8
      return true
    }
    let written = String(decoding: source.text(from: start), as: UTF8.self)
    writeOutput(of: words, written, place)
    return true
  }

  /// Writes the value of an expression if it is known; otherwise the expression is left out or shown.
  private mutating func writeOutput(of words: String, _ written: String, _ place: Place) {
    if let address = siteAddress(words, below: surroundings.root) {
      output += address.utf8
    } else if let value = surroundings.values[plainName(words)] {
      if isInAddress { writeAddress(value, "{{ \(words) }}", place) } else { output += literalText(value).utf8 }
    } else if words.contains("("), let tag = Shortcode(words), ShortcodeForm.known[tag.name] != nil {
      write(tag, Written(mark: "{{ \(words) }}", closers: []), place)
    } else if isInAddress {
      writeNowhere()
      report("{{ \(words) }}", .leadsNowhere, at: place)
    } else if isOfTheSite(words) {
      report("{{ \(words) }}", .omitted, at: place)
    } else {
      let line = written.split(whereSeparator: \.isNewline).joined(separator: " ")
      output += "<code>\(literalText(line))</code>".utf8
      report("{{ \(words) }}", .shown, at: place)
    }
  }

  /// `{{< name … >}}` and `{{% name … %}}`.
  private mutating func takeShortcode() -> Bool {
    let place = place
    let start = source.position
    guard source.takeEnclosed(in: .output) != nil else { return false }
    let written = String(decoding: source.text(from: start), as: UTF8.self)
    let words = written.dropFirst(3).dropLast(3)
    if words.hasPrefix("/*") {
      output += "<code>\(literalText(written.replacing("/*", with: "").replacing("*/", with: "")))</code>".utf8
      return true
    }
    guard let tag = Shortcode(String(words)) else {
      report(written, .omitted, at: place)
      return true
    }
    if tag.closes {
      close(tag.name, written, place)
    } else {
      write(tag, Written(mark: written, closers: tag.isWhole ? [] : ["/" + tag.name]), place)
    }
    return true
  }
}

// MARK: - Enclosing tags

extension DialectScan {
  /// A tag as written, with the names of the tags that may close it.
  struct Written {
    let mark: String
    let closers: [String]
  }

  /// Whether a later tag closes this one.
  func isClosed(_ tag: Written) -> Bool { tag.closers.contains { source.hasTag($0) } }

  /// The text up to the tag that closes this one; moves past that tag. Nil if there is none.
  mutating func takeInside(_ tag: Written) -> String? {
    for name in tag.closers {
      if let inside = source.takeInside(to: name) { return String(decoding: inside, as: UTF8.self) }
    }
    return nil
  }

  private mutating func close(_ name: String, _ mark: String, _ place: Place) {
    guard let index = open.lastIndex(where: { $0.name == name }) else {
      if !omitted.contains(name), !ShortcodeForm.isSilent(name) { report(mark, .omitted, at: place) }
      return
    }
    while open.count > index {
      let closing = open.removeLast().closing
      if !closing.isEmpty { writeBlock(closing) }
    }
  }

  mutating func writeAddress(_ address: String?, _ mark: String, _ place: Place) {
    if let address {
      output += address.replacing("(", with: "%28").replacing(")", with: "%29").replacing(" ", with: "%20").utf8
    } else {
      writeNowhere()
      report(mark, .leadsNowhere, at: place)
    }
  }

  /// Writes an impossible URL, so that only the words of the link remain.
  mutating func writeNowhere() {
    if let last = output.last, "(\"'=< ".utf8.contains(last), isInAddress { output += "invalid:nowhere".utf8 }
  }
}

extension ShortcodeForm {
  static func isSilent(_ name: String) -> Bool { known[name] != nil }
}

/// The value of `words` on a site with the path `root`, if they are only a URL; nil otherwise.
private func siteAddress(_ words: String, below root: String) -> String? {
  let parts = words.split(separator: "|").map { $0.trimmed }
  guard let first = parts.first else { return nil }
  let filters = [
    "relative_url", "absolute_url", "prepend: site.baseurl", "prepend: site.url", "url", "htmlBaseUrl", "absoluteUrl",
    "relURL", "absURL", "safe", "escape", "prepend:site.baseurl", "uri_escape", "url_encode",
  ]
  guard parts.dropFirst().allSatisfy({ filters.contains($0) }) else { return nil }
  if ["site.baseurl", "site.baseUrl", "baseurl", "BASE_PATH"].contains(first) { return root }
  let roots = [
    "site.url", "base_url", "site.root", "root", "site.github.url", "site.production_url", "metadata.url",
    "config.base_url",
  ]
  if roots.contains(first) { return "" }
  for function in ["get_url(path=", "relURL ", "absURL ", "url_for("] where first.hasPrefix(function) {
    return quoted(String(first.dropFirst(function.count).prefix { $0 != ")" }).trimmed).map { rooted($0, below: root) }
  }
  let isRooted = parts.dropFirst().contains { rootingFilters.contains($0) }
  return quoted(first).map { isRooted ? rooted($0, below: root) : $0 }
}

/// Those that put the path of the site in front.
private let rootingFilters: Set<String> = [
  "relative_url", "absolute_url", "prepend: site.baseurl", "prepend:site.baseurl", "relURL", "absURL",
]

private func rooted(_ path: String, below root: String) -> String {
  root.isEmpty || path.hasPrefix("/") ? root + path : root + "/" + path
}

private func quoted(_ text: String) -> String? {
  guard let quote = text.first, "\"'".contains(quote), text.count > 1, text.last == quote else { return nil }
  let address = text.dropFirst().dropLast()
  return address.contains(quote) ? nil : String(address)
}

/// The text before the first filter.
private func plainName(_ words: String) -> String { String(words.prefix { $0 != "|" }).trimmed }

/// Whether `words` refer to data that only the other generator's site has.
private func isOfTheSite(_ words: String) -> Bool {
  let name = words.prefix { !" .([|$".contains($0) }
  let known: Set<Substring> = [
    "site", "page", "post", "layout", "paginator", "content", "include", "jekyll", "forloop", "collections", "eleventy",
    "pkg", "metadata", "config", "theme", "partial", "section", "frontmatter",
  ]
  return known.contains(name) && words.contains(".") || words.hasPrefix(".") || words.hasPrefix("$.")
}
