package import Model
internal import Text
internal import Time

/// The UTM parameters of an issue's links. They are added to http(s) links to pages, never to links that answer for one reader.
package struct LinkTags: Sendable {
  /// `name=value`, percent-encoded.
  private let parameters: [String]
  private let hosts: [String]
  private let site: Site

  /// Nil if the digest's emails get none.
  ///
  /// - Parameter site: as in the digest's emails, ``Site/inMails(of:)``.
  package init?(of issue: Issue, in site: Site) {
    guard let utm = site.mail?.utm, !utm.parameters.isEmpty else { return nil }
    let day = site.zone.civil(at: issue.slot.due).isoDate
    parameters = utm.parameters.map { parameter in
      let value = parameter.value.replacing(UTMParameters.Place.digest.written, with: issue.digest)
        .replacing(UTMParameters.Place.number.written, with: "\(issue.number)")
        .replacing(UTMParameters.Place.date.written, with: day)
      return "\(parameter.name)=\(percentEncoded(value))"
    }
    hosts = utm.hosts
    self.site = site
  }

  /// The URL with the parameters at the end of its query; nil if it stays as it is.
  package func tagged(_ url: String) -> String? { tagged(url, joining: "&") }

  /// The same for the value of an attribute, in which `&` is written `&amp;`.
  func tagged(inAttribute value: String) -> String? { tagged(value, joining: "&amp;") }

  private func tagged(_ url: String, joining sign: String) -> String? {
    guard isCounted(url) else { return nil }
    let base = url[..<(fragment(of: url) ?? url.endIndex)]
    let query = base.firstIndex(of: "?").map { base[$0...] } ?? ""
    // The author has already tagged this link.
    if url.contains(/[?&;#]utm_/.ignoresCase()) { return nil }
    let isOpen = query == "?" || query.hasSuffix(sign)
    let link = query.isEmpty ? "?" : isOpen ? "" : sign
    return base + link + parameters.joined(separator: sign) + url[base.endIndex...]
  }

  /// The first `#` that does not belong to a character reference.
  private func fragment(of url: String) -> String.Index? {
    url.indices.first { place in
      url[place] == "#" && (place == url.startIndex || url[url.index(before: place)] != "&")
    }
  }

  private func isCounted(_ url: String) -> Bool {
    guard !url.utf8.contains(1), let scheme = MailLinks.scheme(of: url)?.lowercased(),
      scheme == "http" || scheme == "https", let host = hostAndPort(of: url)?.prefix(while: { $0 != ":" }).lowercased()
    else { return false }
    if !hosts.isEmpty, !hosts.contains(where: { host == $0 || host.hasSuffix("." + $0) }) { return false }
    if let oneClick = site.mail?.oneClick, url.hasPrefix(oneClick) { return false }
    guard url.hasPrefix(site.url + "/") else { return true }
    let path = url.dropFirst(site.url.count + 1).prefix { $0 != "?" && $0 != "#" }
    return !site.isAnswered(String(path))
  }
}

/// Adds the tags to the documents of one issue. In the text part, the links of the HTML part get them, so that both have the same.
///
/// Use one instance per issue, on one thread.
final class LinkTagging {
  private let tags: LinkTags
  /// Links of the HTML so far, with their tags.
  private var tagged: [String: String] = [:]

  init(_ tags: LinkTags) { self.tags = tags }

  func tag(html: String) -> String {
    MailLinks.replacingTargets(in: html) { value in
      guard let result = tags.tagged(inAttribute: value) else { return nil }
      let plain = unescapedHTML(value)
      tagged[plain] = tags.tagged(plain)
      return result
    }
  }

  func tag(text: String) -> String {
    var out = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "://") {
      let start = rest[..<mark.lowerBound].lastIndex { !$0.isASCII || !$0.isLetter }.map { rest.index(after: $0) }
      let begin = start ?? rest.startIndex
      let end = rest[mark.upperBound...].firstIndex(where: endsURL) ?? rest.endIndex
      out += rest[..<begin]
      let (url, result) = known(rest[begin..<end])
      out += result
      rest = rest[url.endIndex...]
    }
    return out + rest
  }

  /// The link at the beginning of a word, which punctuation may follow, and what takes its place: itself if it is none of the HTML.
  private func known(_ word: Substring) -> (url: Substring, result: String) {
    var url = word
    while true {
      if let result = tagged[String(url)] { return (url, result) }
      guard let last = url.last, !last.isASCII || ".,;:!?)]}'".contains(last) else { return (word, String(word)) }
      url = url.dropLast()
    }
  }

  private func endsURL(_ character: Character) -> Bool {
    character.isWhitespace || "<>\"".contains(character)
      || character.unicodeScalars.contains { $0.value < 0x20 || (0x2066...0x2069).contains($0.value) }
  }
}
