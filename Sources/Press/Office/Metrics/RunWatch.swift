package import Model
package import Press
internal import Text
internal import Foundation
internal import PublicPlace

/// Reports to the outside how a run went: to the dead man's switches, and in the metrics file (`[alerts]`). Failures here are
/// returned as sentences, and change neither the run nor its exit code.
package struct RunWatch: Sendable {
  private let settings: AlertSettings
  private let folder: String
  private let watcher: any Watcher

  package init(_ opened: OpenedSite, by watcher: any Watcher) {
    settings = opened.site.alerts
    folder = opened.folder
    self.watcher = watcher
  }

  /// Returns at once; the request continues in a separate thread.
  package func begin() {
    guard let ping = settings.ping else { return }
    let watcher = watcher
    // If this request fails, nothing is lost: the one at the end has everything that matters.
    Thread.detachNewThread { _ = watcher.tell(ping + "/start", "") }
  }

  /// - Returns: what could not be reported, one sentence each.
  package func end(_ report: RunReport) -> [String] {
    if report.isIdle { return [] }
    let calls = [
      settings.ping.map { ($0 + "/\(report.exitCode.rawValue)", report.problems.joined(separator: "\n")) },
      report.settledASlot ? settings.issuePing.map { ($0, report.summary ?? "nothing new") } : nil,
    ]
    return calls.compactMap(\.self).compactMap { url, body in
      watcher.tell(url, String(body.prefix(Self.longestBody))).map { fault in
        "[alerts]: \(WebURL(url)?.host ?? "the check") was not told of this run: \(fault)"
      }
    }
  }

  private static let longestBody = 10_000

  /// Replaces the metrics file.
  package func writeMetrics(of press: PressRun) throws {
    guard let file = settings.metricsFile else { return }
    let text = try SiteMetrics(press).families().map(\.text).joined()
    let url = URL(fileURLWithPath: file, relativeTo: URL(fileURLWithPath: folder, isDirectory: true))
    _ = try PublicFolder(url.deletingLastPathComponent().path).write(Array(text.utf8), to: url.lastPathComponent)
  }
}

extension RunReport {
  /// Whether a slot has its issue, or had no news, and nothing went wrong.
  fileprivate var settledASlot: Bool {
    exitCode == .done && slots.contains { $0.state.isSettled }
  }
}
