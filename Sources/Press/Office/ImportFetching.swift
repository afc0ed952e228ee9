package import Captures
package import Model
internal import Press
package import Upstreams

/// Fetches what is imported from the network: a page, or a database's record of a paper.
package struct ImportFetching {
  private let fetcher: any Fetcher
  private let site: Site
  private let allowsPrivate: Bool

  /// - Parameter allowsPrivate: whether also from this machine and from private networks.
  package init(_ fetcher: any Fetcher, site: Site, allowsPrivate: Bool) {
    self.fetcher = fetcher
    self.site = site
    self.allowsPrivate = allowsPrivate
  }

  /// For all requests of an import.
  private static let limit = Duration.seconds(60)

  package struct Failure: Error {
    package let sentence: String
    /// Whether it may work later.
    package let isUnreachable: Bool
  }

  package struct Page: Sendable {
    package let bytes: [UInt8]
    /// The URL that answered.
    package let url: String
  }

  package func page(_ url: String) throws -> Page {
    var request = request(url)
    request.accept = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5, */*;q=0.1"
    let answer = try answer(to: OneRequest(request)).answer
    switch answer?.result {
    case .document(let bytes): return Page(bytes: bytes, url: answer?.url ?? url)
    case .status(let code):
      let challenge = "its server asks visitors to prove that they are people; save the page and import the file"
      let sentence = answer?.isChallenge == true ? challenge : "its server answers \(code)"
      throw Failure(sentence: "\(url): \(sentence)", isUnreachable: code >= 500 || code == 429)
    case .failed(let failure): throw Failure(sentence: "\(url): \(failure.sentence)", isUnreachable: true)
    case .unchanged, nil: throw Failure(sentence: "\(url): its server sends no document", isUnreachable: true)
    }
  }

  /// - Parameter base: of the database's programming interface; nil for the usual one.
  package func paper(_ name: PaperName, base: String?) throws -> CapturedPaper {
    let request = request(base ?? "")
    let lookUp = PaperLookUp(name, base: base, like: request, contact: site.mistakesTo?.description)
    switch try answer(to: lookUp).outcome {
    case .found(let paper): return CapturedPaper(paper, origin: name.database)
    case .unknown:
      let sentence = "\(name.database) does not know it; check it, or import the page of the paper by its URL"
      throw Failure(sentence: "\(name.text): \(sentence)", isUnreachable: false)
    case .failed(let sentence):
      throw Failure(sentence: "\(name.text): \(name.database) cannot be asked: \(sentence)", isUnreachable: true)
    }
  }

  private func request(_ url: String) -> FetchRequest {
    var request = FetchRequest(url: url, userAgent: "Courant/\(Courant.version) (+\(site.url))")
    request.allowsPrivate = allowsPrivate
    return request
  }

  private func answer<Kind: Conversation>(to conversation: Kind) throws -> Kind {
    var ended = conversation
    try fetcher.run([conversation], limit: Self.limit) { _, conversation in
      if let conversation = conversation as? Kind { ended = conversation }
    }
    return ended
  }
}

private struct OneRequest: Conversation {
  private let request: FetchRequest
  private var isAsked = false
  private(set) var answer: FetchAnswer?

  init(_ request: FetchRequest) { self.request = request }

  mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    self.answer = answer
    guard !isAsked else { return nil }
    isAsked = true
    return request
  }
}

extension CapturedPaper {
  fileprivate init(_ paper: Paper, origin: String) {
    self.init(title: paper.title, origin: origin)
    journal = paper.journal
    doi = paper.doi
    url = paper.url
    published = paper.published
    authors = paper.authors
    abstract = paper.abstract
    warning = paper.warning
  }
}
