import CourantTesting
import LedgerSQL
import Model
import Office
import Testing

/// The forms in which a token arrives, and those in which it does not count.
@Suite struct UnsubscribeTests {
  private let ledger: SQLLedger
  private let token: String
  private let recorder: UnsubscribeRecorder

  init() throws {
    ledger = try SQLLedger(inMemory: ())
    _ = try ledger.enrol([.confirmed("ann@example.org")], at: .at("2026-01-01T00:00:00Z"))
    token = try #require(try ledger.addressee(mailbox("ann@example.org"), digest: "weekly")?.0.token)
    recorder = UnsubscribeRecorder(ledger: ledger, now: .at("2026-11-23T08:00:00Z"))
  }

  private func status(after input: String) throws -> Subscription.Status? {
    _ = try recorder.record(input: Array(input.replacing("TOKEN", with: token).utf8))
    return try ledger.subscriptions(of: mailbox("ann@example.org")).first?.status
  }

  @Test(arguments: [
    "From: a@b.org\nTo: leave@example.org\nSubject: unsubscribe TOKEN\n\n",
    "From: a@b.org\r\nSubject: unsubscribe\r\n TOKEN\r\n\r\n\r\n",
    "Return-Path: <a@b.org>\nsubject:TOKEN",
    "From a@b.org Mon Nov 23 08:00:00 2026\nSubject: =?utf-8?Q?unsubscribe_TOKEN?=\n\nHello\n",
    "Subject: \nTo: <leave+TOKEN@example.org>\n\n",
    "Delivered-To: leave+TOKEN@example.org\nSubject: x\n\n",
    "Subject: please\n\nUnsubscribe TOKEN\n",
    "Subject: please\n\nHello,\n\n  TOKEN  \n\nAnn\n",
    "Subject: please\nContent-Transfer-Encoding: quoted-printable\n\nunsubscribe=\n TOKEN\n",
    "TOKEN",
    "List-Unsubscribe=One-Click&token=TOKEN",
    "token=TOKEN\r\n",
    "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nTOKEN\r\n--x--\r\n",
    "https://news.example.org/unsubscribe/TOKEN",
  ])
  func aTokenEndsTheSubscription(_ input: String) throws {
    #expect(try status(after: input) == .ended)
  }

  @Test(arguments: [
    "Subject: Re: this week\n\nThank you!\n\n> Unsubscribe: https://news.example.org/unsubscribe/TOKEN\n",
    "Subject: Re: this week\n\nUnsubscribe: https://news.example.org/unsubscribe/TOKEN\n",
    "Subject: Re: this week\n\n> TOKEN\n",
    "Subject: Undelivered\n\nList-Unsubscribe: <https://news.example.org/unsubscribe/TOKEN>,\n <mailto:a@b.org?subject=unsubscribe%20TOKEN>\n",
    "From: leave+TOKEN@example.org\nSubject: x\n\n",
    "X-Subject: TOKEN\n\n",
    "List-Unsubscribe=One-Click", "", "\u{0}", "Subject", ":", "\n\n\n",
    "xTOKEN", "TOKENx",
  ])
  func otherTextEndsNothing(_ input: String) throws {
    #expect(try status(after: input) == .confirmed)
  }

  /// A line of a mail must not cost what half a minute for all of them comes to.
  @Test(arguments: ["Subject: x" + String(repeating: "\n y", count: 20_000), "Subject: x\n"])
  func aLongMailIsReadToItsEnd(_ header: String) throws {
    #expect(try status(after: header + "\n\n" + String(repeating: "yyyyyyyyy\n", count: 20_000) + "TOKEN\n") == .ended)
  }

  @Test func anythingMayComeIn() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(try recorder.record(input: Array("Subject: ".utf8) + bytes) == nil, "seed \(seed)")
    }
  }
}
