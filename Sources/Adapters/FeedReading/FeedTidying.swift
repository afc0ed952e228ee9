internal import Text

/// Removes what feeds add to an article for themselves: counting pixels, "The post … appeared first on …", links for
/// sharing, and parameters of links that record where a reader came from.
///
/// For articles; `courant sources try` shows a feed as it is.
extension FeedText {
  /// ``sanitized``, tidied.
  package var tidied: String { tidiedHTML(sanitized) }
}

/// A web address without parameters that only count readers: `utm_source`, `fbclid`.
package func tidiedAddress(_ address: String) -> String {
  guard let mark = address.firstIndex(of: "?") else { return address }
  let query = address[mark...].dropFirst()
  let end = query.firstIndex(of: "#") ?? query.endIndex
  let kept = query[..<end].split(separator: "&").filter { !isCounting($0) }
  guard kept.count < query[..<end].split(separator: "&").count else { return address }
  return address[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + query[end...]
}

private func isCounting(_ parameter: Substring) -> Bool {
  let name = parameter.prefix { $0 != "=" }.lowercased()
  return name.hasPrefix("utm_") || ["fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "yclid", "msclkid"].contains(name)
}

/// - Parameter html: what the sanitiser has written, so that every tag is in its one form.
private func tidiedHTML(_ html: String) -> String {
  var result = ""
  var rest = html[...]
  while let start = rest.firstIndex(of: "<") {
    result += rest[..<start]
    rest = rest[start...]
    guard let end = rest.firstIndex(of: ">") else { break }
    let tag = rest[...end]
    rest = rest[rest.index(after: end)...]
    if tag.hasPrefix("<img "), isPixel(tag) { continue }
    guard tag.hasPrefix("<a "), let target = target(of: tag) else {
      result += tag
      continue
    }
    if isSharing(target), let close = rest.firstRange(of: "</a>") {
      rest = rest[close.upperBound...]
    } else {
      let address = tidiedAddress(unescapedHTML(target))
      result += tag.replacing(target, with: escapedHTML(address))
    }
  }
  return withoutEmptyBlocks(withoutLastCredit(result + rest))
}

/// The value of `href`, escaped.
private func target(of tag: Substring) -> Substring? {
  guard let name = tag.firstRange(of: " href=\"") else { return nil }
  return tag[name.upperBound...].prefix { $0 != "\"" }
}

private func isPixel(_ tag: Substring) -> Bool {
  ["width", "height"].contains { side in
    ["0", "1", "2"].contains { tag.contains(" \(side)=\"\($0)\"") }
  }
}

private func isSharing(_ address: Substring) -> Bool {
  let places = [
    "://twitter.com/intent/", "://x.com/intent/", "://twitter.com/share", "facebook.com/sharer",
    "linkedin.com/sharearticle", "linkedin.com/sharing", "pinterest.com/pin/create", "reddit.com/submit", "t.me/share",
    "api.whatsapp.com/send",
    "wa.me/?text", "tumblr.com/share", "feeds.wordpress.com/1.0/go", "getpocket.com/save", "addtoany.com/",
  ]
  let address = address.lowercased()
  return places.contains { address.contains($0) }
}

/// WordPress ends every text with where it appeared.
private func withoutLastCredit(_ html: String) -> String {
  guard let start = html.ranges(of: "<p>").last?.lowerBound else { return html }
  let words = FeedText(.html, String(html[start...]), base: "").text
  let isCredit = [" appeared first on ", " first appeared on "].contains { words.contains($0) }
  return isCredit && words.hasPrefix("The post ") && words.utf8.count < 500 ? String(html[..<start]) : html
}

private func withoutEmptyBlocks(_ html: String) -> String {
  var html = html
  for block in ["p", "li", "ul", "div", "figure", "p", "div"] {
    html = html.replacing("<\(block)></\(block)>\n", with: "").replacing("<\(block)>\n</\(block)>\n", with: "")
  }
  return html
}
