internal import Model
internal import Presentation

extension WebRoute {
  /// For logs and metrics: without the token, the words or the feeds of the path.
  package var name: String {
    switch self {
    case .subscribe: "subscribe"
    case .confirm: "confirm"
    case .refuse: "refuse"
    case .findLink: "find-link"
    case .preferences: "preferences"
    case .access: "access"
    case .move: "move"
    case .moveBack: "move-back"
    case .unsubscribe: "unsubscribe"
    case .left: "left"
    case .ownFeeds: "own-feeds"
    case .ownFeed: "own-feed"
    case .privateFeed: "private-feed"
    case .search: "search"
    case .searchFeed: "search-feed"
    }
  }
}

extension FrontDoor {
  /// The name of the page that a request asks for; `none` if there is no such page.
  package func routeName(of request: WebRequest) -> String {
    WebRoute(path: request.path, folder: house().site.folder)?.name ?? "none"
  }
}

extension WebRequest {
  /// Whether it was passed on by a web server in front, which is at this address; any program that may open a socket counts as
  /// one.
  package func isFrom(_ proxy: String?) -> Bool {
    switch peer {
    case .socket: true
    case .address(let text): text == proxy
    }
  }

  /// The method, or `OTHER`: a client may send any word.
  package var knownMethod: String {
    ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"].contains(method) ? method : "OTHER"
  }
}
