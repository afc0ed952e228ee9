internal import Text

/// The URLs in styles: `url(…)` and `@import`.
struct StyleAddresses {
  private(set) var findings: [MarkupFinding] = []

  init(_ styles: String) {
    // Most styles have neither, and building a Regex costs more than reading them: a third of what every command took.
    let lower = styles.lowercased()
    guard lower.holds(bytesOf: "url(") || lower.holds(bytesOf: "@import") else { return }
    let text = styles.replacing(/\/\*(?s:.*?)\*\//) { String(repeating: " ", count: $0.output.utf8.count) }
    let addresses = text.matches(of: /(?i:url)\(\s*["']?([^"')]*)|(@(?i:import))/)
    for match in addresses {
      let offset = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
      findings.append(Self.finding(match.output.1, at: offset))
    }
  }

  /// - Parameter address: nil for `@import`.
  private static func finding(_ address: Substring?, at offset: Int) -> MarkupFinding {
    guard let address else {
      return MarkupFinding(
        offset, "`@import` loads no styles in most mail programs; write the styles into theme.css", isFault: false)
    }
    if MailAddress(String(address)) == .relative {
      return MarkupFinding(
        offset, "`url(\(address))` leads nowhere in an email; write a full URL", isFault: true)
    }
    return MarkupFinding(
      offset, "`url()` makes some mail programs drop all styles next to it; show the image with <img>",
      isFault: false)
  }
}
