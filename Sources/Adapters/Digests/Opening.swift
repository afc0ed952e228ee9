internal import Languages
internal import Model
internal import XML

extension Article {
  /// The first words of the body, after what is urgent, as plain text; nil if there are none, or if the summary already contains them.
  var opening: String? {
    guard !summaryIsExcerpt, !bodyBeginsWithSummary else { return nil }
    let text = excerpt(ofHTML: String(bodyAfterUrgent))
    guard !text.isEmpty, summary.isEmpty || !text.hasPrefix(summary) else { return nil }
    return text
  }
}
