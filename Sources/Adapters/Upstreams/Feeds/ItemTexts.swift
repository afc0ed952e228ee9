internal import FeedReading
internal import Foundation
internal import Model
internal import Text
internal import XML

func isWebURL(_ text: String) -> Bool { WebURL(text) != nil }

/// A link without parameters that only count visits.
func cleanedLink(_ link: String) -> String {
  // PubMed's change with each fetch, and its pages need none.
  if let url = WebURL(link), url.host == "pubmed.ncbi.nlm.nih.gov" { return "https://\(url.host)\(url.path)" }
  return tidiedAddress(link)
}

/// At most 5,000 characters.
func plainSummary(ofHTML html: String) -> String { plainText(ofHTML: html).cut(toScalars: 5_000) }

/// Audio, video and documents, as links for the end of a body.
func links(to files: [FeedEnclosure]) -> String {
  let links = files.prefix(20).compactMap { file -> String? in
    guard isWebURL(file.address), !isPicture(file) else { return nil }
    let path = file.address.prefix { $0 != "?" && $0 != "#" }
    let name = file.title ?? path.split(separator: "/").last.map(String.init) ?? file.address
    return "<p><a href=\"\(escapedHTML(file.address))\">\(escapedHTML(oneLine(name).cut(to: 120)))</a></p>\n"
  }
  return links.joined()
}

private func isPicture(_ file: FeedEnclosure) -> Bool { file.type?.hasPrefix("image") == true }

/// The first image in a body that is not an icon.
///
/// - Parameter html: as the sanitiser writes it.
func firstPicture(in html: String) -> Article.Picture? {
  for start in html.ranges(of: "<img ").prefix(50) {
    let tag = html[start.lowerBound...].prefix { $0 != ">" }
    guard let url = attribute("src", of: tag), isWebURL(url), isLarge(tag), !isSmiley(url) else { continue }
    return Article.Picture(url: url, alt: attribute("alt", of: tag) ?? "")
  }
  return nil
}

/// Whether it is at least 200 pixels wide, or 100 high if only its height is stated. Without a size it counts as large.
private func isLarge(_ tag: Substring) -> Bool {
  guard let width = attribute("width", of: tag).flatMap({ Int($0) }) else {
    return attribute("height", of: tag).flatMap { Int($0) }.map { $0 >= 100 } ?? true
  }
  return width >= 200
}

private func isSmiley(_ url: String) -> Bool {
  let url = url.lowercased()
  return ["emoji", "smiley", "smilies", "gravatar.com/avatar"].contains { url.contains($0) }
}

private func attribute(_ name: String, of tag: Substring) -> String? {
  guard let start = tag.range(of: " \(name)=\"") else { return nil }
  return unescapedHTML(tag[start.upperBound...].prefix { $0 != "\"" })
}
