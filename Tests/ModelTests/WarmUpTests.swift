import Model
import Testing

struct WarmUpTests {
  @Test(
    arguments: [
      // No day yet, then today's own mail, up to its step and beyond.
      ([], 200), ([("2026-11-23", 50)], 150), ([("2026-11-23", 200)], 0), ([("2026-11-23", 230)], 0),
      // Each earlier day with mail uses up a step, however little it sent; an idle one none.
      ([("2026-11-22", 1)], 500), ([("2026-11-22", 0)], 200), ([("2026-11-09", 200), ("2026-11-16", 500)], 1000),
      ([("2026-11-16", 200), ("2026-11-22", 0), ("2026-11-23", 40)], 460),
      // After the plan there is no limit.
      ([("2026-11-20", 200), ("2026-11-21", 500), ("2026-11-22", 1000)], nil),
      ([("2026-11-20", 200), ("2026-11-21", 500), ("2026-11-22", 1000), ("2026-11-23", 9000)], nil),
      // A day that has not come.
      ([("2026-11-22", 200), ("2026-11-24", 500)], 500), ([("2027-01-01", 200)], 200),
    ] as [([(day: String, sent: Int)], Int?)])
  func theStepOfTodayIsThatOfTheDaysOnWhichMailLeft(_ days: [(day: String, sent: Int)], _ remaining: Int?) {
    #expect(WarmUp([200, 500, 1000]).remaining(on: "2026-11-23", after: days) == remaining)
  }

  @Test func withoutAPlanThereIsNoLimit() {
    #expect(WarmUp([]).remaining(on: "2026-11-23", after: []) == nil)
    #expect(WarmUp([]).remaining(on: "2026-11-23", after: [("2026-11-23", 5)]) == nil)
  }
}
