internal import XML

/// The article on an HTML page, read without a person who checks the result.
package struct ReadPage: Sendable {
  package let article: CapturedArticle

  /// Whether the body is only the element with the most text, because the page's markup does not identify it.
  package var isBodyGuessed: Bool { article.body?.origin == PageBody.guess }

  /// - Throws: if there is nothing in the page, or reading it would take too long.
  package init(_ bytes: [UInt8], _ settings: CaptureSettings) throws(PageRefusal) {
    if let excess = HTMLPage.excess(of: bytes) { throw PageRefusal(sentence: "this page " + excess) }
    article = try PageCapture(bytes, settings).article
  }
}
