import Glibc

/// A progress bar on standard error, only on a terminal and only if the work is long.
final class ProgressBar {
  /// For shorter work, nothing is shown.
  private let longWork: Int
  private let isOnTerminal = isatty(STDERR_FILENO) == 1
  private var lastPercent = -1

  init(longWork: Int = 50) { self.longWork = longWork }

  func show(_ done: Int, of total: Int) {
    guard isOnTerminal, total >= longWork else { return }
    let percent = done * 100 / total
    guard percent != lastPercent else { return }
    lastPercent = percent
    let filled = percent * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    write("\r\(bar) \(percent) %  \(done) of \(total)")
  }

  /// Clears the line.
  func finish() {
    if lastPercent >= 0 { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
