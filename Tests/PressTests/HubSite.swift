import CourantTesting
import Couriers
import Dispatch
import Foundation
import LedgerSQL
import Model
import Press
import PublicPlace
import Synchronization

/// A site with an article, and hubs with scripted answers.
final class HubSite {
  let site: SampleSite
  let ledger: SQLLedger
  private let hubs: Hubs
  /// Signalled by each mail.
  let mailed = DispatchSemaphore(value: 0)

  enum Answer { case hears, hearsOne, fails }

  init(feeds: [String: [String]] = ["all": ["*"]], hubs count: Int = 1) throws {
    site = try SampleSite(feeds: feeds)
    ledger = try SQLLedger(inMemory: ())
    hubs = Hubs()
    try site.article("a", dated: "2026-11-19")
    if count > 0 { try name(hubs: (1...count).map(url)) }
  }

  func url(_ number: Int) -> String { "https://hub\(number).example/" }

  /// Rewrites the setting.
  func name(hubs: [String]) throws {
    let lines = (site.folder.text("schedule.conf") ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let others = lines.filter { !$0.hasPrefix("hub = ") }.joined(separator: "\n")
    try site.folder.write(others.replacing("[site]\n", with: "[site]\nhub = \(hubs)\n"), to: "schedule.conf")
  }

  func enrol(_ reader: Enrolment) throws {
    _ = try ledger.enrol([reader], at: .at("2026-01-01T00:00:00Z"))
  }

  /// How a hub answers from now on, by its number.
  func answer(_ answer: @escaping @Sendable (Int) -> Answer) { hubs.answer.withLock { $0 = answer } }

  func run(
    _ now: String, only part: PressRun.Part? = nil, on ledger: (any Ledger)? = nil, isRehearsal: Bool = false
  ) throws -> RunReport {
    hubs.calls.withLock { $0 = [:] }
    var ways = RunWays { [mailed] in
      RecordingCourier(record: RecordingCourier.Record()) { _ in
        mailed.signal()
        return .accepted(Reply(stage: .finalDot, code: 250, text: "recorded"))
      }
    }
    ways.hubCaller = hubs
    ways.isRehearsal = isRehearsal
    if isRehearsal { ways.output = PublicFolder(site.path + "/rehearsal") }
    let opened = try OpenedSite(folder: site.path)
    return try PressRun(opened, ledger: ledger ?? self.ledger, now: .at(now), ways: ways).run(only: part)
  }

  /// The pings of the last run to each hub, sorted; reading empties them.
  var calls: [String: [String]] {
    hubs.calls.withLock { calls in
      defer { calls = [:] }
      return calls.mapValues { $0.sorted() }
    }
  }

  /// The pings of all runs.
  var reported: Set<String> { hubs.reported.withLock { $0 } }

  /// How often any hub was called, in all runs.
  var count: Int { hubs.count.withLock { $0 } }
}

private final class Hubs: HubCaller {
  let calls = Mutex<[String: [String]]>([:])
  let reported = Mutex<Set<String>>([])
  let count = Mutex(0)
  let answer = Mutex<@Sendable (Int) -> HubSite.Answer>({ _ in .hears })

  func call(_ hub: String, about documents: [String]) -> HubCall {
    calls.withLock { $0[hub, default: []] += documents }
    reported.withLock { $0.formUnion(documents) }
    count.withLock { $0 += 1 }
    let number = hub.first(where: \.isNumber)?.wholeNumberValue ?? 0
    switch answer.withLock({ $0 })(number) {
    case .hears: return HubCall(notified: documents)
    case .hearsOne: return HubCall(notified: Array(documents.prefix(1)))
    case .fails: return HubCall(fault: "it broke")
    }
  }
}
