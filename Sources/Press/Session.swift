internal import Dispatch
internal import Foundation
internal import Model
internal import Synchronization

/// One thread with a courier of its own: carries what it is given, one message at a time. Blocking is its business.
final class Session: Sendable {
  /// What the owner of the ledger says to a message before its final dot.
  enum Answer: Sendable {
    case go
    /// The reader left, or the issue was cancelled.
    case withdrawn
    /// It could not be written that the message goes.
    case unwritten
  }

  /// The message was called back before its final dot.
  struct Withdrawn: Error {}
  /// The ledger failed; its owner knows how.
  struct Unwritten: Error {}

  private let number: Int
  private let switchboard: Switchboard
  /// Nil in the slot means: close.
  private let order = Mutex<(Delivery.ID, Parcel)?>(nil)
  private let answer = Mutex<Answer>(.unwritten)
  private let hasOrder = DispatchSemaphore(value: 0)
  private let hasAnswer = DispatchSemaphore(value: 0)

  init(number: Int, on switchboard: Switchboard, courier: @escaping @Sendable () throws -> any Courier) {
    (self.number, self.switchboard) = (number, switchboard)
    let thread = Thread { [self] in work(courier) }
    thread.name = "courant session \(number)"
    thread.start()
  }

  func carry(_ delivery: Delivery.ID, _ parcel: Parcel) {
    order.withLock { $0 = (delivery, parcel) }
    hasOrder.signal()
  }

  func reply(_ answer: Answer) {
    self.answer.withLock { $0 = answer }
    hasAnswer.signal()
  }

  /// Says goodbye to the server and ends the thread; ``Switchboard/Event/closed(session:)`` follows.
  func close() {
    order.withLock { $0 = nil }
    hasOrder.signal()
  }

  private func work(_ makeCourier: () throws -> any Courier) {
    var courier: (any Courier)?
    while let (delivery, parcel) = nextOrder() {
      let result = Result {
        let mine = try courier ?? makeCourier()
        courier = mine
        return try mine.carry(parcel) { try ask(delivery) }
      }
      switchboard.post(.carried(delivery, session: number, result))
    }
    courier?.close()
    switchboard.post(.closed(session: number))
  }

  private func nextOrder() -> (Delivery.ID, Parcel)? {
    hasOrder.wait()
    return order.withLock { $0 }
  }

  private func ask(_ delivery: Delivery.ID) throws {
    switchboard.post(.asks(delivery, session: number))
    hasAnswer.wait()
    switch answer.withLock({ $0 }) {
    case .go: return
    case .withdrawn: throw Withdrawn()
    case .unwritten: throw Unwritten()
    }
  }
}
