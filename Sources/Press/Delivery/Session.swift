internal import Dispatch
internal import Foundation
internal import Model
internal import Synchronization

/// One thread with its own courier: it renders and sends its orders one at a time, and prefetches the next while a
/// message ends. It may block.
final class Session: Sendable {
  /// A message to render and send.
  struct Order: Sendable {
    let claim: Claim
    /// The envelope sender.
    let sender: EmailAddress
    let maker: any MessageMaker
  }

  /// The result of an order.
  struct Carried: Sendable {
    let claim: Claim
    let result: Result<Outcome, any Error>
  }

  /// The message was withdrawn before its final dot.
  struct Withdrawn: Error {}
  /// The ledger failed; the thread that owns it knows why.
  struct Unwritten: Error {}
  /// Too much time has passed since the ledger was asked, for example because this machine was paused. The claim may have
  /// been taken back by now, so the final dot was not sent.
  struct Overdue: Error { let time: Duration }

  /// The longest time from the beginning of a turn to the final dots that it allows: far less than ``Worker/lease``.
  static let patience = Duration.seconds(20)

  /// The answer to a request, and when the turn that it is from began.
  private struct Answered {
    var answer = Round.Answer.unwritten
    var since = Duration.zero
  }

  private struct Inbox {
    var orders: [Order] = []
    var isClosed = false
    /// The thread has nothing to do.
    var isWaiting = false

    /// The next order, if there is one.
    mutating func nextAtHand() -> Order? { orders.isEmpty ? nil : orders.removeFirst() }

    /// The next order, or whether there will be no more. An order that arrives between looking and waiting must not be
    /// lost, so the thread that adds one sees `isWaiting` and signals.
    mutating func nextOrWait() -> (Order?, Bool) {
      if let order = nextAtHand() { return (order, false) }
      isWaiting = !isClosed
      return (nil, isClosed)
    }
  }

  private let number: Int
  private let switchboard: Switchboard
  private let inbox = Mutex(Inbox())
  private let answer = Mutex(Answered())
  private let stopwatch: Stopwatch
  private let hasOrder = DispatchSemaphore(value: 0)
  private let hasAnswer = DispatchSemaphore(value: 0)

  init(
    number: Int, on switchboard: Switchboard, stopwatch: Stopwatch,
    courier: @escaping @Sendable () throws -> any Courier
  ) {
    self.number = number
    self.switchboard = switchboard
    self.stopwatch = stopwatch
    let thread = Thread { [self] in work(courier) }
    thread.name = "courant session \(number)"
    thread.start()
  }

  /// Adds an order to the queue.
  func carry(_ order: Order) { update { $0.orders.append(order) } }

  /// Removes and returns the orders that have not begun.
  func recall() -> [Order] {
    inbox.withLock { inbox in
      defer { inbox.orders = [] }
      return inbox.orders
    }
  }

  /// - Parameter since: when the turn began that the answer is from.
  func reply(_ answer: Round.Answer, since: Duration) {
    self.answer.withLock { $0 = Answered(answer: answer, since: since) }
    hasAnswer.signal()
  }

  /// Ends the SMTP session after its last order, then the thread; ``Switchboard/Event/closed(session:)`` follows.
  func close() { update { $0.isClosed = true } }

  private func update(_ change: (inout Inbox) -> Void) {
    let isWaiting = inbox.withLock { inbox in
      change(&inbox)
      defer { inbox.isWaiting = false }
      return inbox.isWaiting
    }
    if isWaiting { hasOrder.signal() }
  }
}

/// Everything below runs on the session's thread.
extension Session {
  /// An order that has begun, with its message or the reason why there is none.
  private struct Begun {
    let order: Order
    let parcel: Result<Parcel, UnmailableMessage>
  }

  private func work(_ makeCourier: () throws -> any Courier) {
    var courier: (any Courier)?
    /// The order that the courier has prefetched; it is sent next, regardless of the result of the message before.
    var taken: Begun?
    while let begun = taken ?? nextOrder().map(begin) {
      taken = nil
      let claim = begun.order.claim
      let result = Result {
        let parcel = try begun.parcel.get()
        let mine = try courier ?? makeCourier()
        courier = mine
        return try mine.carry(parcel) {
          taken = nextAtHand().map(begin)
          return try? taken?.parcel.get()  // a message that cannot be rendered ends the round when it is sent
        } commit: {
          try ask(claim.delivery)
        }
      }
      switchboard.post(.carried(Carried(claim: claim, result: result), session: number))
    }
    courier?.close()
    switchboard.post(.closed(session: number))
  }

  private func begin(_ order: Order) -> Begun {
    do {
      let message = try order.maker.message(for: order.claim.addressee)
      let parcel = Parcel(sender: order.sender, recipient: order.claim.addressee.address, message: message)
      return Begun(order: order, parcel: .success(parcel))
    } catch {
      return Begun(order: order, parcel: .failure(UnmailableMessage(reason: error)))
    }
  }

  private func nextAtHand() -> Order? { inbox.withLock { $0.nextAtHand() } }

  private func nextOrder() -> Order? {
    while true {
      let (order, isOver) = inbox.withLock { (inbox: inout Inbox) -> (Order?, Bool) in inbox.nextOrWait() }
      if order != nil || isOver { return order }
      hasOrder.wait()
    }
  }

  private func ask(_ delivery: Delivery.ID) throws {
    switchboard.post(.asks(delivery, session: number))
    hasAnswer.wait()
    let answered = answer.withLock { $0 }
    switch answered.answer {
    case .go: try expectTimely(since: answered.since)
    case .withdrawn: throw Withdrawn()
    case .unwritten: throw Unwritten()
    }
  }

  /// The last look before the final dot.
  private func expectTimely(since: Duration) throws {
    let time = stopwatch.elapsed() - since
    if time > Self.patience { throw Overdue(time: time) }
  }
}

extension Session.Overdue {
  /// The connection was closed before the final dot, so the message was certainly not sent.
  var failure: RelayFailure {
    let sentence =
      "\(time.components.seconds) s passed between asking the ledger and the final dot, which was therefore not sent; this "
      + "machine was paused, or the ledger answers too slowly"
    return RelayFailure(sentence: sentence, isPermanent: false, stage: .finalDot)
  }
}
