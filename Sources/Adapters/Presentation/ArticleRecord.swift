internal import Languages
package import Model
package import Templates
internal import Text
internal import Time

extension Article {
  /// An article as a record for templates. Every name exists; values that the article lacks are absent.
  package func record(in site: Site) -> TemplateValue {
    let speech = site.speech
    let day = site.zone.civil(at: published)
    let changed = site.zone.civil(at: lastChanged)
    let isUpdated = changed.isoDate != day.isoDate
    let usual = direction(in: site)
    let direction = WritingDirection(of: summary.isEmpty ? title : summary, usual: usual)
    let titleDirection = WritingDirection(of: title, usual: usual)
    let foreign = foreignLanguage(in: site)
    let fields: TemplateRecord = [
      "id": .text(id.text),
      "title": .text(title),
      "link": .text(link),
      "is_elsewhere": .flag(isElsewhere(than: site)),
      "origin": TemplateValue(credit(on: site)?.title),
      "from_origin": TemplateValue(creditLine(on: site)),
      "date": speech.shown(speech.date(day)),
      "date_iso": .text(day.isoDate),
      "updated": isUpdated ? speech.shown(speech.date(changed)) : .absent,
      "updated_iso": isUpdated ? .text(changed.isoDate) : .absent,
      "summary": TemplateValue(summary.trimmed),
      "takeaway": TemplateValue(takeaway.trimmed),
      "excerpt": summaryIsExcerpt ? TemplateValue(summary.trimmed) : .absent,
      "begins_with_summary": .flag(bodyBeginsWithSummary),
      "authors": TemplateValue(speech.enumerated(authors)),
      "ratings": ratings(in: speech),
      "has_topics": .flag(!topics.isEmpty),
      "topics": .list(topics.map { $0.record(in: site) }),
      "main_topics": .list(topics.prefix(2).map { $0.record(in: site) }),
      "reading_time": readingMinutes(in: site).map { speech.shown("minutes", $0) } ?? .absent,
      "source": citation?.record(in: speech) ?? .absent,
      "image": image.map(\.record) ?? .absent,
      "audio": audio.map(\.record) ?? .absent,
      "has_attachments": .flag(!attachments.isEmpty),
      "attachments": .list(attachments.map { $0.record(in: speech) }),
      "body": .html(body),
      "title_dir": .text(titleDirection.rawValue),
      "title_is_foreign": .flag(titleDirection != speech.direction || foreign != nil),
      "title_lang": .text(foreign ?? ""),
      "lang": TemplateValue(foreign),
      "summary_dir": .text(direction.rawValue),
      "body_dir": .text(direction.rawValue),
    ]
    return .record(fields.merging(guidance(in: site)) { $1 })
  }

  /// An article as a line in a list: title, link, date and, if requested, a teaser of at most this many characters.
  package func line(in site: Site, teaser: Int? = nil) -> TemplateValue {
    let speech = site.speech
    let day = site.zone.civil(at: published)
    let usual = direction(in: site)
    let direction = WritingDirection(of: title, usual: usual)
    let foreign = foreignLanguage(in: site)
    let text = teaser.map { summary.abridged(to: $0) } ?? ""
    return .record([
      "title": .text(title.listed),
      "link": .text(link),
      "from_origin": TemplateValue(creditLine(on: site)),
      "date": speech.shown(speech.date(day)),
      "date_iso": .text(day.isoDate),
      "title_dir": .text(direction.rawValue),
      "title_is_foreign": .flag(direction != speech.direction || foreign != nil),
      "title_lang": .text(foreign ?? ""),
      "lang": TemplateValue(foreign),
      "teaser": TemplateValue(text),
      "teaser_dir": .text(WritingDirection(of: text, usual: usual).rawValue),
    ])
  }

  /// Its language, if that is known not to be the one of the page or email around it.
  package func foreignLanguage(in site: Site) -> String? {
    // The articles of a site that does not state its languages may all be in that of a digest.
    if language == nil, site.otherLanguages.isEmpty { return nil }
    let own = site.language(ofArticle: language)
    return own == site.language ? nil : own
  }

  /// The direction of its language.
  private func direction(in site: Site) -> WritingDirection {
    foreignLanguage(in: site).map { WritingDirection(language: $0) } ?? site.speech.direction
  }

