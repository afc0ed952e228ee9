/// The result of a change of address.
package enum AddressChange: Hashable, Sendable {
  /// - moved: the digests that the new address now receives.
  /// - ended: the digests that the reader had unsubscribed from, which stay ended under both addresses.
  case changed(moved: [String], ended: [String])
  /// The old address has no subscriptions.
  case unknown
  /// One of the two addresses is suppressed for a reason other than a failed mailbox.
  case suppressed(EmailAddress, Suppression.Reason)
  /// The new address has itself unsubscribed from this digest.
  case hasEnded(String)
  /// Both addresses receive this digest.
  case readsAlready(String)
}
