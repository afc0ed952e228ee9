import CourantTesting
import Model
import Testing
import Time

private let now = Instant.at("2026-11-23T07:00:05Z")

private func reply(_ code: Int, _ status: String? = nil, _ stage: Reply.Stage = .recipient) -> Reply {
  Reply(stage: stage, code: code, status: status, text: "words")
}

private func verdict(
  _ outcome: Outcome, attempts: Int = 0, first: Instant = now, uncertain: MailSettings.Uncertain = .resend
) -> Model.Verdict {
  let earlier = EarlierAttempts(count: attempts, first: first)
  return DeliveryPolicy.verdict(on: outcome, after: earlier, at: now, uncertain: uncertain)
}

@Suite struct DeliveryPolicyTests {
  @Test(arguments: Array([5, 10, 20, 40, 80, 160, 240, 240, 240].enumerated()).map { ($0.offset, $0.element) })
  func theDelayDoublesUpToFourHours(_ attempts: Int, _ minutes: Int) {
    #expect(DeliveryPolicy.delay(after: attempts) == .seconds(minutes * 60))
    #expect(verdict(.deferred(reply(451)), attempts: attempts) == .deferred(until: now + .seconds(minutes * 60)))
  }

  @Test func afterTwoDaysOfDeferralsTheAttemptIsTheLast() {
    let almost = now - DeliveryPolicy.patience + .seconds(1)
    #expect(verdict(.deferred(reply(451)), attempts: 20, first: almost) == .deferred(until: now + .seconds(4 * 3600)))
    #expect(
      verdict(.deferred(reply(451)), attempts: 20, first: now - DeliveryPolicy.patience) == .refused)
  }

  @Test(
    arguments: [
      (550, "5.1.1", Reply.Stage.recipient, true), (550, "5.1.10", .recipient, true), (550, "5.2.1", .recipient, true),
      (553, "5.1.3", .recipient, true),
      // The sender's address, a full mailbox, policy, no status at all: nothing is proved about the mailbox.
      (550, "5.1.0", .recipient, false), (550, "5.1.7", .recipient, false), (550, "5.1.8", .recipient, false),
      (552, "5.2.2", .recipient, false),
      (550, "5.7.1", .recipient, false), (550, nil, .recipient, false), (550, "5.1.1", .finalDot, false),
      (450, "4.1.1", .recipient, false),
    ] as [(Int, String?, Reply.Stage, Bool)])
  func onlyProofOfNoMailboxSuppresses(_ code: Int, _ status: String?, _ stage: Reply.Stage, _ suppresses: Bool) {
    #expect(DeliveryPolicy.provesNoMailbox(reply(code, status, stage)) == suppresses)
    // Until the relay has shown that it accepts mail.
    #expect(verdict(.refused(reply(code, status, stage))) == .deferred(until: now + .seconds(300)))
  }

  @Test func uncertainMessagesAreResentLaterOrNever() {
    #expect(verdict(.uncertain("lost")) == .uncertain(resend: now + .seconds(300)))
    #expect(verdict(.uncertain("lost"), uncertain: .skip) == .uncertain(resend: nil))
    for (before, isSentAgain) in [(0, true), (2, true), (3, false), (9, false)] {
      let verdict = DeliveryPolicy.verdict(
        on: .uncertain("lost"), after: EarlierAttempts(count: 9, uncertain: before, first: now), at: now,
        uncertain: .resend)
      #expect(verdict == .uncertain(resend: isSentAgain ? now + DeliveryPolicy.longestDelay : nil), "\(before)")
    }
    #expect(verdict(.uncertain("lost"), first: now - DeliveryPolicy.patience) == .uncertain(resend: nil))
  }

  @Test(arguments: [
    (Reply.Stage.connect, 0), (.login, 0), (.mail, 0), (.recipient, 40), (.data, 40), (.finalDot, 40),
  ])
  func aMessageOnWhichTheRelayDisconnectsGoesAfterTheOthers(_ stage: Reply.Stage, _ minutes: Int) {
    let trouble = RelayFailure(sentence: "lost", isPermanent: false, stage: stage)
    let wanted = minutes == 0 ? Model.Verdict.returned : .deferred(until: now + .seconds(minutes * 60))
    #expect(verdict(.unsent(trouble), attempts: 3) == wanted)
  }
}
