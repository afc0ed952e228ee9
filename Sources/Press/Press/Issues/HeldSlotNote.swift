internal import Foundation
internal import Model
internal import Text
internal import Time

/// The note to operators about a held slot.
struct HeldSlotNote {
  let site: Site
  let held: RecordedSlot
  let hold: SlotHold
  let selected: Selector.Selected
  /// How many readers would get it as of now.
  let readers: Int
  /// The edition of all its feeds; nil if it cannot be rendered.
  let edition: Edition?

  private static let mostLines = 60

  var note: OperatorNote {
    let count = selected.news.count == 1 ? "1 article" : "\(selected.news.count) articles"
    return OperatorNote(
      subject: "[\(forDisplay(site.title, atMost: 60))] \(key) is held: \(count)",
      text: (head + articles + commands + preview).joined(separator: "\n") + "\n")
  }

  private var key: String { held.slot.key }

  private var head: [String] {
    [
      "\(site.title(ofDigest: held.slot.digest)), due \(site.zone.shown(held.slot.due)): held", "", why, until, "",
      "Subject: \(edition?.subject ?? "it cannot be rendered; `courant check` says why")", "Readers: \(readers)", "",
    ]
  }

  private var why: String { "Why: \(hold.reason.sentence)." }

  private var until: String {
    guard let until = hold.until else { return "It waits until you release or cancel it." }
    return "It is released by itself at \(site.zone.shown(until))."
  }

  private var articles: [String] {
    ["Articles:"] + selected.sections.flatMap { section in section.articles.map { "- \($0.title) (\(section.title))" } }
      + (selected.waiting.isEmpty ? [] : ["(\(selected.waiting.count) more wait for the next issue)"]) + [""]
  }

  private var commands: [String] {
    var lines = [
      "Look at it: courant preview \(held.slot.digest)", "Release it: courant release \(key)",
      "Put it off: courant cancel \(key) --later", "Discard it: courant cancel \(key)",
    ]
    if hold.reason == .delay { lines.remove(at: 3) }
    if let desk = site.desk.url { lines.append("On the desk: \(desk)/held/\(key)") }
    return lines + [""]
  }

  /// The beginning of the text that readers would get.
  private var preview: [String] {
    guard let edition else { return [] }
    let lines = edition.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .filter { !$0.contains("\u{1}") }
    let shown = lines.prefix(Self.mostLines).map { "> \($0)".trimmed }
    return ["The text begins:", ""] + shown + (lines.count > Self.mostLines ? ["> …"] : [])
  }
}
