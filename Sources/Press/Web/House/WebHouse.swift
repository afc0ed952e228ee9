package import Languages
package import Model
package import Templates
internal import Time

/// The site's settings and templates as they were last read without a fault.
package struct WebHouse: Sendable {
  package let site: Site
  /// False if the settings could not be read since the program began: then readers can only leave.
  package let isOpen: Bool
  let settings: WebSettings
  /// Domains whose addresses are not accepted, in lower case and in A-labels.
  package var blockedDomains: Set<String> = []
  private let faces: [String: WebFace]
  /// By the tag in lower case.
  private let byRange: [String: WebFace]

  /// - Parameter languages: in which pages can be shown, among them the site's own; nil for all.
  /// - Parameter templates: the site's templates in a language.
  package init<Fault: Error>(
    _ site: Site, in languages: [String]? = nil, templates: (Language) throws(Fault) -> TemplateSet
  ) throws(Fault) {
    self.site = site
    isOpen = site.web != nil
    settings = site.web ?? WebSettings()
    var faces: [String: WebFace] = [:]
    for tag in languages ?? Self.languages(of: site) {
      let own = site.speaking(tag).words
      faces[tag] = WebFace(site, in: tag, templates: try templates(Language(tag, own: own)))
    }
    self.faces = faces
    byRange = Dictionary(faces.map { ($0.lowercased(), $1) }) { first, _ in first }
  }

  /// For a site whose settings cannot be read.
  package static func bare() throws(TemplateErrors) -> WebHouse {
    let site = Site(title: "", url: "", language: "en", zone: .utc, publisher: "")
    return try WebHouse(site) { language throws(TemplateErrors) in try TemplateSet(language: language) }
  }

  /// The languages in which readers may use the pages: those that have phrases, the site's own first.
  static func languages(of site: Site) -> [String] {
    let written = site.wordsOfLanguages.filter { !$0.value.isEmpty }.keys.sorted()
    let others = Language.builtIn + written.filter { !Language.builtIn.contains($0) }
    let own = Language.ranges(of: site.language)
    return [site.language] + others.filter { !own.contains($0.lowercased()) }
  }

  /// The face in the first of these languages that is available (RFC 4647 §3.4); otherwise the site's.
  func face(_ wanted: [String?]) -> WebFace {
    let own = Language.ranges(of: site.language)
    for tag in wanted.compactMap(\.self) {
      if let face = faces[tag] { return face }
      for range in Language.ranges(of: tag) {
        if own.contains(range) { return siteFace }
        if let face = byRange[range] { return face }
      }
    }
    return siteFace
  }

  /// In all languages.
  var all: [WebFace] { faces.values.sorted { $0.site.language < $1.site.language } }

  /// In the site's language.
  var siteFace: WebFace {
    guard let face = faces[site.language] else { preconditionFailure("the site's language has a face") }
    return face
  }

  /// The digests that readers may ask for.
  var offered: [Digest] { site.digests.filter(\.isOpen) }
}

extension WebRequest {
  /// The languages that the client asks for, best first: those of the link, then those of `Accept-Language`
  /// (RFC 9110 §12.5.4).
  var languages: [String] {
    let ranges = (field("accept-language") ?? "").prefix(200).split(separator: ",").map { range in
      let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
      return (tag: parts.first ?? "", quality: quality ?? 1)
    }
    let accepted = ranges.enumerated().filter { $0.element.quality > 0 && !$0.element.tag.isEmpty }
      .sorted { ($1.element.quality, $0.offset) < ($0.element.quality, $1.offset) }
    return [parameters["lang"]].compactMap(\.self) + accepted.map(\.element.tag)
  }
}
