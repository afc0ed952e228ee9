/// Why there is no connection.
package struct OpeningFailure: Error, Hashable {
  package enum Stage: Sendable { case connect, hello, tls, login }

  package let stage: Stage
  /// The server's last words, if it said anything at this stage.
  package let reply: SMTPReply?
  /// True when trying again will not help until somebody changes something.
  package let isPermanent: Bool
  /// What happened and what to do, beginning with the relay.
  package let sentence: String
  /// Nothing came within the time allowed.
  package let isSilence: Bool

  package init(
    _ stage: Stage, _ sentence: String, isPermanent: Bool, reply: SMTPReply? = nil, isSilence: Bool = false
  ) {
    self.stage = stage
    self.sentence = sentence
    self.isPermanent = isPermanent
    self.reply = reply
    self.isSilence = isSilence
  }
}
