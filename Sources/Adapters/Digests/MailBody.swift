internal import Crypto
internal import Model

/// An article's body for an email that shows complete bodies.
extension Article {
  /// Ids are unique among the articles of the email, and links to them match. Urgent parts have their own class.
  var bodyAmongOthers: String {
    let body = urgentNotes.isEmpty ? body : bodyWithMarkedUrgent
    guard body.contains(" id=\"") || body.contains("\"#") else { return body }
    let prefix = "a" + lowercaseHex(sha256(Array(id.text.utf8)).prefix(4)) + "-"
    // Bodies are sanitised: every `<` begins a tag, and no attribute contains a `>`.
    return body.replacing(/<[^>]* (?:id|href)="[^>]*>/) { tag in
      tag.output.replacing(" id=\"", with: " id=\"" + prefix).replacing(" href=\"#", with: " href=\"#" + prefix)
    }
  }

  private var bodyWithMarkedUrgent: String {
    let marked = Self.urgentStart.replacing("<blockquote>", with: "<blockquote class=\"urgent\">")
    return body.replacing(Self.urgentStart, with: marked)
  }
}
