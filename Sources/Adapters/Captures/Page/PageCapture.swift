internal import Text
internal import Time
internal import XML

/// Why a page cannot be read.
package struct PageRefusal: Error {
  package let sentence: String
}

/// Reads an HTML page. Each field comes from the first place that has it: the person's selectors, the labels of the page,
/// JSON-LD, microdata, the `<meta>` elements of journals, those of Open Graph, and plain elements.
struct PageCapture {
  private(set) var article = CapturedArticle()
  private let nodes: PageNodes
  private let settings: CaptureSettings
  private let meta: PageMeta
  private let markup: PageMarkup
  private let linked: LinkedData
  private let labels: PageLabels
  private var selected = PageFacts()
  /// The elements that selectors found, for the body and for what is left out of it.
  private var chosen: [CaptureField: [Int]] = [:]

  init(_ bytes: [UInt8], _ settings: CaptureSettings) throws(PageRefusal) {
    let page = HTMLPage(bytes)
    nodes = page.nodes
    guard !nodes.all.isEmpty else { throw PageRefusal(sentence: "there is nothing in this page") }
    self.settings = settings
    meta = PageMeta(nodes)
    markup = PageMarkup(nodes)
    linked = LinkedData(nodes, headings: Set(markup.headings.map(\.value)))
    labels = PageLabels(nodes, TextWeights(nodes))
    for selector in settings.selectors.values.sorted(by: { $0.written < $1.written }) { try select(selector, page) }
    readTitle()
    readDates()
    readTexts()
    readTopics()
    readSource()
    readImage()
    readBody()
  }

  private mutating func select(_ selector: FieldSelector, _ page: borrowing HTMLPage) throws(PageRefusal) {
    let matches: [PageMatch]
    do {
      matches = try page.matches(selector.selector)
    } catch {
      throw PageRefusal(sentence: "`\(selector.written)` takes too long on this page; write a simpler selector")
    }
    guard !matches.isEmpty else {
      article.unmatched.insert(selector.field)
      guard !settings.mayMiss else { return }
      throw PageRefusal(sentence: "`\(selector.written)`, for \(selector.field.rawValue), matches nothing on this page")
    }
    chosen[selector.field] = matches.map(\.node)
    let origin = "the selector \(selector.written)"
    for match in matches {
      selected.add(selector.field, match.value ?? nodes.words(match.node), origin, line: nodes[match.node].line)
    }
  }

  /// In the order in which they are tried.
  private var facts: [PageFacts] {
    [selected, linked.facts, markup.microdata, meta.scholarly, meta.social, markup.plain]
  }

  private func first(_ field: CaptureField) -> Found<String>? { all(field).first }

  private func all(_ field: CaptureField) -> [Found<String>] {
    facts.lazy.map { $0[field] }.first { !$0.isEmpty } ?? []
  }

  private var address: Found<String>? {
    settings.base.map { Found($0, "--base", line: nil) } ?? meta.address ?? linked.address
  }

  /// The URL against which links are resolved; empty if it is unknown.
  private var base: String {
    nodes.base(at: address?.value ?? "")
  }
}

// MARK: - Fields

extension PageCapture {
  private mutating func readTitle() {
    guard var title = first(.title) ?? markup.titleElement, !title.value.isEmpty else { return }
    let separators = CapturedArticle.titleSeparators
    let names = markup.headings.map(\.value).filter { heading in
      separators.contains { title.value.hasPrefix(heading + $0) }
    }
    if let name = names.first {
      title.value = name
    } else if let site = meta.siteName, let sign = separators.first(where: { title.value.hasSuffix($0 + site) }) {
      title.value = String(title.value.dropLast((sign + site).count))
    }
    article.title = title
    if title.origin == "<title>" {
      article.notes.append(CaptureNote("the title is that of the browser's window; confirm it", line: title.line))
    }
  }

  private mutating func readDates() {
    article.date = date(.date)
    article.updated = date(.updated)
    if article.date == nil, let updated = article.updated {
      article.date = updated
      article.updated = nil
      article.notes.append(CaptureNote("`date` is that of the last change; the page has no other", line: updated.line))
    }
  }

  private mutating func date(_ field: CaptureField) -> Found<WrittenDate>? {
    for found in facts.flatMap({ $0[field] }) {
      if let date = WrittenDate(foreign: found.value, isUS: settings.readsUSDates) {
        return Found(date, found.origin, line: found.line)
      }
      let sentence = "\"\(found.value.cut(to: 40))\" (\(found.origin)) is not a clear date; it is passed over"
      article.notes.append(CaptureNote(sentence, line: found.line))
    }
    return nil
  }

  private mutating func readTexts() {
    article.summary = selected[.summary].first ?? labels.summary ?? first(.summary)
    article.authors = all(.authors)
    for (field, label) in [(CaptureField.credibility, CaptureLabel.credibility), (.interest, .interest)] {
      let written = selected[field].first
      let rating = written.flatMap { found in
        WrittenRating(found.value).map { Found($0.text, found.origin, line: found.line) }
      }
      let found = rating ?? labels.ratings[label]
      if field == .credibility { article.credibility = found } else { article.interest = found }
      if found?.origin.hasPrefix("the width") == true {
        article.notes.append(
          CaptureNote("`\(field.rawValue)` is measured from a picture; confirm it", line: found?.line))
      }
    }
  }

