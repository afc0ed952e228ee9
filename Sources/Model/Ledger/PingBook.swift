package import Time

/// Which hubs have yet to hear of which documents (WebSub): recorded before they are called, so that no crash forgets one.
package protocol PingBook: AnyObject, Sendable {
  /// By hub and document.
  func pings() throws -> [Ping]
  /// Notes pings that are due. One that was there before is due from its new date.
  func record(pings: [Ping]) throws
  /// Takes away pings that were heard or given up.
  func end(pings: [Ping]) throws
}

/// A hub that is to hear that a document changed.
package struct Ping: Hashable, Sendable {
  /// Absolute addresses, as they stand in the document.
  package let hub: String
  package let document: String
  /// When the document changed.
  package let since: Instant

  package init(hub: String, document: String, since: Instant) {
    self.hub = hub
    self.document = document
    self.since = since
  }

  /// How long a hub that does not answer is called again.
  package static let patience = Duration.seconds(24 * 3600)
}
