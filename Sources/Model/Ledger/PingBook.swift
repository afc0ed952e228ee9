package import Time

/// The documents whose changes hubs have not been notified of yet (WebSub). Recorded before hubs are called, so
/// that no crash loses a ping.
package protocol PingBook: AnyObject, Sendable {
  /// Sorted by hub and document.
  func pings() throws -> [Ping]
  /// Records pings that are due. One that already exists gets the new date.
  func record(pings: [Ping]) throws
  /// Removes pings that hubs accepted or that were given up.
  func end(pings: [Ping]) throws
}

/// A change of a document that a hub has not been notified of yet.
package struct Ping: Hashable, Sendable {
  /// Absolute URLs, as in the document.
  package let hub: String
  package let document: String
  /// When the document changed.
  package let since: Instant

  package init(hub: String, document: String, since: Instant) {
    self.hub = hub
    self.document = document
    self.since = since
  }

  /// How long a hub that does not respond is called again.
  package static let patience = Duration.seconds(24 * 3600)
}
