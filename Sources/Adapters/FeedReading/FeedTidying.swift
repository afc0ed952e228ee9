internal import Text

/// Removes the additions of feeds to an article: counting pixels, "The post … appeared first on …", links for
/// sharing, and parameters of links that record where a reader came from.
///
/// Only for articles; `courant sources try` shows a feed unchanged.
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

/// - Parameter html: the sanitiser's output, in which every tag has one canonical form.
private func tidiedHTML(_ html: String) -> String {
  let bytes = Array(html.utf8)
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var rest = bytes[...]
  while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
    result += rest[..<start]
    rest = rest[start...]
    guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
    let tag = rest[...end]
    rest = rest[(end + 1)...]
    if tag.starts(with: "<img ".utf8) {
      if !isPixel(tag) { result += tag }
    } else if tag.starts(with: "<a ".utf8) {
      let link = Link(tag)
      if link.isSharing, let close = place(of: "</a>", in: rest) {
        rest = rest[(close + 4)...]
      } else {
        result += link.tidied
      }
    } else {
      result += tag
    }
  }
  return withoutEmptyBlocks(withoutLastCredit(result + rest))
}

/// The tag of a link.
private struct Link {
  private let tag: ArraySlice<UInt8>
  /// As in the tag, escaped.
  private let target: Range<Int>?

  init(_ tag: ArraySlice<UInt8>) {
    self.tag = tag
    let start = place(of: " href=\"", in: tag).map { $0 + 7 }
    target = start.map { $0..<(tag[$0...].firstIndex(of: UInt8(ascii: "\"")) ?? $0) }
  }

  var isSharing: Bool {
    guard let target else { return false }
    let address = String(decoding: tag[target], as: UTF8.self).lowercased()
    return Self.places.contains { address.contains($0) }
  }

  var tidied: [UInt8] {
    guard let target, tag[target].contains(UInt8(ascii: "?")) else { return Array(tag) }
    let written = unescapedHTML(String(decoding: tag[target], as: UTF8.self))
    let address = tidiedAddress(written)
    guard address != written else { return Array(tag) }
    return Array(tag[..<target.lowerBound]) + Array(escapedHTML(address).utf8) + Array(tag[target.upperBound...])
  }

  private static let places = [
    "://twitter.com/intent/", "://x.com/intent/", "://twitter.com/share", "facebook.com/sharer",
    "linkedin.com/sharearticle", "linkedin.com/sharing", "pinterest.com/pin/create", "reddit.com/submit", "t.me/share",
    "api.whatsapp.com/send", "wa.me/?text", "tumblr.com/share", "feeds.wordpress.com/1.0/go", "getpocket.com/save",
    "addtoany.com/",
  ]
}

/// Where some bytes begin; a string would be searched character by character.
private func place(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
  let wanted = Array(text.utf8)
  guard let first = wanted.first else { return nil }
  var rest = bytes
  while let start = rest.firstIndex(of: first) {
    if bytes[start...].starts(with: wanted) { return start }
    rest = rest[(start + 1)...]
  }
  return nil
}

private func isPixel(_ tag: ArraySlice<UInt8>) -> Bool {
  let tag = String(decoding: tag, as: UTF8.self)
  return ["width", "height"].contains { side in
    ["0", "1", "2"].contains { tag.contains(" \(side)=\"\($0)\"") }
  }
}

/// WordPress ends every text with where it appeared.
private func withoutLastCredit(_ html: [UInt8]) -> [UInt8] {
  // With links of usual length, the credit is in the last 3,000 bytes.
  let end = html.suffix(3_000)
  let isCredited = [" appeared first on ", " first appeared on "].contains { place(of: $0, in: end) != nil }
  guard isCredited else { return html }
  var start: Int?
  var rest = end
  while let next = place(of: "<p>", in: rest) {
    start = next
    rest = rest[(next + 1)...]
  }
  guard let start else { return html }
  let words = FeedText(.html, String(decoding: html[start...], as: UTF8.self), base: "").text
  return words.hasPrefix("The post ") && words.utf8.count < 500 ? Array(html[..<start]) : html
}

private func withoutEmptyBlocks(_ html: [UInt8]) -> String {
  var text = String(decoding: html, as: UTF8.self)
  let blocks = ["p", "li", "ul", "div", "figure", "p", "div"]
  let empty = blocks.flatMap { ["<\($0)></\($0)>\n", "<\($0)>\n</\($0)>\n"] }
  // Nearly no text has any, and replacing in strings is slow.
  guard empty.contains(where: { place(of: $0, in: html[...]) != nil }) else { return text }
  for block in empty { text = text.replacing(block, with: "") }
  return text
}
