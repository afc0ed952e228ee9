import Fetching
import Model
import Press
import Upstreams

/// How sources are fetched and read.
enum UpstreamWays {
  static func fetcher() -> any Fetcher { CurlFetcher(now: { Moment.clock }) }

  static func reader() -> any UpstreamReader { UpstreamKinds() }
}

extension RunWays {
  /// Lets the run ask the sources that are due.
  mutating func askSources() {
    fetcher = UpstreamWays.fetcher()
    upstreams = UpstreamWays.reader()
  }
}
