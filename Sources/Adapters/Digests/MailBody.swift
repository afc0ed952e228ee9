internal import Crypto
internal import Model

/// An article's body for a mail that shows bodies in full.
extension Article {
  /// With ids that no other article of the mail has, and links to them.
  var bodyAmongOthers: String {
    guard body.contains(" id=\"") || body.contains("\"#") else { return body }
    let prefix = "a" + lowercaseHex(sha256(Array(id.text.utf8)).prefix(4)) + "-"
    // Bodies are sanitised: every `<` begins a tag, and no attribute holds a `>`.
    return body.replacing(/<[^>]* (?:id|href)="[^>]*>/) { tag in
      tag.output.replacing(" id=\"", with: " id=\"" + prefix).replacing(" href=\"#", with: " href=\"#" + prefix)
    }
  }
}
