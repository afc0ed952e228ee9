internal import Text
internal import XML

/// Puts the content of an element where its name says. Of elements that may occur once, the first with content counts.
extension XMLElements {
  mutating func set(_ key: String, _ capture: Capture, _ context: FeedContext, isItem: Bool) {
    let base = capture.base ?? context.base
    if key.hasPrefix("atom:") {
      atom.set(String(key.dropFirst(5)), capture, base)
    } else if key.utf8.contains(UInt8(ascii: ":")) {
      more.set(key, capture, base, isItem: isItem)
      if key == "sy:updateperiod" { rss.pace.period = capture.value.trimmed.lowercased() }
      if key == "sy:updatefrequency" { rss.pace.frequency = max(1, Int(capture.value.trimmed) ?? 1) }
    } else if key == "link", let link = AtomLink(capture.attributes, base: base) {
      atom.links.append(link)
    } else {
      rss.set(key, capture, base)
    }
  }
}

extension RSSElements {
  fileprivate mutating func set(_ key: String, _ capture: Capture, _ base: String) {
    let text = capture.ownText.trimmed
    switch key {
    case "title": title = title ?? WrittenText(capture, isAtom: false).flatMap { $0.value.trimmed.isEmpty ? nil : $0 }
    case "link": if !text.isEmpty { links.append(resolve(text, against: base) ?? text) }
    case "description", "abstract": setDescription(capture)
    case "guid":
      guard !text.isEmpty, guid == nil else { return }
      guid = text
      isPermalink = capture.attributes.value("ispermalink")?.trimmed.lowercased() != "false"
    case "pubdate": pubDate = pubDate ?? nonEmpty(text)
    case "lastbuilddate": lastBuildDate = lastBuildDate ?? nonEmpty(text)
    case "managingeditor": if !text.isEmpty { authors.append(FeedAuthor(written: titleText(text, isPlain: false))) }
    case "category": if let name = nonEmpty(titleText(capture.value, isPlain: false)) { categories.append(name) }
    case "enclosure": if let enclosure = FeedEnclosure(capture.attributes, base: base) { enclosures.append(enclosure) }
    case "source":
      let address = capture.attributes.value("url").flatMap { resolve($0, against: base) }
      source = FeedSource(title: titleText(capture.value, isPlain: false), address: address)
    case "language": language = language ?? nonEmpty(text)
    default: setPace(key, text, capture)
    }
  }

  private mutating func setDescription(_ capture: Capture) {
    guard let written = WrittenText(capture, isAtom: false), !written.value.trimmed.isEmpty else { return }
    if description == nil { description = written } else { secondDescription = secondDescription ?? written }
  }

  private mutating func setPace(_ key: String, _ text: String, _ capture: Capture) {
    switch key {
    case "ttl": pace.minutes = Int(text)
    case "skiphours":
      // RSS 0.91 counts from 1 to 24.
      pace.skippedHours = Set(words(capture).compactMap { Int($0) }.filter { (0...24).contains($0) }.map { $0 % 24 })
    case "skipdays":
      pace.skippedDays = Set(words(capture).map { $0.lowercased() }.filter { $0.hasSuffix("day") && $0 != "day" })
    default: break
    }
  }

  private func words(_ capture: Capture) -> [Substring] { capture.value.split { !$0.isLetter && !$0.isNumber } }
}

extension AtomElements {
  fileprivate mutating func set(_ key: String, _ capture: Capture, _ base: String) {
    switch key {
    case "title": title = title ?? text(capture)
    case "subtitle", "tagline": subtitle = subtitle ?? text(capture)
    case "link": if let link = AtomLink(capture, base: base) { links.append(link) }
    case "id": id = id ?? nonEmpty(capture.ownText.trimmed)
    case "summary": summary = summary ?? text(capture)
    case "content": setContent(capture, base)
    case "published", "issued": published = nonEmpty(capture.ownText.trimmed) ?? published
    case "updated", "modified": updated = nonEmpty(capture.ownText.trimmed) ?? updated
    case "created": created = created ?? nonEmpty(capture.ownText.trimmed)
    case "category":
      let attributes = capture.attributes
      let written = [attributes.value("label"), attributes.value("term"), capture.value]
      let name = written.lazy.compactMap(\.self).map { titleText($0, isPlain: false) }.first { !$0.isEmpty }
      if let name { categories.append(name) }
    default: break
    }
  }

  private func text(_ capture: Capture) -> WrittenText? {
    WrittenText(capture, isAtom: true).flatMap { $0.value.trimmed.isEmpty ? nil : $0 }
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
