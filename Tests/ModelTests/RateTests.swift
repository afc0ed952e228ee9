import Model
import Testing

struct RateTests {
  @Test(
    arguments: [
      ("50/s", 50, .second), ("200/min", 200, .minute), ("1000/h", 1000, .hour), ("5000/day", 5000, .day),
      ("1/s", 1, .second), ("999999999/day", 999_999_999, .day),
    ] as [(String, Int, Rate.Period)])
  func aRateIsReadAndWrittenAlike(_ text: String, _ count: Int, _ period: Rate.Period) throws {
    let rate = try #require(Rate(text))
    #expect(rate == Rate(count, per: period))
    #expect(rate.description == text)
  }

  @Test(arguments: [
    "", "50", "/s", "50/", "0/s", "-1/s", "+5/s", "50 /s", "50/ s", " 50/s", "1.5/s", "50/S", "50/sec", "50/minute",
    "50/d",
    "50/s/s", "1e3/s", "1000000000/s", "٥/s", "none",
  ])
  func anythingElseIsNotARate(_ text: String) { #expect(Rate(text) == nil) }

  @Test(arguments: [0, -5])
  func aRateIsAtLeastOne(_ count: Int) { #expect(Rate(count, per: .hour) == Rate(1, per: .hour)) }
}
