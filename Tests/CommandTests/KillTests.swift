import CourantTesting
import Foundation
import Testing

/// `kill -9` at random instants until an issue is sent, through a faulty relay: promise 2. The long form is
/// `Tools/crash-trials.py`.
@Suite struct KillTests {
  @Test func noReaderIsSkippedAndEachRepetitionWasReportedAsUncertain() throws {
    var trial = try KillTrial(mail: "uncertain = \"resend\"\n")
    try trial.perform()
    #expect(trial.lost == [], "\(trial)")
    #expect(trial.repetitionsNotReported == [], "\(trial)")
    #expect(trial.changedCopies == [], "\(trial)")
    let deliveries = try trial.press.status().deliveries
    #expect(Set(deliveries.keys) == ["accepted", "refused"], "\(trial)")
    #expect(deliveries.values.reduce(0, +) == KillTrial.readers, "\(trial)")
  }

  @Test func underSkipNoReaderIsMailedTwiceAndSkippedReadersAreNamed() throws {
    var trial = try KillTrial(mail: "uncertain = \"skip\"\n")
    try trial.perform()
    #expect(trial.repeated == [], "\(trial)")
    #expect(trial.lost.filter { trial.reported[$0] == nil } == [], "\(trial)")
    let deliveries = try trial.press.status().deliveries
    #expect(Set(deliveries.keys) == ["accepted", "refused", "uncertain"], "\(trial)")
    #expect(deliveries.values.reduce(0, +) == KillTrial.readers, "\(trial)")
  }
}

/// The runs of one issue, each killed at a random instant until one comes to its end.
private struct KillTrial: CustomStringConvertible {
  /// Enough for two connections.
  static let readers = 520
  private static let mostKills = 6

  let press: PressRoom
  private let relay: FaultyRelay
  private let canRepeat: Bool
  private var numbers = SeededNumbers(seed: .random(in: 0...9_999))
  private var kills = 0
  /// By recipient, how often a run reported that their mail was in its final exchange when the last run ended.
  private(set) var reported: [String: Int] = [:]

  init(mail: String) throws {
    relay = try FaultyRelay()
    press = try PressRoom(readers: Self.readers, server: relay.server, mail: mail)
    canRepeat = !mail.contains("skip")
  }

  var description: String { "seed \(numbers.seed), \(kills) kills" }

  mutating func perform() throws {
    _ = try press.run("2026-11-22T12:00:00Z")
    var now = try Date("2026-11-23T07:00:05Z", strategy: .iso8601)
    for _ in 1...60 {
      let end = try kills < Self.mostKills ? disturbedRun(now) : press.run(now.formatted(.iso8601))
      note(end.errors)
      if end.code == 128 + SIGKILL {
        kills += 1
        continue
      }
      #expect([0, 75].contains(end.code), "\(self): \(end.errors)")
      if try isDone() { return }
      now += 4 * 3600 + 300  // later than any delay
    }
    Issue.record("\(self): it never came to its end")
  }

  /// One in four dies within 50 ms, one in four soon after a random command or message came to the relay, and the
  /// others soon after a final dot did, where it hurts.
  private mutating func disturbedRun(_ now: Date) throws -> CourantProcess.End {
    let kind = Int.random(in: 0..<4, using: &numbers)
    let events = Int.random(in: 1...max(1, 5 * (Self.readers - press.recipients.count)), using: &numbers)
    let delay = Int.random(in: 0...(kind == 0 ? 50_000 : 2_000), using: &numbers)
    let process = try press.start(now.formatted(.iso8601))
    let occasion = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      process.awaitEnd()
      occasion.signal()
    }
    if kind > 0 {
      relay.ring(occasion, after: events, at: kind > 1 ? .finalDot : nil)
      occasion.wait()
    }
    _ = occasion.wait(timeout: .now() + .microseconds(delay))
    process.kill()
    return process.wait()
  }

  private mutating func note(_ errors: String) {
    for match in errors.matches(of: #/(\S+): the last run ended mid-exchange/#) {
      reported[String(match.1), default: 0] += 1
    }
  }

  private func isDone() throws -> Bool {
    let deliveries = try press.status().deliveries
    return (["queued", "claimed", "deferred"] + (canRepeat ? ["uncertain"] : [])).allSatisfy { deliveries[$0] == nil }
  }
}

extension KillTrial {
  private var copies: [String: [[UInt8]]] {
    Dictionary(grouping: relay.server.messages, by: \.recipient).mapValues { $0.map(\.octets) }
  }

  /// Readers without mail whom the relay did not refuse.
  var lost: [String] {
    let (copies, refused) = (copies, relay.refused)
    return (1...Self.readers).map { "r\($0)@example.org" }.filter { copies[$0] == nil && !refused.contains($0) }
  }

  var repeated: [String] { copies.filter { $0.value.count > 1 }.keys.sorted() }

  /// Recipients who got more copies than crashes, or the relay's silence, can explain.
  var repetitionsNotReported: [String] {
    copies.filter { $1.count - 1 > reported[$0, default: 0] + relay.unanswered[$0, default: 0] }.keys.sorted()
  }

  /// Recipients whose copies differ in any octet, including the Message-ID.
  var changedCopies: [String] { copies.filter { Set($0.value).count > 1 }.keys.sorted() }
}
