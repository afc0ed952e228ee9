internal import Languages
internal import Model
internal import Presentation
internal import Press
internal import Templates
internal import Text

/// What the site's own templates make each reader's browser ask of other servers, which learn the reader's address and page.
extension SiteCheck {
  var askedServers: [Finding] {
    let roots = Self.pages + otherTemplates + PageHooks.names
    let used = opened.templates.use(of: roots).templates
    let asked = opened.templates.markup(of: used).flatMap { markup in
      markup.tags.filter { !$0.isEnd }.flatMap { requests(of: $0, in: markup) }
    }
    return asked.map(Finding.init(warning:)) + brokenPromise(asked)
  }

  /// The site's own templates of pages in which something does not end. In a ``PageHooks`` it stops the run.
  var openTemplates: [Finding] {
    let used = opened.templates.use(of: Self.pages + otherTemplates).templates
    return opened.templates.markup(of: used).compactMap(\.openMarkup).map(Finding.init(warning:))
  }

  private func requests(of tag: MarkupTag, in markup: TemplateMarkup) -> [TemplateError] {
    if tag.isInlineScript {
      let sentence = "what this script asks of other servers is not known; if it asks any, tell your readers"
      return [markup.fault(at: tag.offset, sentence)]
    }
    return tag.requests.compactMap { request in sentence(on: request).map { markup.fault(at: request.offset, $0) } }
  }

  private func sentence(on request: PageRequest) -> String? {
    guard let url = request.url else {
      return "`\(request.written)` is relative to the address of each page; begin it with {{site.url}}/"
    }
    guard url.host != WebURL(site.url)?.host else { return nil }
    let blocked = url.scheme == "http" && site.url.hasPrefix("https:") ? ", by http:, which browsers block here" : ""
    return
      "every page asks \(url.host) for \(request.what)\(blocked); that server learns who reads what, so tell your readers"
  }

  /// The foot of every page says "No tracking", unless the site has its own words.
  private func brokenPromise(_ requests: [TemplateError]) -> [Finding] {
    let promise = site.speech.word("promise") ?? ""
    guard !requests.isEmpty, !promise.isEmpty, site.words["promise"] == nil else { return [] }
    let sentence =
      "the foot of every page says \"\(promise)\", but pages ask other servers; if that is not true any more, change `promise` in "
      + "[words]"
    return [Finding("schedule.conf", sentence, weight: .warning)]
  }
}
