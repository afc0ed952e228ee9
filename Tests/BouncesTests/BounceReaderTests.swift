import Bounces
import CourantTesting
import Model
import Testing

@Suite struct BounceReaderTests {
  @Test(arguments: Fixtures.names)
  func eachMailIsReadAsExpected(_ name: String) throws {
    #expect(BounceReader.read(try Fixtures.mail(name)).lines == Fixtures.expected[name])
  }

  @Test func everyExpectationHasItsMail() { #expect(Set(Fixtures.expected.keys) == Set(Fixtures.names)) }

  /// CRLF, LF and the separator of mbox files make no difference to the result.
  @Test(arguments: Fixtures.names)
  func lineEndsDoNotMatter(_ name: String) throws {
    let bytes = try Fixtures.mail(name)
    let bare = bytes.filter { $0 != 0x0D }
    let full = bare.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let lines = BounceReader.read(bytes).lines
    #expect(BounceReader.read(bare).lines == lines)
    #expect(BounceReader.read(full).lines == lines)
    #expect(BounceReader.read(Array("From MAILER-DAEMON Mon Nov 23 07:01:02 2026\n".utf8) + bare).lines == lines)
  }

  @Test func theSameReportHasTheSameName() throws {
    let bytes = try Fixtures.mail("postfix-user-unknown")
    let again = Array("Received: from elsewhere\r\n".utf8) + bytes
    #expect(report(of: BounceReader.read(bytes)) == report(of: BounceReader.read(again)))
    #expect(report(of: BounceReader.read(bytes)) != report(of: BounceReader.read(try Fixtures.mail("office365"))))
    let nameless = Array("From: mailer-daemon@example.com\n\n<ann@example.com>: no such user\n".utf8)
    #expect(report(of: BounceReader.read(nameless)) == report(of: BounceReader.read(nameless)))
    #expect(report(of: BounceReader.read(nameless)) != report(of: BounceReader.read(nameless + [0x0A])))
  }

  private func report(of reading: BounceReading) -> String? {
    if case .bounces(let bounces) = reading { bounces.first?.report } else { nil }
  }

  @Test func noMoreThanAThousandRecipientsAreRead() {
    let group = { (number: Int) in "Final-Recipient: rfc822; r\(number)@example.com\nAction: failed\nStatus: 5.1.1\n\n"
    }
    let head = "From: mailer-daemon@example.com\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
    let reading = BounceReader.read(Array((head + (0..<5000).map(group).joined()).utf8))
    #expect(reading.lines.count == 1000)
    #expect(reading.lines.last == "hard 5.1.1 r999@example.com - - | ")
  }

  /// Each of these is made to cost much for each byte: minutes, if it is read more than once for each of its lines.
  @Test(arguments: slowMails.indices)
  func textMadeToBeSlowIsReadInTime(_ index: Int) {
    let mail = slowMails[index]
    let clock = ContinuousClock()
    #expect(clock.measure { _ = BounceReader.read(Array(mail.utf8)) } < .seconds(60))
  }
}

private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

private let slowMails: [String] = [
  "a: " + times(500_000, "\n b"),
  times(400_000, "x: y\n"),
  "Content-Type: multipart/mixed; boundary=a\n\n" + times(500_000, "--a\n"),
  "Subject: " + times(100_000, "=?") + "\n\n",
  "From: mailer-daemon@x.example\nContent-Type: text/html\n\n" + times(2_000_000, "<"),
  "From: mailer-daemon@x.example\n\n" + times(100_000, "<a@b.example>: "),
  "From: mailer-daemon@x.example\n\n" + times(80_000, "The following addresses <"),
  "Content-Type: message/delivery-status\n\n" + times(100_000, "Action: failed\n\n"),
  "From: mailer-daemon@x.example\n\n" + (0..<20_000).map { "x r\($0)@b.example, s\($0)@b.example\n" }.joined(),
  "From: mailer-daemon@x.example\n\n" + times(100_000, "a: b\n") + "Final-Recipient: rfc822; a@b.example\n",
  "From: mailer-daemon@x.example\n\n<a@b.example>: " + times(300_000, "user "),
  "From: mailer-daemon@x.example\nContent-Type: text/plain; charset=iso-2022-jp\n\n" + times(300_000, "\u{1B}$B"),
  "From: mailer-daemon@x.example\nContent-Type: text/plain; charset=utf-7\n\n" + times(300_000, "+AGE-"),
  "Content-Type: multipart/mixed; boundary=\"" + times(1_000_000, "\\\""),
]
