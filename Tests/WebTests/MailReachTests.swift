import CourantTesting
import Dispatch
import Synchronization
import Testing
import Time

@testable import Web

/// A 20: a doubtful address draws a question; no one is refused or kept waiting.
struct MailReachTests {
  private struct NoAnswer: Error {}

  /// Records which domains were queried, and controls the time.
  private final class World: Sendable {
    let asked = Mutex<[String]>([])
    let now = Mutex(Instant.at("2026-11-29T12:00:00Z"))

    func later(_ seconds: Int64) { now.withLock { $0 = $0 + .seconds(seconds) } }
  }

  private let world = World()

  /// The default patience is longer than any machine keeps the tests waiting.
  private func reach(
    patience: Duration = .seconds(86_400), _ answer: @escaping @Sendable (String) throws -> Bool
  ) -> MailReach {
    MailReach(patience: patience, clock: { [world] in world.now.withLock { $0 } }) { [world] domain in
      world.asked.withLock { $0.append(domain) }
      return try answer(domain)
    }
  }

  private var asked: [String] { world.asked.withLock { $0 } }

  @Test func anAnswerIsKeptForAnHour() async {
    let reach = reach { $0 == "x.org" }
    #expect(await !reach.isOutOfReach("x.org"))
    #expect(await reach.isOutOfReach("y.org"))
    world.later(3599)
    #expect(await reach.isOutOfReach("y.org"))
    #expect(asked == ["x.org", "y.org"])
    world.later(1)
    #expect(await reach.isOutOfReach("y.org"))
    #expect(asked == ["x.org", "y.org", "y.org"])
  }

  /// If DNS fails, no one is refused, and it is not queried again for a minute.
  @Test func whereThereIsNoAnswerNobodyIsAskedForAMinute() async {
    let reach = reach { _ in throw NoAnswer() }
    #expect(await !reach.isOutOfReach("x.org"))
    #expect(await !reach.isOutOfReach("y.org"))
    #expect(asked == ["x.org"])
    world.later(60)
    #expect(await !reach.isOutOfReach("y.org"))
    #expect(asked == ["x.org", "y.org"])
  }

  @Test func aReaderDoesNotWaitForASlowAnswer() async {
    let gate = DispatchSemaphore(value: 0)
    let reach = reach(patience: .zero) { _ in
      gate.wait()
      return false
    }
    #expect(await !reach.isOutOfReach("x.org"))
    // It is not queried again within the minute.
    #expect(await !reach.isOutOfReach("y.org"))
    gate.signal()
  }

  /// A bot that invents domains does not fill the machine with threads.
  @Test func fewAreAskedAtATime() async {
    let gate = DispatchSemaphore(value: 0)
    let (begun, starts) = AsyncStream<Void>.makeStream()
    let reach = reach { _ in
      starts.yield()
      gate.wait()
      return false
    }
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<8 { group.addTask { await reach.isOutOfReach("x\(number).org") } }
      var started = 0
      for await _ in begun {
        started += 1
        if started == 8 { break }
      }
      #expect(await !reach.isOutOfReach("x9.org"))
      for _ in 0..<8 { gate.signal() }
      for await isOut in group { #expect(isOut) }
    }
    #expect(asked.count == 8)
  }
}
