/// What became of a change of address.
package enum AddressChange: Hashable, Sendable {
  /// - moved: the digests that the new address reads now.
  /// - ended: those that the reader left, which stay left under both addresses.
  case changed(moved: [String], ended: [String])
  /// The old address has no subscriptions.
  case unknown
  /// One of the two is never to be mailed, and not because its mailbox failed.
  case suppressed(EmailAddress, Suppression.Reason)
  /// The new address left this digest itself.
  case hasLeft(String)
  /// Both read this digest.
  case readsAlready(String)
}
