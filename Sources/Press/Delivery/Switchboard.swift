internal import Dispatch
internal import Model
internal import Synchronization

/// What the sessions tell the one thread that owns the ledger. They post, it waits; it takes all there is at once, so
/// that what happened meanwhile on many connections is written to the ledger together.
final class Switchboard: Sendable {
  enum Event: Sendable {
    /// The message is about to enter its final exchange: may it, and is that durable?
    case asks(Delivery.ID, session: Int)
    case carried(Session.Carried, session: Int)
    case closed(session: Int)
    /// The run was asked to end.
    case interrupted
  }

  private let events = Mutex<[Event]>([])
  private let arrival = DispatchSemaphore(value: 0)

  func post(_ event: Event) {
    let isFirst = events.withLock { events in
      events.append(event)
      return events.count == 1
    }
    if isFirst { arrival.signal() }
  }

  /// Waits for at least one event, at most so long, and takes all, in the order of their arrival.
  func wait(atMost duration: Duration? = nil) -> [Event] {
    if let duration {
      let microseconds = Int((duration / .microseconds(1)).rounded(.up))
      if arrival.wait(timeout: .now() + .microseconds(max(0, microseconds))) == .timedOut { return [] }
    } else {
      arrival.wait()
    }
    return events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
