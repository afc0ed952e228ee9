import CourantTesting
import Model
import Testing
import Time

/// When a webhook is tried again, and what is given up.
struct WebhookStateTests {
  private let now = Instant.at("2026-11-23T07:00:00Z")

  @Test func pausesGrowFromFiveMinutesToSixHours() {
    var state = WebhookState("crm", last: 0)
    let pauses = (1...9).map { _ in
      state.fail("it answered 500", at: now)
      return state.retry.map { ($0 - now).components.seconds / 60 }
    }
    #expect(pauses == [5, 10, 20, 40, 80, 160, 320, 360, 360])
    #expect(state.failingSince == now)
    #expect(!state.isDue(at: now))
    #expect(state.isDue(at: now + .seconds(360 * 60)))
    state.take(WebhookEvent(7, .left, at: now))
    #expect(state == WebhookState("crm", last: 7))
  }

  @Test func aClockThatWasSetBackKeepsNothingWaiting() {
    var state = WebhookState("crm", last: 0)
    state.fail("it answered 500", at: now + .seconds(7 * 3600))
    #expect(state.isDue(at: now))
  }

  @Test func eventsAreGivenUpAfterThreeDaysInOrder() {
    let days: [Int64] = [5, 4, 2, 4]
    let waiting = days.enumerated().map { number, days in
      WebhookEvent(Int64(number + 1), .left, at: now - .seconds(days * 86_400))
    }
    var state = WebhookState("crm", last: 0)
    #expect(state.giveUp(waiting, at: now).map(\.number) == [1, 2])
    #expect(state.last == 2)
    #expect(state.giveUp([waiting[2]], at: now) == [])
    #expect(state.last == 2)
  }
}
