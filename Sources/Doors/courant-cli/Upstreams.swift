import Model
import Press

/// The only place that chooses how upstream sources are fetched and read.
enum Upstreams {
  static func fetcher() throws -> any Fetcher { throw CommandError("this build cannot fetch", .usage) }

  static func reader() throws -> any UpstreamReader { throw CommandError("this build cannot fetch", .usage) }
}
