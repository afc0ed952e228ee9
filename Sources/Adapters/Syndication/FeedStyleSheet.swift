package import Languages

/// The style sheet of all RSS and Atom documents, for people who open one in a browser.
package struct FeedStyleSheet: Sendable {
  /// Relative to `public/`.
  package static let path = "feeds/feed.css"

  private let language: Language
  private let colours: String

  /// - Parameters:
  ///   - language: the language of the text before the URL of the feed's page.
  ///   - colours: those of pages, as a style sheet.
  package init(language: Language, colours: String = "") {
    self.language = language
    self.colours = colours
  }

  package var bytes: [UInt8] {
    let css = String(decoding: PackageResources.feed_css, as: UTF8.self)
      .replacing("COLOURS\n", with: colours)
      .replacing("DIRECTION", with: language.direction.rawValue)
      .replacing("OPENED", with: escapedCSS(language.framedWord("feed_opened")))
    return Array(css.utf8)
  }
}

/// A string for use between the quotes of a CSS string: quotes and backslashes are escaped.
private func escapedCSS(_ text: String) -> String {
  text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
}
