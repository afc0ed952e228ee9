/// Decides which connections to the relay carry mail in a round.
///
/// The first one opens alone, so that a wrong password is tried only once and a silent relay is waited for only
/// once. Once the relay has replied for a recipient over it, the others open. One that never works is given up
/// at once, because the relay seems to allow no more connections. One that has worked may fail
/// ``troublesInARow`` times in a row.
package struct RelayConnections: Sendable {
  /// What happens to a connection after a failure.
  enum Fate: Hashable {
    /// It is reopened for the next message.
    case again
    /// It is not reopened in this round; the others carry its messages.
    case givenUp
    /// No connection is left.
    case allGone
  }

  private static let troublesInARow = 3
  /// A silent relay takes a minute or more to time out.
  private static let silencesInARow = 2
  /// After a failure, a connection rests until the others have carried this many messages, if any other is open.
  private static let rest = 100

  private struct Connection {
    /// Whether the relay has replied for a recipient over it.
    var isProven = false
    /// Whether it worked when it was last used.
    var isOpen = false
    var isGivenUp = false
    var troubles = 0
    /// The number of accepted messages from which it is used again.
    var restsUntil = 0
  }

  private var connections: [Connection]
  /// Kept as a count, because it is checked for every message.
  private var openConnections = 0
  private var isProven = false
  private var accepted = 0
  /// Consecutive failures while no connection was open.
  private var failedOpenings = 0
  private var silences = 0
  private var unanswered = 0
  /// Why the first connection that never worked was given up.
  package private(set) var refusedExtra: RelayFailure?

  init(count: Int) { connections = Array(repeating: Connection(), count: count) }

  package var count: Int { connections.count }
  /// The number of connections not given up.
  package var remaining: Int { connections.count { !$0.isGivenUp } }

  /// Whether the next message may go over it.
  package func mayCarry(_ number: Int) -> Bool {
    let connection = connections[number]
    guard !connection.isGivenUp else { return false }
    guard isProven else { return number == 0 }
    return !isAnyOpen || accepted >= connection.restsUntil
  }

  /// Whether it may hold more than one message.
  func isSteady(_ number: Int) -> Bool { connections[number].isOpen }

  /// Whether it never worked although others have; its failures are not about messages.
  func isDoubtful(_ number: Int) -> Bool { isProven && !connections[number].isProven }

  /// The relay replied for a recipient.
  mutating func worked(_ number: Int, hasAccepted: Bool) {
    isProven = true
    connections[number].isProven = true
    if !connections[number].isGivenUp { setOpen(true, number) }
    connections[number].troubles = 0
    connections[number].restsUntil = 0
    if hasAccepted { accepted += 1 }
    failedOpenings = 0
    silences = 0
    unanswered = 0
  }

  /// A message did not get through because of the connection or the relay.
  ///
  /// - Parameter isAnswerLost: whether the reply to the final dot was lost.
  mutating func failed(_ number: Int, _ failure: RelayFailure, isAnswerLost: Bool = false) -> Fate {
    guard !connections[number].isGivenUp else { return .again }
    setOpen(false, number)
    connections[number].troubles += 1
    if isAnswerLost { unanswered += 1 }
    if isDoubtful(number) {
      if !isAnswerLost { refusedExtra = refusedExtra ?? failure }
      return giveUp(number)
    }
    guard !isAnyOpen else {
      guard connections[number].troubles < Self.troublesInARow else { return giveUp(number) }
      connections[number].restsUntil = accepted + Self.rest
      return .again
    }
    if failure.isSilence, !isAnswerLost { silences += 1 }
    if failure.isAboutOpening { failedOpenings += 1 }
    let isOver =
      failure.isFinal(hasAccepted: accepted > 0) || silences >= Self.silencesInARow
      || [connections[number].troubles, failedOpenings, unanswered].contains { $0 >= Self.troublesInARow }
    return isOver ? .allGone : .again
  }

  private mutating func giveUp(_ number: Int) -> Fate {
    connections[number].isGivenUp = true
    return remaining == 0 ? .allGone : .givenUp
  }

  private mutating func setOpen(_ isOpen: Bool, _ number: Int) {
    guard connections[number].isOpen != isOpen else { return }
    connections[number].isOpen = isOpen
    openConnections += isOpen ? 1 : -1
  }

  private var isAnyOpen: Bool { openConnections > 0 }
}

extension RelayFailure {
  /// Whether the failure came before the relay heard of a recipient. This includes MAIL, the
  /// first command of a message.
  fileprivate var isAboutOpening: Bool { [.connect, .hello, .tls, .login, .mail].contains(stage) }

  /// Whether another attempt cannot succeed: the login was refused, the settings cannot be used, or the sender was
  /// refused. A greeting or a certificate may belong to one faulty address of several. A reply to MAIL after the relay
  /// has accepted other messages may be about this one, because with VERP each has a different sender.
  fileprivate func isFinal(hasAccepted: Bool) -> Bool {
    guard isPermanent else { return false }
    return switch stage {
    case .login: true
    case .mail: !hasAccepted
    case .connect: reply == nil
    case .hello, .tls, .recipient, .data, .finalDot: false
    }
  }
}
