internal import Languages
internal import Model
internal import Presentation
internal import Templates

extension Article {
  /// The line of facts below an article in an email: how sure it is, where the research appeared, from which site it
  /// was taken, how long it takes to read, and its attachments. Each has its `text`, and a `url` if it has a link. In plain
  /// text, those with a link are on separate lines.
  ///
  /// - Parameter evidence: the words of lists and feeds, `evidence_line` of its record.
  func mailFacts(in site: Site, evidence: TemplateValue) -> TemplateRecord {
    let evidence = evidence == .absent ? nil : mailFact(evidence, isEvidence: true)
    let source = source(in: site.speech)
    let minutes = readingMinutes(in: site).map { mailFact(site.speech.shown("minutes", $0)) }
    let credit = creditLine(on: site).map { mailFact(.text($0)) }
    let listen = audio.map { mailFact(site.speech.shown(word: "listen"), url: $0.url) }
    let files = attachments.map { mailFact(.text($0.label(in: site.speech)), url: $0.url) }
    let isLinked = citation?.link != nil
    let all = [evidence, source, credit, minutes, listen].compactMap { $0 } + files
    let linked = (isLinked ? [source, listen] : [listen]).compactMap { $0 } + files
    let unlinked = (isLinked ? [evidence, credit, minutes] : [evidence, source, credit, minutes]).compactMap { $0 }
    return [
      "facts": .list(all), "has_facts": .flag(!all.isEmpty), "unlinked_facts": .list(unlinked),
      "has_unlinked_facts": .flag(!unlinked.isEmpty), "linked_facts": .list(linked),
    ]
  }

  /// The journal, or another name for the research that has a link; nil without either.
  private func source(in speech: Language) -> TemplateValue? {
    guard let citation else { return nil }
    if let journal = citation.journal, !journal.isEmpty { return mailFact(.text(journal), url: citation.link) }
    guard let link = citation.link, let word = speech.word("source") else { return nil }
    return mailFact(.words(word), url: link)
  }
}

private func mailFact(_ text: TemplateValue, url: String? = nil, isEvidence: Bool = false) -> TemplateValue {
  .record(["text": text, "url": TemplateValue(url), "is_evidence": .flag(isEvidence)])
}
