import Bounces
import Testing

/// Words such as `User unknown` prove something of a mailbox only where they answer RCPT.
@Suite struct AfterTheTextTests {
  @Test(arguments: [
    // Stated in the words.
    "<ann@example.com>: host mx.example.com said: 550 Unknown user (in reply to end of DATA command)",
    "<ann@example.com>: host mx.example.com said: 550 5.1.1 Unknown user (in reply to end of DATA command)",
    "<ann@example.com>: host mx.example.com said: 550 Unknown user (in reply to DATA command)",
    "ann@example.com\n  SMTP error from remote mail server after end of data: 550 No such user",
    "<ann@example.com>:\n192.0.2.25 failed after I sent the message.\nRemote host said: 550 no such user",
    "<ann@example.com>: 5.3.0 - Other mail system problem 550-'Unknown user ann@example.com'",
    // In the text next to them.
    "The following addresses failed:\nann@example.com\n\n---server message\n550 no such user\n\n---SMTP command\nDATA\n",
    "<ann@example.com>:\n    mx.example.com [192.0.2.25]:\n>>> DATA\n<<< 550 Unknown user ann@example.com\n",
    // No recipient where a server would name one.
    "<ann@example.com>: host mx.example.com said: 550 : User unknown",
    "<ann@example.com>: 550 5.0.0 : user unknown", "ann@example.com: 550: : User unknown",
  ])
  func aRefusalOfTheTextDoesNotProveAMissingMailbox(_ text: String) { #expect(kind(text) == "soft", "\(text)") }

  @Test(arguments: [
    "<ann@example.com>: host mx.example.com said: 550 <ann@example.com>: User unknown (in reply to RCPT TO command)",
    "<ann@example.com>: 550 Unknown user ann@example.com", "<ann@example.com>: 550 5.1.1 : User unknown",
    "<ann@example.com>: 5.1.0 - Unknown address error 550-'Unknown user ann@example.com'",
    "<ann@example.com>:\n192.0.2.25 does not like recipient.\nRemote host said: 550 no such user",
    "The following addresses failed:\nann@example.com\n\n---server message\n550 no such user\n\n---SMTP command\nRCPT TO\n",
    // Pipelined commands: the reply appears after DATA and belongs to RCPT.
    "<ann@example.com>: 550 User unknown\n>>> DATA\n<<< 550 User unknown\n<<< 503 5.0.0 Need RCPT (recipient)\n",
    "<ann@example.com>: 550 User unknown\n>>> DATA\n<<< 550 User unknown\n<<< 554 5.5.1 Error: no valid recipients\n",
    // One recipient of two was refused after the text.
    "<ann@example.com>: 550 User unknown (in reply to RCPT TO command)\n\n"
      + "<bob@example.com>: 550 no (in reply to end of DATA command)",
  ])
  func aRefusalOfTheRecipientIs(_ text: String) { #expect(kind(text) == "hard", "\(text)") }

  private func kind(_ text: String) -> String? {
    let head = "From: MAILER-DAEMON@mail.example.org\nTo: bounces@news.example.org\nSubject: Undelivered Mail\n\n"
    return BounceReader.read(Array((head + text + "\n").utf8)).lines.first?.split(separator: " ").first.map(String.init)
  }
}
