package import Model
internal import Text
package import Time

/// Asks a source once, without recording anything, and looks at what came.
package struct SourceTrial {
  private let reader: any UpstreamReader
  private let fetcher: any Fetcher
  private let now: Instant

  package init(_ reader: any UpstreamReader, _ fetcher: any Fetcher, now: Instant) {
    self.reader = reader
    self.fetcher = fetcher
    self.now = now
  }

  package enum Result: Sendable {
    /// - Parameter answer: the one to the source's own URL.
    case read(UpstreamDocument, answer: FetchAnswer?)
    /// Something came and cannot be read.
    ///
    /// - Parameter feeds: that the page names, and that can be read.
    case unreadable(String, answer: FetchAnswer?, feeds: [Feed])
    /// Nothing came.
    case unfetched(String)
  }

  /// A feed that a page names.
  package struct Feed: Hashable, Sendable, Encodable {
    package let url: String
    package let title: String
    package let items: Int
  }

  /// The maximum number of feeds fetched of those that a page links to.
  private static let mostProposals = 8

  /// The maximum number of pages fetched from a sitemap or list, because a host is contacted only every few seconds.
  private static let mostPages = 5

  /// How long all requests of a trial may take.
  private static let limit = Duration.seconds(60)

  /// - Parameters:
  ///   - first: the request of the source's own URL, unconditional.
  ///   - key: the first line of the source's `key_file`.
  package func run(
    _ source: UpstreamSettings, first: FetchRequest, key: String? = nil, contact: String? = nil
  ) throws -> Result {
    var settings = source
    settings.maxNew = min(source.maxNew, Self.mostPages)
    var question = UpstreamQuestion(source: settings, first: first, now: now)
    question.key = key
    question.contact = contact
    // A first poll would fetch no page of a sitemap.
    question.isFirst = false
    guard let poll = try polled([question])[0] else { return .unfetched("nothing was asked") }
    switch poll.outcome() {
    case .document(let document, _): return .read(document, answer: poll.decisive)
    case .unreadable(let failure):
      let feeds = try readable(failure.proposals, like: question)
      return .unreadable(failure.sentence, answer: poll.decisive, feeds: feeds)
    case .unchanged: return .unfetched("it answered 304 to a request without conditions")
    case .unanswered: return .unfetched(poll.decisive?.failureSentence ?? "nothing was answered")
    }
  }

  /// The feeds among the URLs that a page names: each is fetched and read before it is proposed.
  private func readable(_ urls: [String], like question: UpstreamQuestion) throws -> [Feed] {
    let urls = Array(urls.prefix(Self.mostProposals))
    let questions = urls.map { url in
      var settings = question.source
      settings.kind = .feed
      settings.url = url
      var next = UpstreamQuestion(source: settings, first: question.first, now: now)
      next.isFirst = false
      next.first.url = url
      next.first.credentials = nil
      // Someone else's page must not choose what is requested from this machine.
      let isAtHome = WebURL(url)?.host == WebURL(question.first.url)?.host
      next.first.allowsPrivate = question.first.allowsPrivate && isAtHome
      return next
    }
    return zip(urls, try polled(questions)).compactMap { url, poll in
      guard case .document(let document, _)? = poll?.outcome() else { return nil }
      return Feed(url: url, title: document.title, items: document.items.count)
    }
  }

  /// The polls as they ended, in the order of the questions.
  private func polled(_ questions: [UpstreamQuestion]) throws -> [(any UpstreamPoll)?] {
    var ended = [(any UpstreamPoll)?](repeating: nil, count: questions.count)
    if questions.isEmpty { return ended }
    try fetcher.run(questions.map(reader.poll), limit: Self.limit) { position, conversation in
      ended[position] = conversation as? any UpstreamPoll
    }
    return ended
  }
}

extension FetchAnswer {
  /// Why it cannot be used; nil for a document.
  package var failureSentence: String? {
    switch result {
    case .document: nil
    case .unchanged: "it answered 304 to a request without conditions"
    case .status where isChallenge: "it wants proof that a person is asking"
    case .status(let status): "it answered \(status)"
    case .failed(let failure): failure.sentence
    }
  }
}
