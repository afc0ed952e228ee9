internal import Model
internal import Text

/// A page with articles: fetches it, then the unknown articles that have their own pages.
struct PagePoll: UpstreamPoll {
  private let question: UpstreamQuestion
  private let written: PageSelectors
  private var exchange = Exchange()
  private var isAsked = false
  private var hash: String?
  private var list: ListPage?
  private var failure: UpstreamFailure?
  /// Nil until the list is read.
  private var pages: ArticlePages?

  init(_ question: UpstreamQuestion, _ written: PageSelectors) {
    self.question = question
    self.written = written
  }

  var decisive: FetchAnswer? { exchange.decisive }

  mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    guard isAsked else {
      isAsked = true
      return question.firstRequest(accept: ArticlePages.accept)
    }
    if pages == nil {
      guard let answer, let bytes = exchange.take(answer), isNew(bytes) else { return nil }
      readList(bytes, answer)
      return pages?.next(after: nil)
    }
    return pages?.next(after: answer, in: &exchange)
  }

  private mutating func isNew(_ bytes: [UInt8]) -> Bool {
    hash = digest(of: bytes)
    return hash != question.bodyHash
  }

  private mutating func readList(_ bytes: [UInt8], _ answer: FetchAnswer) {
    do throws(UpstreamFailure) {
      guard isPage(answer, bytes) else {
        throw UpstreamFailure(sentence: "it is not an HTML page; if it is a feed, write kind = \"feed\"")
      }
      let selectors = try Selectors(written, of: question.source.name)
      let list = try ListPage(bytes, at: answer.url, selectors)
      self.list = list
      pages = ArticlePages(
        written.body == nil ? [] : list.teasers.filter { isUnknown($0) }, question, selectors, hasList: true)
    } catch {
      failure = question.source.failure(error, of: bytes, answer)
    }
  }

  private func isUnknown(_ teaser: Teaser) -> Bool { teaser.link.map { !question.knows(link: $0) } ?? false }

  func outcome() -> UpstreamOutcome {
    let failure = failure ?? pages?.failure
    guard failure == nil, let list, let pages else { return exchange.outcome(of: question.first, failure) }
    if pages.stop != nil, pages.items.isEmpty { return .unanswered }
    return .document(document(list, pages), hash: pages.isComplete ? hash : nil)
  }

  private func document(_ list: ListPage, _ pages: ArticlePages) -> UpstreamDocument {
    var document = UpstreamDocument()
    document.title = list.title
    document.home = exchange.own?.url
    document.isComplete = pages.isComplete
    document.hasRest = !pages.isComplete
    document.shown = list.teasers.count
    document.remarks = list.remarks + pages.remarks
    let read = Dictionary(pages.items.map { ($0.link ?? "", $0) }) { first, _ in first }
    for teaser in list.teasers {
      if let item = teaser.link.flatMap({ read[$0] }) {
        document.items.append(item)
      } else if written.body == nil || teaser.link == nil, let item = teaser.item(in: question.source) {
        document.items.append(item)
      }
    }
    if written.body != nil { document.saysNothingOfOthers(question) }
    return document
  }
}

extension UpstreamSettings {
  /// A failure to read a page, perhaps because a service in front of the site answered with its own page.
  func failure(_ failure: UpstreamFailure, of bytes: [UInt8], _ answer: FetchAnswer) -> UpstreamFailure {
    let title = pageTitle(bytes, answer)
    guard answer.isChallenge || UpstreamFailure.isTitleOfChallenge(title) else { return failure }
    return UpstreamFailure(
      sentence: UpstreamFailure.words(forPage: title, insteadOf: "the articles", isChallenge: true))
  }
}
