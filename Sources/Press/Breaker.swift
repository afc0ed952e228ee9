internal import Model

/// A message that the relay refused, and in which words.
struct Refusal {
  let claim: Claim
  let reply: Reply
}

/// Opens when the trouble is the relay's and not a reader's, so that nobody is skipped or suppressed for it.
///
/// A refusal proves something about a mailbox only beside messages that the relay took: a wrong recipient map says
/// "no such user" to everybody.
struct Breaker {
  /// So many connections in a row without a message that was taken for certain, or so many refusals in a row.
  private static let troublesInARow = 3
  private static let refusalsInARow = 10

  enum State {
    case closed
    /// The relay takes mail, so its word about these holds.
    case proven([Refusal])
    case troubled(Trouble)
    case refusing(Reply)
  }

  private var troubles = 0
  /// Since the last message that was taken.
  private(set) var refusals: [Refusal] = []
  /// Whether any message was taken.
  private(set) var hasTaken = false

  /// The relay takes mail, and the last word was not a refusal.
  var isCalm: Bool { hasTaken && troubles == 0 && refusals.isEmpty }

  mutating func note(_ outcome: Outcome, of claim: Claim) -> State {
    switch outcome {
    case .unsent(let trouble):
      troubles += 1
      // What the relay says to MAIL after it took other messages may be about this one: each has a sender of its own.
      let isFinal = trouble.isPermanent && !(hasTaken && trouble.stage == .mail)
      return isFinal || troubles >= Self.troublesInARow ? .troubled(trouble) : .closed
    case .refused(let reply):
      troubles = 0
      refusals.append(Refusal(claim: claim, reply: reply))
      return refusals.count >= Self.refusalsInARow ? .refusing(reply) : .closed
    case .accepted:
      (troubles, hasTaken) = (0, true)
      let proven = takeRefusals()
      return proven.isEmpty ? .closed : .proven(proven)
    case .uncertain(let why):
      // A relay that takes messages and does not say so would get each of them again and again.
      troubles += 1
      guard troubles >= Self.troublesInARow else { return .closed }
      let sentence = "the relay left \(troubles) messages in a row without an answer (\(why))"
      return .troubled(Trouble(sentence: sentence, isPermanent: true, stage: .finalDot))
    case .deferred:
      troubles = 0
      return .closed
    }
  }

  mutating func takeRefusals() -> [Refusal] {
    defer { refusals = [] }
    return refusals
  }
}
