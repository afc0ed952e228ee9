internal import Foundation
internal import Cryptography
package import Model
package import Time

/// Which lasting faults were already reported: a run every few minutes repeats them only after a day, because cron
/// mails everything that is printed (decision 0009).
package struct ReportedFaults {
  private let ledger: any NoteBook & MachineBook
  private let now: Instant
  /// Of this machine: a run without faults on another one must not make this one report its faults again.
  private let note: String

  private static let pause: Int64 = 86_400
  /// More than any site has at a time; the oldest are dropped.
  private static let most = 1_000

  /// - Parameter now: the time of the run, whose clock applies.
  package init(_ ledger: any NoteBook & MachineBook, now: Instant) {
    self.ledger = ledger
    self.now = now
    note = ledger.ownKey("told faults")
  }

  /// The faults that are new, or were last reported a day ago. They count as reported from now on.
  package func unreported(_ faults: [String]) throws -> [String] {
    if faults.isEmpty { return [] }
    let reported = try lately()
    let unreported = faults.filter { reported[Self.key($0)] == nil }
    if unreported.isEmpty { return [] }
    var all = reported
    for fault in unreported { all[Self.key(fault)] = now.seconds }
    let kept = all.sorted { $0.value > $1.value }.prefix(Self.most)
    try ledger.setNote(note, kept.map { "\($0.key) \($0.value)" }.sorted().joined(separator: "\n"))
    return unreported
  }

  /// Resets the record after a run without faults, so that a fault that returns is reported at once.
  package func forgetAll() throws {
    if try ledger.note(note).map({ !$0.isEmpty }) ?? false { try ledger.setNote(note, "") }
  }

  /// Faults reported within a day before this run. A clock that was set back must not silence anything.
  private func lately() throws -> [String: Int64] {
    let lines = try ledger.note(note)?.split(separator: "\n") ?? []
    let pairs = lines.compactMap { line -> (String, Int64)? in
      let words = line.split(separator: " ")
      guard words.count == 2, let at = Int64(words[1]), at <= now.seconds, now.seconds - at < Self.pause else {
        return nil
      }
      return (String(words[0]), at)
    }
    return Dictionary(pairs, uniquingKeysWith: max)
  }

  /// Sentences that differ only in a number ("3 messages", "(2 of 7)") are one fault.
  private static func key(_ fault: String) -> String {
    let words = fault.split(separator: " ").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "(),;")) }
    let plain = words.map { Int($0) == nil ? $0 : "#" }.joined(separator: " ")
    return String(lowercaseHex(sha256(plain.utf8)).prefix(16))
  }
}
