import CourantTesting
import Model
import Testing
import Time

/// When operators are told: once, then daily, and when it is over.
struct AlertNewsTests {
  private static let disk = Alert(.disk, "only 400 MB are free")
  private static let full = Alert(.disk, level: 2, "only 40 MB are free")
  private static let relay = Alert(.relay, since: .at("2026-11-23T06:00:00Z"), "the relay is down")
  private static let failures = Alert(.failures, about: "weekly#1", "9 of 99 failed")

  /// One look after another: the hour since the first, what there is, and what is told, as `new`, `still` and `over`.
  private func expect(
    _ looks: [(hour: Int64, alerts: [Alert], told: String)], _ place: SourceLocation = #_sourceLocation
  ) {
    var known: [KnownAlert] = []
    for look in looks {
      let news = AlertNews(look.alerts, known: known, at: .at("2026-11-23T07:00:00Z") + .seconds(look.hour * 3600))
      known = news.known
      let told = [("new", news.new), ("still", news.lasting), ("over", news.over)].flatMap { word, alerts in
        alerts.map { "\(word) \($0.alert.kind.rawValue)\($0.alert.level > 1 ? "!" : "")" }
      }
      let words = news.mustTell ? told.joined(separator: ", ") : ""
      #expect(words == look.told, "after \(look.hour) hours", sourceLocation: place)
    }
  }

  @Test func anAlertIsToldOnceThenDailyAndWhenItIsOver() {
    expect([
      (0, [], ""), (1, [Self.disk], "new disk"), (2, [Self.disk], ""), (24, [Self.disk], ""),
      (25, [Self.disk], "still disk"), (48, [Self.disk], ""), (49, [Self.disk], "still disk"), (50, [], "over disk"),
      (51, [], ""), (99, [], ""),
    ])
  }

  @Test func whatBecomesWorseIsToldAtOnceAndWhatBecomesBetterIsNot() {
    expect([
      (0, [Self.disk], "new disk"), (1, [Self.full], "new disk!"), (2, [Self.disk], ""), (3, [Self.full], ""),
      (4, [], "over disk!"),
    ])
  }

  @Test func aSecondAlertComesWithTheFirstInOneLetter() {
    expect([
      (0, [Self.disk], "new disk"), (5, [Self.disk, Self.failures], "new failures, still disk"),
      (24, [Self.disk, Self.failures], ""), (29, [Self.disk, Self.failures], "still disk, still failures"),
    ])
  }

  @Test func whatComesAndGoesIsToldOnceADay() {
    expect([
      (0, [Self.disk], "new disk"), (1, [], "over disk"), (2, [Self.disk], ""), (3, [], ""), (4, [Self.disk], ""),
      (23, [Self.disk], ""), (24, [Self.disk], "new disk"), (25, [], "over disk"), (50, [Self.disk], "new disk"),
    ])
  }

  @Test func aRelayThatFailsIsToldOnlyWhenItWorksAgain() {
    expect([(0, [Self.relay], ""), (30, [Self.relay], ""), (31, [], "over relay"), (32, [], "")])
  }

  @Test func whatIsNotRepairedIsNotToldAsOver() {
    expect([(0, [Self.failures], "new failures"), (72, [], ""), (73, [], "")])
  }

  @Test func aClockThatWasSetBackSilencesNothing() {
    expect([(100, [Self.disk], "new disk"), (0, [Self.disk], "still disk")])
  }

  @Test func sinceIsWhenItBegan() {
    let began = Instant.at("2026-11-23T07:00:00Z")
    let first = AlertNews([Self.disk, Self.relay], known: [], at: began)
    let later = AlertNews([Self.full, Self.relay], known: first.known, at: began + .seconds(9))
    #expect(later.known.map(\.since) == [began, .at("2026-11-23T06:00:00Z")])
    #expect(later.known.map(\.told) == [began + .seconds(9), nil])
  }

  /// Two machines look by turns: neither ends what the other one found, and each tells only of its own.
  @Test func machinesDoNotEndEachOthersAlerts() {
    func disk(_ machine: String) -> Alert { Alert(.disk, about: machine, "\(machine): only 400 MB are free") }
    var known: [KnownAlert] = []
    var told: [String] = []
    func look(_ machine: String, _ alerts: [Alert], hour: Int64) {
      let now = Instant.at("2026-11-23T07:00:00Z") + .seconds(hour * 3600)
      let news = AlertNews(alerts, known: known, of: machine, at: now)
      known = news.known
      guard news.mustTell else { return }
      told += news.new.map { "\(hour) new \($0.alert.about)" } + news.lasting.map { "\(hour) still \($0.alert.about)" }
      told += news.over.map { "\(hour) over \($0.alert.about)" }
    }
    for hour in Int64(0)..<30 {
      look("one", [disk("one")], hour: hour)
      look("two", hour < 5 ? [disk("two")] : [], hour: hour)
    }
    #expect(told == ["0 new one", "0 new two", "5 over two", "24 still one"])
    // The first is lost: its alert is forgotten some days later, without a letter.
    for hour in Int64(30)..<80 { look("two", [], hour: hour) }
    #expect(told.count == 4)
    #expect(known == [])
  }
}
