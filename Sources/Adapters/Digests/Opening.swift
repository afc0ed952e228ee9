internal import Languages
internal import Model
internal import Text

extension Article {
  /// The first paragraph of the body as plain text; nil if there is none, or if the summary repeats it.
  var opening: String? {
    guard !summaryIsExcerpt, !bodyBeginsWithSummary, let start = body.firstRange(of: "<p>")?.upperBound,
      let end = body[start...].firstRange(of: "</p>")?.lowerBound
    else { return nil }
    let text = unescaped(withoutTags(body[start..<end])).trimmed
    return text.isEmpty ? nil : text
  }
}

/// Bodies are sanitised: every `<` begins a tag, and no attribute contains a `>`.
private func withoutTags(_ html: Substring) -> String {
  var isInTag = false
  let scalars = html.unicodeScalars.filter { scalar in
    if scalar == "<" { isInTag = true }
    defer { if scalar == ">" { isInTag = false } }
    return !isInTag
  }
  var text = String.UnicodeScalarView()
  text.append(contentsOf: scalars)
  return String(text)
}

/// Resolves the references that occur in sanitised bodies; `&amp;` last, so that an author's `&amp;lt;` stays text.
private func unescaped(_ text: String) -> String {
  if !text.utf8.contains(UInt8(ascii: "&")) { return text }
  return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    .reduce(text) { $0.replacing($1.0, with: $1.1) }
}