  private mutating func readTopics() {
    if selected[.topics].isEmpty, !labels.topics.isEmpty {
      let reading = TopicReading(labels.topics, known: settings.topics)
      article.topics = reading.topics
      article.notes += reading.notes
    } else {
      article.topics = all(.topics)
    }
    if article.topics.isEmpty {
      article.notes.append(CaptureNote("no topics were found; add `topics`"))
    }
    article.related = labels.related
    let order = DateOrder(article.related.compactMap(\.date))
    let known = order == .unknown && settings.readsUSDates ? .monthFirst : order
    for index in article.related.indices {
      article.related[index].day = article.related[index].date.flatMap(known.day)
    }
  }

  /// What journals write about their papers is about the paper, not about an article on it.
  private mutating func readSource() {
    let scholarly = meta.scholarly
    article.source.journal = selected[.journal].first ?? scholarly[.journal].first ?? labels.journal
    article.source.doi = selected[.doi].first ?? scholarly[.doi].first
    let isPaper = scholarly[.doi].first != nil || scholarly[.journal].first != nil
    article.source.title = isPaper ? scholarly[.title].first : nil
    article.source.published = isPaper ? scholarly[.date].first.flatMap(Self.published) : nil
    if article.source.journal == nil, article.source.doi == nil {
      article.notes.append(CaptureNote("the page does not name the paper; add `source`"))
    }
  }

  /// `2026/01/05` as `2026-01-05`.
  private static func published(_ found: Found<String>) -> Found<String>? {
    let plain = found.value.replacing("/", with: "-")
    guard plain.wholeMatch(of: /[0-9]{4}(-[0-9]{1,2}){0,2}/) != nil else { return nil }
    let parts = plain.split(separator: "-").map { $0.count == 1 ? "0" + $0 : String($0) }
    return Found(parts.joined(separator: "-"), found.origin, line: found.line)
  }

  private mutating func readImage() {
    guard let found = first(.image) else { return }
    guard let url = resolve(found.value, against: base), url.hasPrefix("http") else {
      article.notes.append(
        CaptureNote("the URL of the image is not complete; give the page's own with --base", line: found.line))
      return
    }
    let tag = nodes.elements(["img"]).first { nodes[$0]["src"].map { resolve($0, against: base) == url } == true }
    let alt = tag.flatMap { nodes[$0]["alt"] } ?? ""
    article.image = Found(CapturedImage(url: url, alt: alt.trimmedWords), found.origin, line: found.line)
  }
}

// MARK: - The body

extension PageCapture {
  private mutating func readBody() {
    article.address = address
    let removed = Set(chosen[.remove] ?? []).union(labels.omitted).union(titles)
    if let elements = chosen[.body] {
      let html = elements.map { nodes.html($0, without: removed) }.joined()
      article.body = Found(
        sanitized(html), "the selector \(settings.selectors[.body]?.written ?? "")", line: nodes[elements[0]].line)
      return
    }
    let known = linked.articleBody.flatMap(element(holding:)).map { ($0, "the element that holds JSON-LD articleBody") }
    guard let body = PageBody(nodes, chosen: known, without: removed) else { return }
    let html = sanitized(nodes.html(body.element, without: body.omitted))
    article.body = Found(html, body.origin, line: nodes[body.element].line)
    let percent = Int((body.share * 100).rounded())
    if known == nil, body.origin == PageBody.guess {
      let sentence = "the body is guessed from the amount of text; compare it, or name it with --select body=SELECTOR"
      article.notes.append(CaptureNote(sentence, line: nodes[body.element].line))
    }
    if body.share < 0.5 || body.linkDensity > 0.3 {
      let sentence =
        "the body may not be complete: \(percent) % of the page's paragraphs; compare it, or name it with --select body=SELECTOR"
      article.notes.append(CaptureNote(sentence, line: nodes[body.element].line))
    }
  }

  /// Headings that repeat the title.
  private var titles: [Int] {
    nodes.elements(["h1"]).filter { nodes.words($0) == article.title?.value }
  }

  private mutating func sanitized(_ html: String) -> String {
    let hasRelativeLinks = base.isEmpty && html.contains(/(?:href|src)="(?!https?:|mailto:|#|data:)[^"]/)
    if hasRelativeLinks {
      article.notes.append(CaptureNote("relative links are left out; give the page's own URL with --base"))
    }
    return HTMLSanitizer(base: base).sanitized(html).html
  }

  /// The innermost element with most of `text`.
  private func element(holding text: String) -> Int? {
    let weights = TextWeights(nodes)
    let least = text.utf8.count * 6 / 10
    var current = nodes.elements(["body"]).first ?? 0
    while let next = nodes.children(current).max(by: { weights.text[$0] < weights.text[$1] }),
      nodes[next].isElement, weights.text[next] >= least
    { current = next }
    let beginning = String(text.trimmedWords.prefix(40))
    let isFound = weights.text[current] <= text.utf8.count * 2 && nodes.words(current).contains(beginning)
    return isFound && !beginning.isEmpty ? current : nil
  }
}
