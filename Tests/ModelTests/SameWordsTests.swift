import CourantTesting
import Model
import Testing

private func words(_ text: String, to reader: String = "ann@example.org", code: Int = 550) -> SameWords {
  SameWords(Reply(stage: .recipient, code: code, status: "5.7.1", text: text), to: mailbox(reader))
}

@Suite struct SameWordsTests {
  @Test(arguments: [
    ("Daily user sending limit exceeded.", "Daily user sending limit exceeded."),
    ("<ann@example.org>: limit exceeded. IB607", "<bob@example.net>: limit exceeded. IB608"),
    ("[198.51.100.7] has sent too many", "[203.0.113.9] has sent too many"),
    ("mail to example.org refused", "mail to example.net refused"),
    ("mx1.example.org says no", "mail.example.net says no"),
    ("blocked, see https://bl.example/?q=1", "blocked, see https://bl.example/?q=2"),
    ("queued as 4fXyZk3bQRz", "queued as 4fXyZk9cTTw"), ("id bcDfGhXq is spam", "id qWeRtYuZ is spam"),
    ("NO  MORE", "no more"), ("no more.", "no more"),
  ])
  func wordsThatDifferOnlyFromMessageToMessageAreTheSame(_ first: String, _ second: String) {
    #expect(words(first) == words(second, to: "bob@example.net"))
  }

  @Test(arguments: [
    ("we do not like it", "we do not like you"), ("mailbox full", "mailbox disabled"), ("", "no"),
  ])
  func otherWordsAreOther(_ first: String, _ second: String) {
    #expect(words(first) != words(second))
  }

  @Test func withoutWordsTheStatusDecides() {
    #expect(words("") == words("", to: "bob@example.net"))
    #expect(words("") != words("", code: 554))
  }
}
