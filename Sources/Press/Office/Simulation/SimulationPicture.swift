internal import Model
internal import Text

extension SimulatedDigest {
  /// The rows as horizontal bars, in SVG 1.1: dark for the articles of an issue, pale for those that are waiting.
  package var picture: String {
    let most = rows.map { $0.articles.count + $0.waiting.count }.max() ?? 0
    let unit = Double(Self.widest) / Double(max(most, 1))
    let height = rows.count * Self.line + 56
    let bars = rows.enumerated().map { bar($1, at: 48 + $0 * Self.line, unit: unit) }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="760" height="\(height)" viewBox="0 0 760 \(height)" role="img" \
      font-family="sans-serif" font-size="14">
      <title>\(escapedHTML("Simulated issues of \(digest)"))</title>
      <rect width="760" height="\(height)" fill="#fff"/>
      <text x="16" y="28" font-size="17" font-weight="bold">\(escapedHTML(digest)): articles in each issue</text>
      \(bars.joined(separator: "\n"))
      </svg>

      """
  }

  private static let line = 22
  /// The width of the longest bar.
  private static let widest = 480

  private func bar(_ row: Row, at y: Int, unit: Double) -> String {
    let included = Int(Double(row.articles.count) * unit)
    let waiting = Int(Double(row.waiting.count) * unit)
    return """
      <text x="16" y="\(y + 13)">\(escapedHTML(row.time))</text>
      <rect x="160" y="\(y)" width="\(included)" height="16" fill="\(row.state == .held ? "#a33b00" : "#14507a")"/>
      <rect x="\(160 + included)" y="\(y)" width="\(waiting)" height="16" fill="#b8cfe0"/>
      <text x="\(168 + included + waiting)" y="\(y + 13)">\(row.inWords)</text>
      """
  }
}

extension SimulatedDigest.Row {
  /// When the slot is due, in the site's time zone: `2026-11-23 07:00`.
  package var time: String {
    String(slot.drop { $0 != "@" }.dropFirst().map { $0 == "T" ? " " : $0 })
  }

  /// `5`, `held: 112`, `12, 3 wait`, `no news`.
  package var inWords: String {
    let wait = waiting.isEmpty ? "" : ", \(waiting.count) wait"
    return switch state {
    case .empty: "no news"
    case .issued: "\(articles.count)\(wait)"
    case .held: "held: \(articles.count)\(wait)"
    }
  }
}
