/// Notifies WebSub hubs that documents changed. Each hub is called on a separate thread; a call may
/// block, but not for long.
package protocol HubCaller: AnyObject, Sendable {
  func call(_ hub: String, about documents: [String]) -> HubCall
}

/// The result of calling a hub. Documents that are not in `notified` and did not cause the fault were not reached in time.
package struct HubCall: Hashable, Sendable {
  /// URLs of documents that the hub has accepted.
  package var notified: [String] = []
  /// A phrase about the first failure, for example `it answered 500`.
  package var fault: String?

  package init(notified: [String] = [], fault: String? = nil) {
    self.notified = notified
    self.fault = fault
  }
}
