internal import Cryptography
internal import Model
internal import Templates
internal import XML

/// An article's body for an email that shows complete bodies.
extension Article {
  /// Ids are unique among the articles of the email, and links to them match.
  var bodyAmongOthers: String { amongOthers(body) }

  /// - Parameter body: the article's, or a part of it.
  func amongOthers(_ body: String) -> String {
    guard body.contains(" id=\"") || body.contains("\"#") else { return body }
    let prefix = "a" + lowercaseHex(sha256(Array(id.text.utf8)).prefix(4)) + "-"
    // Bodies are sanitised: every `<` begins a tag, and no attribute contains a `>`.
    return body.replacing(/<[^>]* (?:id|href)="[^>]*>/) { tag in
      tag.output.replacing(" id=\"", with: " id=\"" + prefix).replacing(" href=\"#", with: " href=\"#" + prefix)
    }
  }

  /// The urgent notes for the entry of the article, without ids, because the body may follow.
  var urgentRecords: [TemplateValue] {
    urgentNotes.map { note in
      let html = note.replacing(/<[^>]* id="[^"]*"[^>]*>/) { $0.output.replacing(/\ id="[^"]*"/, with: "") }
      return .record(["html": .html(String(html)), "text": TemplateValue(readableText(ofHTML: String(html)))])
    }
  }
}
