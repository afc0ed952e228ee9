/// Why no connection was opened.
package struct OpeningFailure: Error, Hashable {
  package enum Stage: Sendable { case connect, hello, tls, login }

  package let stage: Stage
  /// The server's last reply, if it sent one at this stage.
  package let reply: SMTPReply?
  /// Whether retrying is pointless until someone changes something.
  package let isPermanent: Bool
  /// What happened and what to do; begins with the relay.
  package let sentence: String
  /// Whether nothing arrived within the time limit.
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
