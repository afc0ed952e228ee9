/// Nothing can be read.
package enum FeedFailure: Error, Equatable {
  case empty
  /// A web page came instead, with the feeds that it names.
  case webPage(title: String, feeds: [String])
  case noFeed
  case brokenJSON(line: Int)
  case noJSONFeed

  package var sentence: String {
    switch self {
    case .empty: "it is empty"
    case .webPage(let title, let feeds):
      (title.isEmpty ? "a web page came instead of a feed" : "a web page called “\(title)” came instead of a feed")
        + (feeds.isEmpty ? "" : "; it names \(feeds.joined(separator: " and "))")
    case .noFeed: "it is not a feed: it begins neither like RSS, Atom or RDF nor like JSON Feed"
    case .brokenJSON(let line): "line \(line): this is not JSON"
    case .noJSONFeed: "it is JSON, but not a JSON Feed: `items` is missing"
    }
  }
}
