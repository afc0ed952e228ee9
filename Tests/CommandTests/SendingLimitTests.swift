import CourantTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// A limit on our mail proves nothing about a reader.
@Suite struct SendingLimitTests {
  private static let domains = (1...12).map { "d\($0).example" }

  @Test(arguments: [
    (SMTPEvent.Stage.recipient, "550 5.4.5 Daily user sending limit exceeded."),
    (.recipient, "550 5.1.1 <RCPT> - 198.51.100.7 has sent to too many recipients this hour. IB607"),
    (.recipient, "554 5.7.1 Service unavailable, ask the postmaster (id 4f-ORDINAL)"),
    (.finalDot, "552 5.7.0 you exceeded the number of messages per hour"), (.data, "554 5.7.1 sending quota exhausted"),
  ])
  func aQuotaThatHitsTheTailPutsItOff(_ stage: SMTPEvent.Stage, _ words: String) throws {
    let isOver = Shared(false)
    let server = try SMTPServer { event in
      guard event.stage == stage, event.ordinal > 5, !isOver.value else { return nil }
      return .reply(
        words.replacing("RCPT", with: event.recipient).replacing("ORDINAL", with: String(event.ordinal)))
    }
    let press = try PressRoom(readers: 1, server: server)
    try press.replaceReaders(with: Self.domains.map { "ann@\($0)" })
    _ = try press.run(sunday)
    let end = try press.run(monday)
    #expect(end.code == 75)
    #expect(press.recipients.count == 5)
    let deliveries = try press.status().deliveries
    #expect(deliveries["refused"] == nil)
    #expect((deliveries["deferred"] ?? 0) + (deliveries["queued"] ?? 0) == 7)
    isOver.value = true
    _ = try press.run("2026-11-23T08:00:05Z")
    #expect(press.recipients.sorted() == Self.domains.map { "ann@\($0)" }.sorted())
  }
}
