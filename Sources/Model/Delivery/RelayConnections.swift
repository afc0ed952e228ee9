/// Which connections to the relay carry mail in a round.
///
/// The first one opens alone: a wrong password is tried once and not ten times, and a silent relay is waited for once. When
/// the relay has answered for a reader over it, the others open. One of those that never carries anything is given up at
/// once, for the relay has as many as it wants. One that carried mail may fail ``troublesInARow`` times in a row.
package struct RelayConnections: Sendable {
  /// What becomes of a connection after trouble.
  enum Fate: Hashable {
    /// It is opened again for the next message.
    case again
    /// It is not opened again in this round; the others carry what is left.
    case givenUp
    /// No connection is left.
    case allGone
  }

  private static let troublesInARow = 3
  /// A relay that says nothing costs a minute or more each time.
  private static let silencesInARow = 2
  /// A connection that is to be opened again waits until the others have carried so many messages, if others do.
  private static let rest = 100

  private struct Connection {
    /// The relay answered for a reader over it.
    var isProven = false
    /// It worked the last time it was used.
    var isOpen = false
    var isGivenUp = false
    var troubles = 0
    /// How many messages must have been taken before it is used again.
    var restsUntil = 0
  }

  private var connections: [Connection]
  /// Counted and not looked for, since each message asks.
  private var openConnections = 0
  private var isProven = false
  private var taken = 0
  /// In a row, while no connection was open.
  private var failedOpenings = 0
  private var silences = 0
  private var unanswered = 0
  /// Why the first of those that never carried anything was given up.
  package private(set) var refusedExtra: Trouble?

  init(count: Int) { connections = Array(repeating: Connection(), count: count) }

  package var count: Int { connections.count }
  /// How many were not given up.
  package var remaining: Int { connections.count { !$0.isGivenUp } }

  /// Whether the next message may go over it.
  package func mayCarry(_ number: Int) -> Bool {
    let connection = connections[number]
    guard !connection.isGivenUp else { return false }
    guard isProven else { return number == 0 }
    return !isAnyOpen || taken >= connection.restsUntil
  }

  /// Whether more than one message may be in its hands.
  func isSteady(_ number: Int) -> Bool { connections[number].isOpen }

  /// It never worked, and others do: what fails on it says nothing about a message.
  func isDoubtful(_ number: Int) -> Bool { isProven && !connections[number].isProven }

  /// The relay answered for a reader.
  mutating func worked(_ number: Int, hasTaken: Bool) {
    isProven = true
    connections[number].isProven = true
    if !connections[number].isGivenUp { setOpen(true, number) }
    connections[number].troubles = 0
    connections[number].restsUntil = 0
    if hasTaken { taken += 1 }
    failedOpenings = 0
    silences = 0
    unanswered = 0
  }

  /// A message did not get through because of the connection or the relay.
  ///
  /// - Parameter isAnswerLost: sent or not, nobody knows.
  mutating func failed(_ number: Int, _ trouble: Trouble, isAnswerLost: Bool = false) -> Fate {
    guard !connections[number].isGivenUp else { return .again }
    setOpen(false, number)
    connections[number].troubles += 1
    if isAnswerLost { unanswered += 1 }
    if isDoubtful(number) {
      if !isAnswerLost { refusedExtra = refusedExtra ?? trouble }
      return giveUp(number)
    }
    guard !isAnyOpen else {
      guard connections[number].troubles < Self.troublesInARow else { return giveUp(number) }
      connections[number].restsUntil = taken + Self.rest
      return .again
    }
    if trouble.isSilence, !isAnswerLost { silences += 1 }
    if trouble.isAboutOpening { failedOpenings += 1 }
    let isOver =
      trouble.isFinal(hasTaken: taken > 0) || silences >= Self.silencesInARow
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

extension Trouble {
  /// Before the relay heard of a reader. A refused MAIL counts, for it is the first thing that is said.
  fileprivate var isAboutOpening: Bool { [.connect, .hello, .tls, .login, .mail].contains(stage) }

  /// No second try would be different: a login that is refused, settings that cannot be used, a sender that is refused. A
  /// greeting or a certificate may be that of one bad address among several, and what the relay says to MAIL after it
  /// took other messages may be about this one: each has a sender of its own.
  fileprivate func isFinal(hasTaken: Bool) -> Bool {
    guard isPermanent else { return false }
    return switch stage {
    case .login: true
    case .mail: !hasTaken
    case .connect: reply == nil
    case .hello, .tls, .recipient, .data, .finalDot: false
    }
  }
}
