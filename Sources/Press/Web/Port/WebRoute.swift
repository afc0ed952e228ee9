package import Model

/// The pages that answer.
package enum WebRoute: Hashable, Sendable {
  case subscribe
  case confirm(String)
  case refuse(String)
  /// The form for a lost link.
  case findLink
  case preferences(String)
  case access(String)
  case move(String)
  case moveBack(String)
  case unsubscribe(String)
  /// After leaving, with the permit that undoes it.
  case left(String)
  /// The page where a reader combines several feeds.
  case ownFeeds
  /// Several feeds as one.
  case ownFeed(names: [String], Feed.Format)
  /// A reader's document of a private feed.
  case privateFeed(token: String, name: String, Feed.Format)
  case search
  /// The feed of the articles that contain some words, joined by `+`, percent-encoded.
  case searchFeed(words: String, Feed.Format)

  /// - Parameter folder: the path of the site on its server, with slashes at both ends. Unsubscribing works below any folder:
  ///   links in mail sent before the site moved must still work, even while its settings are broken.
  package init?(path: String, folder: String) {
    let parts = path.split(separator: "/").map(String.init)
    if parts.count >= 2, parts[parts.count - 2] == "unsubscribe" {
      self = .unsubscribe(parts[parts.count - 1])
      return
    }
    guard path.hasPrefix(folder) else { return nil }
    let own = path.dropFirst(folder.count).split(separator: "/").map(String.init)
    switch (own.first, own.count) {
    case ("subscribe", 1): self = .subscribe
    case ("preferences", 1): self = .findLink
    case ("search", 1): self = .search
    case ("search", 4) where own[1] == "of":
      guard let format = Feed.Format.allCases.first(where: { $0.fileName == own[3] }) else { return nil }
      self = .searchFeed(words: own[2], format)
    case ("feeds", 2) where own[1] == "of": self = .ownFeeds
    case ("feeds", 4) where own[1] == "of":
      guard let format = Feed.Format.allCases.first(where: { $0.fileName == own[3] }) else { return nil }
      self = .ownFeed(names: own[2].split(separator: "+", omittingEmptySubsequences: false).map(String.init), format)
    case ("feeds", 5) where own[1] == "for":
      guard let format = Feed.Format.allCases.first(where: { $0.fileName == own[4] }) else { return nil }
      self = .privateFeed(token: own[2], name: own[3], format)
    case (let page?, 2):
      guard let route = Self.route(page, own[1]) else { return nil }
      self = route
    default: return nil
    }
  }

  private static func route(_ page: String, _ token: String) -> WebRoute? {
    switch page {
    case "confirm": .confirm(token)
    case "refuse": .refuse(token)
    case "preferences": .preferences(token)
    case "access": .access(token)
    case "move": .move(token)
    case "move-back": .moveBack(token)
    case "left": .left(token)
    default: nil
    }
  }

  /// Below the site's folder; tokens are letters and digits.
  package var path: String {
    switch self {
    case .subscribe: "subscribe"
    case .confirm(let token): "confirm/\(token)"
    case .refuse(let token): "refuse/\(token)"
    case .findLink: "preferences"
    case .preferences(let token): "preferences/\(token)"
    case .access(let token): "access/\(token)"
    case .move(let token): "move/\(token)"
    case .moveBack(let token): "move-back/\(token)"
    case .unsubscribe(let token): "unsubscribe/\(token)"
    case .left(let token): "left/\(token)"
    case .ownFeeds: "feeds/of/"
    case .ownFeed(let names, let format): "feeds/of/\(names.joined(separator: "+"))/\(format.fileName)"
    case .privateFeed(let token, let name, let format): "feeds/for/\(token)/\(name)/\(format.fileName)"
    case .search: "search"
    case .searchFeed(let words, let format): "search/of/\(words)/\(format.fileName)"
    }
  }

  /// The methods that it answers: the value of `Allow`.
  package var methods: [String] {
    switch self {
    case .ownFeeds, .ownFeed, .privateFeed, .search, .searchFeed: ["GET", "HEAD"]
    default: ["GET", "HEAD", "POST"]
    }
  }

  package var token: String? {
    switch self {
    case .subscribe, .findLink, .ownFeeds, .ownFeed, .search, .searchFeed: nil
    case .confirm(let token), .refuse(let token), .preferences(let token), .access(let token), .move(let token),
      .moveBack(let token), .unsubscribe(let token), .left(let token), .privateFeed(let token, _, _):
      token
    }
  }
}

/// Whether a string can be a token at all; any other is refused without asking the ledger.
package func isPlausibleToken(_ text: String) -> Bool {
  text.utf8.count == MailSettings.tokenLength
    && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
}