  private func ratings(in speech: Language) -> TemplateValue {
    guard credibility != nil || interest != nil else { return .absent }
    return .record([
      "credibility": credibility?.record(in: speech) ?? .absent, "interest": interest?.record(in: speech) ?? .absent,
    ])
  }

  /// Nil if there is nothing to read, and for an article that is read elsewhere: its body here may be only a part of it.
  package func readingMinutes(in site: Site) -> Int? {
    guard !isElsewhere(than: site) else { return nil }
    let minutes = readingMinutes
    return minutes > 0 ? minutes : nil
  }

  /// `from The Journal`, in the site's language; nil if it was first published on this site, or it is unknown where.
  package func creditLine(on site: Site) -> String? {
    credit(on: site).flatMap { site.speech.sentence("from_origin", ["title": $0.title]) }
  }

  /// Whether the article is read at a URL other than that of the page Courant renders for it.
  package func isElsewhere(than site: Site) -> Bool {
    let index = "index.html"
    if link.isAddress(below: site.url, of: page, without: index) { return false }
    func folder(_ address: String) -> Substring {
      address.hasSuffix(index) ? address.dropLast(index.count) : address[...]
    }
    return folder(link) != folder(site.address(percentEncodedPath(page)))
  }
}

extension String {
  /// Whether this is certainly the URL of a file of a site: a quick answer for most, because each article is asked several times.
  ///
  /// - Parameter name: what the URL leaves out at the end.
  fileprivate func isAddress(below url: String, of file: String, without name: String) -> Bool {
    let folder = file.utf8.count - name.utf8.count
    guard folder > 0, utf8.last == UInt8(ascii: "/"), utf8.count == url.utf8.count + 1 + folder else { return false }
    let path = utf8.dropFirst(url.utf8.count)
    return utf8.starts(with: url.utf8) && path.first == UInt8(ascii: "/")
      && path.dropFirst().elementsEqual(file.utf8.prefix(folder))
      && file.utf8.dropFirst(folder).elementsEqual(name.utf8)
      && file.utf8.allSatisfy(Self.isPlain)
  }

  /// Whether a URL contains a character of a path as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x41...0x5A: true
    default: "/-_.".utf8.contains(byte)
    }
  }
}

extension Article.Picture {
  /// Only the page of an article knows the size.
  fileprivate var record: TemplateValue {
    .record(["url": .text(url), "alt": .text(alt), "width": .absent, "height": .absent])
  }
}

extension Article.Sound {
  fileprivate var record: TemplateValue {
    .record([
      "url": .text(url), "type": .text(type ?? "audio/mpeg"), "transcript": TemplateValue(transcript),
    ])
  }
}

extension Topic {
  package func record(in site: Site) -> TemplateValue {
    .record([
      "label": .text(label), "slug": .text(slug.text),
      "url": site.hasPages ? .text(site.address(PagePath.topic(slug))) : .absent,
    ])
  }
}

extension Rating {
  /// `value` (`4.5`), `words` (high, moderate, low) and `bar` (`●●●●○`).
  func record(in speech: Language) -> TemplateValue {
    .record([
      "value": .text(speech.decimal(tenths: tenths)),
      "words": speech.shown(word: "rating_" + degree.rawValue),
      "bar": .text(bar),
    ])
  }

  /// Five dots for the rating, rounded; an exact half is rounded down.
  private var bar: String {
    let full = (tenths + 4) / 10
    return String(repeating: "●", count: full) + String(repeating: "○", count: 5 - full)
  }
}

extension Article.Citation {
  /// The URL of the DOI at its resolver.
  package var doiLink: String? { doi.map { "https://doi.org/" + percentEncodedPath($0) } }

  /// `text` is the known ones of title, journal and date, otherwise the URL; absent if nothing is known.
  func record(in speech: Language) -> TemplateValue {
    let published = published.map(speech.date(written:))
    // Titles are mostly English: after one, the parts of an Arabic date change places unless the date is isolated.
    let parts = [title, journal, published.map(Language.english.isolated)].compactMap { $0 }.filter { !$0.isEmpty }
    let comma = speech.word("comma") ?? ", "
    guard let text = parts.isEmpty ? link : parts.joined(separator: comma) else { return .absent }
    return .record([
      "text": .text(text),
      "title": TemplateValue(title),
      "journal": TemplateValue(journal),
      "published": published.map { speech.shown($0) } ?? .absent,
      "doi": TemplateValue(doi),
      "doi_url": TemplateValue(doiLink),
      "url": TemplateValue(link),
    ])
  }
}
