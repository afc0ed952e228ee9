/// How long the HTML part of a message may be, in bytes.
package enum MailSize {
  /// Gmail shows about 102 kB and hides the rest, including the unsubscribe link.
  package static let longestHTML = 102_400
  /// The target size of shortening: scanners and forwarders enlarge an email on its way, and Gmail's limit depends on
  /// the script.
  static let comfortableHTML = 90_000
}
