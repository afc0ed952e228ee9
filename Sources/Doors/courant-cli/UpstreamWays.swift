import Fetching
import Model
import Press
import Upstreams

/// How sources are fetched and read.
enum UpstreamWays {
  static func fetcher() -> any Fetcher { ShownFetcher(CurlFetcher(now: { Moment.clock })) }

  static func reader() -> any UpstreamReader { UpstreamKinds() }
}

/// Shows on a terminal how many sources have answered.
private final class ShownFetcher: Fetcher {
  private let fetcher: any Fetcher
  private static let manySources = 10

  init(_ fetcher: any Fetcher) { self.fetcher = fetcher }

  func run(
    _ conversations: [any Conversation], limit: Duration, ended: (Int, any Conversation) throws -> Void
  ) throws {
    let bar = ProgressBar(longWork: Self.manySources)
    defer { bar.finish() }
    var done = 0
    bar.show(done, of: conversations.count)
    try fetcher.run(conversations, limit: limit) { position, conversation in
      done += 1
      bar.show(done, of: conversations.count)
      try ended(position, conversation)
    }
  }
}

extension RunWays {
  /// Lets the run ask the sources that are due.
  mutating func askSources() {
    fetcher = UpstreamWays.fetcher()
    upstreams = UpstreamWays.reader()
  }
}
