internal import Foundation
package import Model
package import Time

/// The machine that gathers, publishes and freezes, if several share a ledger (docs/decisions/0097): the articles and `public/` of
/// the others may be older, and a run there would withdraw what this one has published.
package struct GatheringMachine: Hashable, Sendable {
  package let host: String
  /// Absolute path of the site folder.
  package let folder: String
  /// When it last gathered, to the hour.
  package let last: Instant

  private init(host: String, folder: String, last: Instant) {
    self.host = host
    self.folder = folder
    self.last = last
  }

  /// This machine; nil if only one can use the ledger.
  package init?(here folder: String, _ ledger: any MachineBook, at now: Instant) {
    guard let host = ledger.thisMachine else { return nil }
    // However an operator came to the folder.
    self.init(host: host, folder: URL(fileURLWithPath: folder).resolvingSymlinksInPath().path, last: now)
  }

  /// Nil if no machine has gathered yet.
  package init?(in ledger: any NoteBook) throws {
    let lines = (try ledger.note(Self.key) ?? "").split(separator: "\n", maxSplits: 2).map(String.init)
    guard lines.count == 3, let last = Instant(rfc3339: lines[0]) else { return nil }
    self.init(host: lines[1], folder: lines[2], last: last)
  }

  package func record(in ledger: any NoteBook) throws {
    try ledger.setNote(Self.key, "\(last.rfc3339)\n\(host)\n\(folder)")
  }

  /// Whether both have the same articles.
  package func isSame(as other: GatheringMachine) -> Bool { host == other.host && folder == other.folder }

  /// `news1 (/srv/news)`
  package var name: String { "\(host) (\(folder))" }

  private static let key = "gathering machine"
}

extension PressRun {
  /// The machine that gathers in place of this one; nil if this one does. The first one becomes it.
  func otherGatheringMachine() throws -> GatheringMachine? {
    guard needsOneMachine, let here = GatheringMachine(here: folder, ledger, at: now) else { return nil }
    guard let known = try GatheringMachine(in: ledger) else {
      try here.record(in: ledger)
      return nil
    }
    if !known.isSame(as: here) { return known }
    if now - known.last >= .seconds(3_600) || known.last > now { try here.record(in: ledger) }
    return nil
  }

  /// Reports what another machine does in place of this one: once, and daily while that one seems to be lost. False if nothing else
  /// was asked for.
  func leavesGathering(to other: GatheringMachine, _ asked: Part?, _ report: inout RunReport) throws -> Bool {
    let remedy =
      "`courant ledger gather-here` makes this machine the one that gathers; write gather = \"any\" into [ledger] if all have "
      + "the same articles"
    if let asked {
      report.fail("--only \(asked): articles are gathered on \(other.name); \(remedy)", .badConfiguration, lasts: false)
      return false
    }
    if now - other.last > Self.longestWithoutGathering {
      let last = site.zone.shown(other.last)
      report.fail(
        "no articles were gathered since \(last); \(other.name) does this, and may be lost; \(remedy)", .waiting)
    } else if try isFirstNotice(of: other) {
      report.notices.append("articles are gathered on \(other.name), so runs on this machine only deliver; \(remedy)")
    }
    return true
  }

  /// Whether runs on this machine have not yet reported that the other one gathers. They count as having done so from now on.
  private func isFirstNotice(of other: GatheringMachine) throws -> Bool {
    let key = ledger.ownKey("gathered elsewhere")
    guard try ledger.note(key) != other.name else { return false }
    try ledger.setNote(key, other.name)
    return true
  }

  /// Without files of its own, a run is the same on every machine.
  private var needsOneMachine: Bool {
    guard !isRehearsal, site.ledger?.gather != .any else { return false }
    return !site.sources.isEmpty || site.publishing.bucket == nil
  }

  /// A machine that runs from cron gathers every few minutes. Longer than most maintenance, and short enough for an issue of the
  /// same day.
  private static let longestWithoutGathering = Duration.seconds(3 * 3_600)
}
