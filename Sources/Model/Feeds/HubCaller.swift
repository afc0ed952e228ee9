/// Tells WebSub hubs that documents changed. Each hub is called on a thread of its own; a call may block, but not for long.
package protocol HubCaller: AnyObject, Sendable {
  func call(_ hub: String, about documents: [String]) -> HubCall
}

/// What came of calling a hub. A document that is neither heard nor the cause of the fault was not reached in time.
package struct HubCall: Hashable, Sendable {
  /// Addresses of documents of which the hub knows now.
  package var heard: [String] = []
  /// Half a sentence about the first that went wrong, such as `it answered 500`.
  package var fault: String?

  package init(heard: [String] = [], fault: String? = nil) { (self.heard, self.fault) = (heard, fault) }
}
