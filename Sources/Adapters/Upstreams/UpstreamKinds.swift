package import Model

/// Sources of every kind.
package struct UpstreamKinds: UpstreamReader {
  package init() {}

  package func poll(_ question: UpstreamQuestion) -> any UpstreamPoll {
    switch question.source.kind {
    case .feed, .arxiv: FeedPoll(question)
    case .page(let selectors): PagePoll(question, selectors)
    case .sitemap(let selectors): SitemapPoll(question, selectors)
    case .pubmed(let query): PubMedPoll(question, query: query)
    case .preprints(let server, let category): PreprintPoll(question, server: server, category: category)
    case .crossref(let filter): CrossrefPoll(question, filter: filter)
    }
  }
}
