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

  package init(_ stage: Stage, _ sentence: String, isPermanent: Bool, reply: SMTPReply? = nil) {
    (self.stage, self.sentence, self.isPermanent, self.reply) = (stage, sentence, isPermanent, reply)
  }
}
