internal import Model
internal import XML

/// The pages of articles that are fetched in one poll, one after the other.
struct ArticlePages {
  private(set) var items: [UpstreamItem] = []
  private(set) var remarks: [String] = []
  /// URLs at which there is no article, and never will be.
  private(set) var withoutArticle: [String] = []
  /// Those, and the pages that their server refuses, if it shows others.
  var past: [String] { withoutArticle + (read > 0 ? refused : []) }
  /// The response after which no other page is requested.
  private(set) var stop: FetchAnswer?
  private let question: UpstreamQuestion
  private let selectors: Selectors
  private let hasList: Bool
  private let teasers: [Teaser]
  private var position = 0
  /// Pages that were read, those on which `body` matches nothing, and the first of these.
  private var read = 0
  private var bodiless: [String] = []
  private var refused: [String] = []
  /// A page that could not be read now; a second one after it ends the poll.
  private var failed = false
  private var countFailed = 0

  /// The page of an article has a hundredth of it; a list may be longer.
  private static let mostBytes = 5_000_000

  static let accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"

  /// - Parameters:
  ///   - teasers: of unknown articles, each with a link.
  ///   - hasList: whether a page said more of them than their URLs.
  init(_ teasers: [Teaser], _ question: UpstreamQuestion, _ selectors: Selectors, hasList: Bool) {
    self.teasers = teasers
    self.question = question
    self.selectors = selectors
    self.hasList = hasList
  }

  /// Whether all pages were requested.
  var isComplete: Bool { position >= teasers.count && stop == nil && countFailed == 0 }

  /// The failure of a selector that matches on none of the pages.
  var failure: UpstreamFailure? {
    guard let first = bodiless.first, bodiless.count == read else { return nil }
    return selectors.unmatched(.body, on: first)
  }

  /// - Parameter answer: the response for the previous page; nil at the beginning.
  mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    if let answer, position > 0 { take(answer, teasers[position - 1]) }
    guard stop == nil, position < min(teasers.count, question.source.maxNew) else { return nil }
    position += 1
    var request = question.request(teasers[position - 1].link ?? "", accept: Self.accept)
    request.mostBytes = min(request.mostBytes, Self.mostBytes)
    return request
  }

  /// The same for a poll; a response after which no other page is requested ends its exchange.
  mutating func next(after answer: FetchAnswer?, in exchange: inout Exchange) -> FetchRequest? {
    let request = next(after: answer)
    if let stop { exchange.stop(with: stop) }
    return request
  }

  private mutating func take(_ answer: FetchAnswer, _ teaser: Teaser) {
    let url = teaser.link ?? answer.url
    switch answer.result {
    case .document(let bytes): readPage(bytes, answer, teaser, url)
    case .status(404), .status(410):
      withoutArticle.append(url)
      remarks.append("\(url) is not there any more")
    case .status(let code) where (400..<500).contains(code) && ![408, 425, 429].contains(code) && !answer.isChallenge:
      refused.append(url)
      remarks.append("\(url) cannot be read: its server answers \(code)")
    case .failed(let failure) where failure.concernsOneURL:
      refused.append(url)
      remarks.append("\(url) cannot be read: \(failure.sentence)")
    case .unchanged, .status, .failed:
      if answer.mayBeOnePage, !failed {
        failed = true
        countFailed += 1
        remarks.append("\(url) cannot be read at present")
        return
      }
      stop = answer
      position -= 1
    }
    failed = false
  }

  private mutating func readPage(_ bytes: [UInt8], _ answer: FetchAnswer, _ teaser: Teaser, _ url: String) {
    guard isPage(answer, bytes) else {
      if let item = teaser.item(in: question.source) { items.append(item) } else { withoutArticle.append(url) }
      remarks.append("\(url) is not an HTML page; only its title and link are used")
      return
    }
    let page = ArticlePage(bytes, at: answer.url, teaser, selectors, question.source, hasList: hasList)
    guard let page else {
      withoutArticle.append(url)
      remarks.append("\(url) has no title; it is left out")
      return
    }
    read += 1
    if page.lacksBody {
      bodiless.append(url)
      remarks.append(selectors.unmatched(.body, on: url).sentence)
    }
    if page.leavesBodyOut {
      remarks.append(
        "the markup of \(url) does not name its body; write a selector `body`, or `heuristics = true` to guess it")
    }
    items.append(page.item)
  }
}

/// Whether an answer is a page of HTML.
func isPage(_ answer: FetchAnswer, _ bytes: [UInt8]) -> Bool {
  let start = String(decoding: bytes.prefix(1_000), as: UTF8.self).lowercased()
  guard !["<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex", "%pdf-"].contains(where: start.contains) else {
    return false
  }
  return answer.contentType?.lowercased().contains("html") == true || WebPage(bytes, base: answer.url) != nil
}

extension FetchAnswer {
  /// Whether the page alone may be at fault, rather than its server.
  fileprivate var mayBeOnePage: Bool {
    switch result {
    case .status(let code): code >= 500 && code != 503
    case .failed(let failure): failure.kind == .timedOut
    case .document, .unchanged: false
    }
  }
}

extension FetchFailure {
  /// Whether other URLs of the same server may still be read.
  fileprivate var concernsOneURL: Bool {
    switch kind {
    case .tooLarge, .privateAddress, .redirected, .certificate, .refusedURL: true
    case .unreachable, .timedOut, .notStarted: false
    }
  }
}
