internal import Text

/// A web page's metadata about itself, if the document is one.
package struct WebPage {
  /// On one line; may be empty.
  package let title: String
  /// The absolute URLs of the feeds that it names.
  package let feeds: [String]

  /// Nil for bytes without an HTML element. Only the beginning is read.
  package init?(_ bytes: [UInt8], base: String) {
    let start = String(decoding: bytes.prefix(2_000), as: UTF8.self).lowercased()
    guard ["<html", "<!doctype html", "<head", "<body", "<title", "<div", "<p"].contains(where: start.contains) else {
      return nil
    }
    let beginning = Array(bytes.prefix(200_000))
    guard !HTMLSanitizer.hasTooManyAttributes(String(decoding: beginning, as: UTF8.self)) else {
      title = ""
      feeds = []
      return
    }
    let nodes = HTMLPage(beginning).nodes
    title = nodes.title
    feeds = nodes.feeds(at: base)
  }
}
