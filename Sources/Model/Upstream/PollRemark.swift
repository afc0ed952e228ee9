package import Time

/// Something odd about a document that could still be read.
package struct PollRemark: Hashable, Sendable, Codable {
  /// Begins in lower case and has no full stop, as last written.
  package internal(set) var text: String
  /// When a document last gave rise to it.
  package internal(set) var seen: Instant
  /// Whether the last document did.
  package internal(set) var isCurrent = true
  /// Whether it was reported.
  package var isReported = false

  /// The text without the parts that differ from poll to poll for the same fault: lines, numbers and quotations from the
  /// document. A remark that names a page or a title is new for each of them.
  fileprivate var kind: String { Self.kind(of: text) }

  fileprivate static func kind(of text: String) -> String {
    var text = text
    if text.hasPrefix("line "), let colon = text.firstIndex(of: ":") {
      text = String(text[text.index(after: colon)...].drop { $0 == " " })
    }
    if text.contains("“") || text.contains("://") { return text }
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    let unquoted = parts.enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: "`")
    return unquoted.filter { !$0.isNumber && $0 != "," }
  }
}

extension PollState {
  /// A remark that has not been made for this long counts as new.
  private static let memory = PollPace.day * 60
  private static let mostRemarks = 50
  private static let longestRemark = 300

  /// The first of ``currentRemarks``, and how many more there are; nil if there are none.
  package var remark: String? {
    guard let first = currentRemarks.first else { return nil }
    let rest = currentRemarks.count - 1
    return rest == 0 ? first : "\(first) (and \(rest) more remark\(rest == 1 ? "" : "s"))"
  }

  /// The remarks on the last document that was read.
  package var currentRemarks: [String] { (remarks ?? []).filter(\.isCurrent).map(\.text) }

  /// - Parameter sentences: on a document, in its order.
  mutating func note(remarks sentences: [String], at now: Instant) {
    var all = (remarks ?? []).filter { now - $0.seen < Self.memory }
    for index in all.indices { all[index].isCurrent = false }
    for text in sentences {
      let text = String(text.prefix(Self.longestRemark))
      let kind = PollRemark.kind(of: text)
      guard let known = all.firstIndex(where: { $0.kind == kind }) else {
        all.append(PollRemark(text: text, seen: now))
        continue
      }
      // If several are alike, the first is shown.
      if all[known].isCurrent, all[known].seen == now { continue }
      all[known].text = text
      all[known].seen = now
      all[known].isCurrent = true
    }
    let older = all.filter { !$0.isCurrent }.sorted { $0.seen > $1.seen }
    let kept = all.filter(\.isCurrent).prefix(Self.mostRemarks) + older
    remarks = kept.isEmpty ? nil : Array(kept.prefix(Self.mostRemarks))
  }
}
