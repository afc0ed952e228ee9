internal import Model
internal import Text
internal import XML

/// A sitemap: fetches it, the sitemaps that an index names, then the unknown pages. In the first poll all pages count as
/// past, and no page is fetched.
struct SitemapPoll: UpstreamPoll {
  private let question: UpstreamQuestion
  private let written: PageSelectors
  private var exchange = Exchange()
  private var isAsked = false
  private var hash: String?
  private var isIndex = false
  private var children: [String] = []
  /// How many of them were requested.
  private var asked = 0
  private var found: [Sitemap.Page] = []
  private var isCut = false
  private var isWhole = true
  private var failure: UpstreamFailure?
  /// Nil until all sitemaps are read.
  private var pages: ArticlePages?

  private static let accept = "application/xml, text/xml, application/gzip, */*;q=0.1"
  /// Each costs a request in every poll.
  private static let mostChildren = 30

  init(_ question: UpstreamQuestion, _ written: PageSelectors) {
    self.question = question
    self.written = written
  }

  /// Without the validators of an index: it may be the same when its sitemaps are not.
  var decisive: FetchAnswer? {
    guard isIndex, exchange.broken == nil else { return exchange.decisive }
    var answer = exchange.own
    answer?.validators = Validators()
    return answer
  }

  mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    guard isAsked else {
      isAsked = true
      return question.firstRequest(accept: Self.accept)
    }
    if pages == nil { return nextSitemap(after: answer) }
    return pages?.next(after: answer, in: &exchange)
  }

  private mutating func nextSitemap(after answer: FetchAnswer?) -> FetchRequest? {
    let isOwn = exchange.own == nil
    guard let answer, let bytes = exchange.take(answer) else { return nil }
    if isOwn {
      hash = digest(of: bytes)
      guard hash != question.bodyHash else { return nil }
    }
    do throws(UpstreamFailure) {
      try read(bytes, answer, isOwn: isOwn)
      guard asked == children.count else {
        asked += 1
        return question.request(children[asked - 1], accept: Self.accept)
      }
      return try beginPages()
    } catch {
      failure = answer.isChallenge ? question.source.failure(error, of: bytes, answer) : error
      return nil
    }
  }

  private mutating func read(_ bytes: [UInt8], _ answer: FetchAnswer, isOwn: Bool) throws(UpstreamFailure) {
    let sitemap = try Sitemap(bytes, at: answer.url)
    if isOwn {
      children = sitemap.children
      isIndex = !children.isEmpty
      guard children.count <= Self.mostChildren else {
        throw UpstreamFailure(
          sentence: "it is an index of \(children.count) sitemaps, which are too many to ask; "
            + "write the URL of the one with the articles, for example \(children[0])")
      }
    }
    // Without their ends, missing pages would be news later.
    isWhole = isWhole && sitemap.isComplete
    found += sitemap.pages.prefix(Sitemap.mostPages - found.count)
    isCut = isCut || sitemap.isCut || found.count == Sitemap.mostPages
  }

  private mutating func beginPages() throws(UpstreamFailure) -> FetchRequest? {
    guard isWhole || !question.isFirst else {
      throw UpstreamFailure(
        sentence: "it is cut off, so its pages cannot be distinguished from later ones; it will be read again")
    }
    let selectors = try Selectors(written, of: question.source.name)
    var unknown: [Sitemap.Page] = []
    if !question.isFirst {
      var seen: Set<String> = []
      unknown = found.filter { seen.insert($0.url).inserted && !question.knows(link: $0.url) }
      unknown = unknown.map { ($0, $0.changedAt) }.sorted { $0.1 > $1.1 }.map(\.0)
    }
    let articles = ArticlePages(unknown.map(\.teaser), question, selectors, hasList: false)
    pages = articles
    return pages?.next(after: nil)
  }

  func outcome() -> UpstreamOutcome {
    let failure = failure ?? pages?.failure
    guard failure == nil, let pages else { return exchange.outcome(of: question.first, failure) }
    if pages.stop != nil, pages.items.isEmpty, pages.withoutArticle.isEmpty { return .unanswered }
    return .document(document(pages), hash: pages.isComplete && !isIndex ? hash : nil)
  }

  private func document(_ pages: ArticlePages) -> UpstreamDocument {
    var document = UpstreamDocument()
    document.items = pages.items
    document.isComplete = pages.isComplete && isWhole
    document.isCutOff = !isWhole
    document.shown = found.count
    document.remarks = pages.remarks
    document.unread = question.isFirst ? found.map(\.url) : pages.past
    if !isWhole { document.remarks.insert("it is cut off; only complete entries are read", at: 0) }
    if isCut {
      document.remarks.insert("it has more than \(Sitemap.mostPages) pages; the others are not read", at: 0)
    }
    document.saysNothingOfOthers(question)
    return document
  }
}

func pageTitle(_ bytes: [UInt8], _ answer: FetchAnswer) -> String { WebPage(bytes, base: answer.url)?.title ?? "" }
