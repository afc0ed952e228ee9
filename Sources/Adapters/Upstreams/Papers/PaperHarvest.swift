internal import Model

/// The papers that a poll of a database has found so far, and whether it can continue.
struct PaperHarvest {
  var document = UpstreamDocument()
  private var exchange = Exchange()
  private var failure: UpstreamFailure?

  var decisive: FetchAnswer? { exchange.decisive }
  var isOver: Bool { failure != nil || exchange.broken != nil }

  /// The body of a response; without one, nothing else is requested.
  mutating func take(_ answer: FetchAnswer) -> [UInt8]? { exchange.take(answer) }

  mutating func fail(_ sentence: String) { failure = UpstreamFailure(sentence: sentence) }

  /// Items read before a failure count.
  func outcome(of question: UpstreamQuestion) -> UpstreamOutcome {
    if let failure, document.items.isEmpty { return .unreadable(failure) }
    guard exchange.own != nil, exchange.broken == nil || !document.items.isEmpty else { return .unanswered }
    var document = document
    if isOver {
      document.isComplete = false
      document.hasRest = true
    }
    document.saysNothingOfOthers(question)
    return .document(document, hash: nil)
  }
}
