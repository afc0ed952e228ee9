internal import Text
internal import XML

/// The vocabularies that are understood.
enum Vocabulary: String {
  /// RSS of any version, and elements without a namespace.
  case plain
  case atom, content, dc, dcterms, media, itunes, prism, rdf, sy, feedburner, xhtml, deleted, arxiv
  /// An export of WordPress (WXR).
  case wp, excerpt
  case other

  init(_ name: XMLName) {
    guard let namespace = name.namespace else {
      self = name.prefix.map { Self.usualPrefixes[$0.lowercased()] ?? .other } ?? .plain
      return
    }
    let address = Self.folded(namespace)
    if let known = Self.addresses[address] {
      self = known
    } else if address.hasPrefix("wordpress.org/export/") {
      self = address.hasSuffix("/excerpt") ? .excerpt : .wp
    } else if address.hasPrefix("purl.org/net/rss1.1") || address.hasPrefix("my.netscape.com/") {
      self = .plain
    } else {
      // A default namespace that no one knows, as in RSS 2.0's early days.
      self = name.prefix == nil ? .plain : .other
    }
  }

  /// Without scheme and end, which publishers vary.
  private static func folded(_ address: String) -> String {
    var text = address.trimmed.lowercased()[...]
    for scheme in ["http://", "https://"] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.count) }
    if text.hasPrefix("www.") { text = text.dropFirst(4) }
    while text.last == "/" || text.last == "#" { text.removeLast() }
    return String(text)
  }

  private static let addresses: [String: Vocabulary] = [
    "w3.org/2005/atom": .atom, "purl.org/atom/ns": .atom, "purl.org/net/rss1.1": .plain, "purl.org/rss/1.0": .plain,
    "example.com/newformat": .atom, "example.com/necho": .atom, "purl.org/echo": .atom, "uri/of/echo/namespace": .atom,
    "backend.userland.com/rss": .plain, "blogs.law.harvard.edu/tech/rss": .plain, "backend.userland.com/rss2": .plain,
    "channel.netscape.com/rdf/simple/0.9": .plain, "my.netscape.com/rdf/simple/0.9": .plain,
    "purl.org/rss/1.0/modules/rss091": .plain, "purl.org/rss/1.0/modules/content": .content,
    "purl.org/dc/elements/1.1": .dc, "purl.org/dc/elements/1.0": .dc, "purl.org/rss/1.0/modules/dc": .dc,
    "purl.org/dc/terms": .dcterms, "search.yahoo.com/mrss": .media, "video.search.yahoo.com/mrss": .media,
    "tools.search.yahoo.com/mrss": .media, "itunes.com/dtds/podcast-1.0.dtd": .itunes,
    "itunes.com/dtd/podcast-1.0.dtd": .itunes, "example.com/dtds/podcast-1.0.dtd": .itunes,
    "prismstandard.org/namespaces/1.2/basic": .prism, "prismstandard.org/namespaces/basic/2.0": .prism,
    "prismstandard.org/namespaces/basic/2.1": .prism, "prismstandard.org/namespaces/basic/3.0": .prism,
    "w3.org/1999/02/22-rdf-syntax-ns": .rdf, "purl.org/rss/1.0/modules/syndication": .sy,
    "rssnamespace.org/feedburner/ext/1.0": .feedburner, "w3.org/1999/xhtml": .xhtml,
    "purl.org/atompub/tombstones/1.0": .deleted, "arxiv.org/schemas/atom": .arxiv,
  ]

  private static let usualPrefixes: [String: Vocabulary] = [
    "atom": .atom, "atom10": .atom, "a10": .atom, "content": .content, "dc": .dc, "dcterms": .dcterms, "media": .media,
    "itunes": .itunes, "prism": .prism, "rdf": .rdf, "sy": .sy, "feedburner": .feedburner, "xhtml": .xhtml,
    "at": .deleted, "arxiv": .arxiv,
  ]
}

extension [XMLAttribute] {
  /// The value of an attribute without a namespace.
  func value(_ name: String) -> String? {
    first { attribute in
      let local = attribute.name.local
      return (local == name || local.lowercased() == name) && (attribute.name.prefix == nil || name == "about")
    }?.value
  }

  /// `xml:base`, `xml:lang`
  func xml(_ name: String) -> String? { first { $0.name.prefix == "xml" && $0.name.local == name }?.value }
}
