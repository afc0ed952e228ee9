internal import Languages
package import Model
internal import Presentation
package import Templates

extension PageRenderer {
  /// The sheet that readers take to an appointment (sheet.html), in UTF-8: for an article with questions.
  ///
  /// It repeats its article, so it is not for search engines. Without the site's note it fits on a sheet of paper.
  package func sheet(of article: Article) throws(TemplateError) -> [UInt8] {
    let names = [article.title, site.speech.framedWord("to_appointment")].map(site.speech.isolated)
    var frame = PageFrame(heading: names.joined(separator: " – "), canonical: nil)
    frame.isHidden = true
    guard case .record(var fields) = article.record(in: site) else { return [] }
    fields["is_long"] = .flag(article.hasLongTitle)
    return try bytes("sheet.html", frame, ["article": .record(fields), "note": .absent])
  }
}

extension Article {
  /// Whether its title is set in smaller letters.
  var hasLongTitle: Bool { title.count > 70 }
}
