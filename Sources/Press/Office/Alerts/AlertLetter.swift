internal import Model
internal import Press
internal import Time

/// The words of a letter about what needs an operator.
struct AlertLetter {
  let site: Site
  let news: AlertNews

  var note: OperatorNote {
    OperatorNote(
      subject: "[\(forDisplay(site.title, atMost: 60))] \(subject)",
      text: (part("New", news.new) + part("Still", news.lasting) + part("Over", news.over) + end)
        .joined(separator: "\n") + "\n")
  }

  private var subject: String {
    let current = news.new + news.lasting
    if current.count > 1 { return "\(current.count) things need you" }
    if let one = current.first { return (news.new.isEmpty ? "still: " : "") + one.alert.kind.title }
    return "over: " + (news.over.first?.alert.kind.title ?? "")
  }

  private func part(_ title: String, _ alerts: [KnownAlert]) -> [String] {
    if alerts.isEmpty { return [] }
    return ["\(title):"] + alerts.map { "- \(shown($0))" } + [""]
  }

  private func shown(_ known: KnownAlert) -> String {
    let sentence = forDisplay(known.alert.sentence, atMost: 600)
    let since = site.zone.shown(known.since)
    guard let ended = known.ended else { return "\(sentence) (since \(since))" }
    return "\(sentence) (\(since) to \(site.zone.shown(ended)))"
  }

  private var end: [String] {
    ["The whole state: courant status"] + (site.desk.url.map { ["On the desk: \($0)/"] } ?? [])
  }
}

extension Alert.Kind {
  /// For subjects and headings.
  package var title: String {
    switch self {
    case .stale: "runs have stopped"
    case .relay: "the relay takes no mail"
    case .disk: "the disk is nearly full"
    case .signUps: "many sign-ups"
    case .complaints: "spam complaints"
    case .failures: "many failed messages"
    case .certificate: "a certificate ends"
    case .site: "the site does not answer as it should"
    case .key: "a DKIM record is wrong"
    case .backup: "no recent backup"
    case .webhook: "a webhook fails"
    }
  }
}
