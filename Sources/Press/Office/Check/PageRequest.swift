internal import Templates
internal import Text

/// Something that a tag in a page makes a browser load.
struct PageRequest {
  /// Position in the template, in UTF-8 bytes.
  let offset: Int
  /// The URL, as written.
  let written: String
  /// With its article: "a script".
  let what: String
  /// Nil if the URL is relative to the page.
  let url: WebURL?

  /// Nil if it loads nothing from a server, or nothing that is known: data, a part of the page, a path of this server, or a value of
  /// the template.
  fileprivate init?(_ address: String, _ what: String, at offset: Int) {
    let written = address.trimmed
    guard !written.isEmpty, !written.hasPrefix("#"), !written.hasPrefix("{{") else { return nil }
    let isOfSameScheme = written.hasPrefix("//")
    guard isOfSameScheme || !written.hasPrefix("/") else { return nil }
    url = WebURL(isOfSameScheme ? "https:" + written : written)
    let hasScheme = written.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*(:|\{\{)/) != nil
    if url == nil && hasScheme { return nil }
    self.written = written.cut(to: 60)
    self.what = what
    self.offset = offset
  }
}

extension MarkupTag {
  var requests: [PageRequest] {
    let ofStyle = style.map { Self.requests(ofStyle: $0.text, at: $0.offset) } ?? []
    return ofStyle + attributes.flatMap(requests)
  }

  /// Whether it begins a script in the page itself, which may ask for anything.
  var isInlineScript: Bool {
    guard name == "script", value(of: "src") == nil else { return false }
    let type = value(of: "type")?.lowercased() ?? ""
    return type.isEmpty || type == "module" || type.hasSuffix("/javascript")
  }

  private func requests(of attribute: Attribute) -> [PageRequest] {
    switch attribute.name {
    case "src", "poster", "data":
      [what.flatMap { PageRequest(attribute.value, $0, at: attribute.offset) }].compactMap(\.self)
    case "srcset": candidates(of: attribute)
    case "href" where name == "link":
      [linked.flatMap { PageRequest(attribute.value, $0, at: attribute.offset) }].compactMap(\.self)
    case "style": Self.requests(ofStyle: attribute.value, at: attribute.offset)
    default: []
    }
  }

  /// The images of `a.png 1x, b.png 2x`.
  private func candidates(of attribute: Attribute) -> [PageRequest] {
    attribute.value.split(separator: ",").compactMap { candidate in
      let address = candidate.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      return PageRequest(address, "an image", at: attribute.offset)
    }
  }

  private var what: String? {
    switch name {
    case "script": "a script"
    case "img", "input", "picture", "svg": "an image"
    case "iframe", "frame": "a frame"
    case "video", "audio", "source", "track": "sound or pictures"
    case "object", "embed": "an object"
    default: nil
    }
  }

  /// What a `<link>` loads; nil for one that only names something.
  private var linked: String? {
    let relations = (value(of: "rel") ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    if relations.contains("stylesheet") { return "a style sheet" }
    if relations.contains("preconnect") || relations.contains("dns-prefetch") { return "a connection" }
    let loading = ["icon", "apple-touch-icon", "manifest", "preload", "modulepreload", "prefetch", "mask-icon"]
    return relations.contains { loading.contains(String($0)) } ? "a file" : nil
  }

  private static func requests(ofStyle text: String, at offset: Int) -> [PageRequest] {
    text.matches(of: /(?i:url)\(\s*["']?([^"')]*)|@(?i:import)\s+["']([^"']*)/).compactMap { match in
      let place = offset + text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
      let address = match.output.1 ?? match.output.2 ?? ""
      return PageRequest(String(address), "a file of a style sheet", at: place)
    }
  }
}
