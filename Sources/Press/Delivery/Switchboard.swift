internal import Dispatch
internal import Model
internal import Synchronization

/// Events from the sessions to the thread that owns the ledger. That thread takes all waiting events at once, so events
/// from many connections are written to the ledger together.
final class Switchboard: Sendable {
  enum Event: Sendable {
    /// The message is ready for its final exchange and waits for permission, which must be durable first.
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

  /// Waits for at least one event, for at most `duration`, and takes all in the order of arrival.
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
