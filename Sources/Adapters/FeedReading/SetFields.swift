internal import Text
internal import XML

/// Puts the content of an element where its name says. Of elements that may occur once, the first with content counts.
extension XMLElements {
  func set(_ field: FeedField, _ capture: Capture, _ context: FeedContext) {
    let base = capture.base ?? context.base
    switch field {
    case .atomTitle, .atomSubtitle, .atomTagline, .atomLink, .atomID, .atomSummary, .atomContent, .atomPublished,
      .atomIssued, .atomUpdated, .atomModified, .atomCreated, .atomCategory:
      atom.set(field, capture, base)
    case .link:
      if let link = AtomLink(capture.attributes, base: base) {
        atom.links.append(link)
      } else {
        rss.set(field, capture, base)
      }
    case .title, .description, .abstract, .guid, .pubDate, .lastBuildDate, .managingEditor, .category, .enclosure,
      .source, .language, .ttl, .skipHours, .skipDays, .syUpdatePeriod, .syUpdateFrequency:
      rss.set(field, capture, base)
    default: more.set(field, capture, base)
    }
  }
}

extension RSSElements {
  fileprivate mutating func set(_ field: FeedField, _ capture: Capture, _ base: String) {
    switch field {
    case .title: title = title ?? WrittenText(capture, isAtom: false).flatMap { $0.isBlank ? nil : $0 }
    case .description, .abstract: setDescription(capture)
    case .category: if let name = nonEmpty(titleText(capture.value, isPlain: false)) { categories.append(name) }
    case .enclosure: if let enclosure = FeedEnclosure(capture.attributes, base: base) { enclosures.append(enclosure) }
    case .source:
      let address = capture.attributes.value("url").flatMap { resolve($0, against: base) }
      source = FeedSource(title: titleText(capture.value, isPlain: false), address: address)
    default: set(field, capture.ownText.trimmed, capture, base)
    }
  }

  private mutating func set(_ field: FeedField, _ text: String, _ capture: Capture, _ base: String) {
    switch field {
    case .link: if !text.isEmpty { links.append(resolve(text, against: base) ?? text) }
    case .guid:
      guard !text.isEmpty, guid == nil else { return }
      guid = text
      isPermalink = capture.attributes.value("ispermalink")?.trimmed.lowercased() != "false"
    case .pubDate: pubDate = pubDate ?? nonEmpty(text)
    case .lastBuildDate: lastBuildDate = lastBuildDate ?? nonEmpty(text)
    case .managingEditor: if !text.isEmpty { authors.append(FeedAuthor(written: titleText(text, isPlain: false))) }
    case .language: language = language ?? nonEmpty(text)
    default: setPace(field, text, capture)
    }
  }

  private mutating func setDescription(_ capture: Capture) {
    guard let written = WrittenText(capture, isAtom: false), !written.isBlank else { return }
    if description == nil { description = written } else { secondDescription = secondDescription ?? written }
  }

  private mutating func setPace(_ field: FeedField, _ text: String, _ capture: Capture) {
    switch field {
    case .ttl: pace.minutes = Int(text)
    case .skipHours:
      // RSS 0.91 counts from 1 to 24.
      pace.skippedHours = Set(words(capture).compactMap { Int($0) }.filter { (0...24).contains($0) }.map { $0 % 24 })
    case .skipDays:
      pace.skippedDays = Set(words(capture).map { $0.lowercased() }.filter { $0.hasSuffix("day") && $0 != "day" })
    case .syUpdatePeriod: pace.period = capture.value.trimmed.lowercased()
    case .syUpdateFrequency: pace.frequency = max(1, Int(capture.value.trimmed) ?? 1)
    default: break
    }
  }

  private func words(_ capture: Capture) -> [Substring] { capture.value.split { !$0.isLetter && !$0.isNumber } }
}

extension AtomElements {
  fileprivate mutating func set(_ field: FeedField, _ capture: Capture, _ base: String) {
    switch field {
    case .atomTitle: title = title ?? text(capture)
    case .atomSubtitle, .atomTagline: subtitle = subtitle ?? text(capture)
    case .atomLink: if let link = AtomLink(capture, base: base) { links.append(link) }
    case .atomID: id = id ?? nonEmpty(capture.ownText.trimmed)
    case .atomSummary: summary = summary ?? text(capture)
    case .atomContent: setContent(capture, base)
    case .atomPublished, .atomIssued: published = nonEmpty(capture.ownText.trimmed) ?? published
    case .atomUpdated, .atomModified: updated = nonEmpty(capture.ownText.trimmed) ?? updated
    case .atomCreated: created = created ?? nonEmpty(capture.ownText.trimmed)
    case .atomCategory:
      let attributes = capture.attributes
      let written = [attributes.value("label"), attributes.value("term"), capture.value]
      let name = written.lazy.compactMap(\.self).map { titleText($0, isPlain: false) }.first { !$0.isEmpty }
      if let name { categories.append(name) }
    default: break
    }
  }

  private func text(_ capture: Capture) -> WrittenText? {
    WrittenText(capture, isAtom: true).flatMap { $0.isBlank ? nil : $0 }
  }

  /// Content elsewhere is a link (RFC 4287 §4.1.3.2). Of several, the first in HTML counts.
  private mutating func setContent(_ capture: Capture, _ base: String) {
    if let source = capture.attributes.value("src"), let address = resolve(source, against: base) {
      let type = capture.attributes.value("type") ?? ""
      links.append(AtomLink(address: address, relation: "content", type: type, length: nil, title: nil))
    }
    guard let written = text(capture) else { return }
    if content == nil || content?.kind == .plain && written.kind == .html { content = written }
  }
}

func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
