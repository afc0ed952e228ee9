import CourantTesting
import Model
import Testing
import Time

@Suite struct BouncePolicyTests {
  @Test(arguments: kindTable)
  func kinds(_ status: String?, _ words: String, _ kind: Bounce.Kind) {
    #expect(BouncePolicy.kind(status: status, words: words) == kind)
  }

  @Test(arguments: scoreTable)
  func scores(_ daysAgo: [Int64], _ score: Double) {
    let now = Instant.at("2026-11-23T07:00:00Z")
    let found = BouncePolicy.score(of: daysAgo.map { now - .seconds($0 * 86_400) }, at: now)
    #expect(abs(found - score) < 0.001, "\(found)")
  }

  @Test func onlyTheFirstOfTwoWithinADayCounts() {
    let now = Instant.at("2026-11-23T07:00:00Z")
    #expect(BouncePolicy.score(of: [now, now - .seconds(86_399)], at: now) < 1)
    #expect(BouncePolicy.score(of: [now, now - .seconds(86_400)], at: now) > 1.9)
  }
}

@Suite struct BounceTests {
  @Test(arguments: [
    ("550 no\r\n such\tuser ", "550 no such user"),
    ("\u{1B}[31mred\u{0}\u{202E}x", "[31mred x"),
    ("\n\n", ""),
    (String(repeating: "é ", count: 400), String(repeating: "é ", count: 249) + "é"),
  ])
  func wordsAreOneCleanLine(_ words: String, _ cleaned: String) {
    #expect(Bounce(kind: .soft, words: words, report: "").words == cleaned)
  }

  @Test(arguments: tagTable)
  func aTaggedAddressIsAnAddress(_ address: String, _ token: String, _ tagged: String?) {
    #expect(mailbox(address).tagged(token)?.description == tagged)
    if let tagged { #expect(mailbox(tagged).tag == token) }
  }

  @Test func anAddressWithoutAPlusHasNoTag() { #expect(mailbox("ann@example.org").tag == nil) }
}

private let kindTable: [(String?, String, Bounce.Kind)] = [
  ("5.1.1", "", Bounce.Kind.hard),
  ("5.1.2", "", .hard),
  ("5.1.3", "", .hard),
  ("5.1.6", "mailbox has moved", .hard),
  ("5.1.10", "RecipientNotFound", .hard),
  ("5.2.1", "account is disabled", .hard),
  ("5.2.1", "The user is receiving mail at a rate that prevents more", .soft),
  ("5.1.1", "550 blocked by our spam filter", .policy),
  ("5.1.1", "550 <dmarc-reports@example.org> gone", .hard),
  ("5.1.1", "user unknown, says our policy", .hard),
  ("5.1.0", "", .soft),
  ("5.1.0", "no such user", .hard),
  ("5.1.4", "ambiguous", .soft),
  ("5.1.7", "bad sender", .policy),
  ("5.1.8", "bad sender's system", .policy),
  ("5.2.0", "", .soft),
  ("5.2.2", "no such user", .soft),
  ("5.3.0", "", .soft),
  ("5.4.4", "host not found", .hard),
  ("5.4.4", "host not found, try again", .soft),
  ("5.5.0", "mailbox unavailable", .soft),
  ("5.0.0", "550 unknown user", .hard),
  ("5.7.1", "user unknown", .hard),
  ("5.7.1", "", .policy),
  ("5.7.606", "", .policy),
  ("4.2.2", "user unknown", .soft),
  ("4.4.7", "expired", .soft),
  (nil, "550 User unknown", .hard),
  (nil, "This user doesn’t have a yahoo.com account", .hard),
  (nil, "the domain doesn't have a mail server", .soft),
  (nil, "Mailbox quota exceeded: no such user would mind", .soft),
  (nil, "sender address does not exist", .policy),
  (nil, "554 message looks like spam", .policy),
  (nil, "connection timed out", .soft),
  (nil, "", .soft),
  ("5.1", "", .soft),
]

/// Days ago, and the score.
private let scoreTable: [([Int64], Double)] = [
  ([], 0.0),
  ([0], 1),
  ([30], 0.5),
  ([60, 30, 0], 1.75),
  ([0, 0, 0, 0, 0, 0], 1),
  ([0, 1, 2, 3], 3.865),
  ([0, 1, 2, 3, 4], 4.777),
  ([0, 7, 14, 21, 28], 3.713),
  ([0, 7, 14, 21, 28, 35], 4.159),
  ([-1], 1),
]

private let long = String(repeating: "b", count: 34)
private let longTag = String(repeating: "t", count: 29)

private let tagTable: [(String, String, String?)] = [
  ("bounces@example.org", "abc", "bounces+abc@example.org"),
  ("a+b@example.org", "abc", "a+b+abc@example.org"),
  ("\(long)@example.org", longTag, "\(long)+\(longTag)@example.org"),
  ("\(long)b@example.org", longTag, nil),
  ("bounces@example.org", "a b", nil),
  ("bounces@example.org", "", "bounces+@example.org"),
]
