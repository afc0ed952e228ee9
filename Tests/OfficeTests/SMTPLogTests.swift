@testable import Office
import Testing

/// Which messages a mail server accepted, according to its log.
@Suite struct SMTPLogTests {
  private func accepted(_ lines: String...) -> Set<String> {
    var log = SMTPLog(wanted: ["<a@x.example>", "<b@x.example>"])
    for line in lines { log.read(line: line) }
    return log.accepted
  }

  private let cleanup = "Nov 23 07:00:06 mx postfix/cleanup[12]: 4F1A2: message-id=<a@x.example>"

  @Test func postfixAcceptedWhatBecameActive() {
    #expect(
      accepted(cleanup, "Nov 23 07:00:06 mx postfix/qmgr[9]: 4F1A2: from=<n@x.example>, size=9, nrcpt=1 (queue active)")
        == ["<a@x.example>"])
  }

  /// The client vanished after the headers.
  @Test func postfixDidNotAcceptWhatItOnlyBeganToRead() {
    #expect(accepted(cleanup, "Nov 23 07:00:07 mx postfix/smtpd[8]: lost connection after DATA from localhost") == [])
    #expect(
      accepted(cleanup, "Nov 23 07:00:07 mx postfix/qmgr[9]: 4F1A3: from=<n@x.example>, size=9, nrcpt=1 (queue active)")
        == [])
  }

  @Test func severalInstancesOfPostfixAreUnderstood() {
    #expect(
      accepted(
        "Nov 23 mx postfix-out/cleanup[1]: 3XyZ1B: message-id=<b@x.example>",
        "Nov 23 mx postfix-out/smtp[1]: 3XyZ1B: to=<r@y.example>, dsn=2.0.0, status=sent (250 OK)") == ["<b@x.example>"]
    )
  }

  @Test func otherServersSayItInOneLine() {
    #expect(accepted("x smtp message msgid=<a@x.example> size=9 accepted") == ["<a@x.example>"])
    #expect(
      accepted("x mta delivery message-id=<b@x.example> result=\"Ok\" stat=\"250 2.0.0 Ok\"") == ["<b@x.example>"])
  }

  @Test func whatWasNotAcceptedOrIsNotAskedForIsLeftOut() {
    #expect(accepted("x message-id=<a@x.example> rejected 550", "x message-id=<c@x.example> accepted") == [])
    #expect(accepted("x message-id=<a@x.example> received") == [])
  }
}
