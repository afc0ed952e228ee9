package import Model
internal import Text

/// The icon of a site that has none: the first letter of its title, in the colours of its style sheet.
package struct SiteIcon: Sendable {
  package let svg: String
  /// Relative to `public/`.
  package static let path = "icon.svg"
  /// A file that begins differently is the operator's.
  package static let firstLine = "<!-- Made by Courant; an icon of your own in its place is left alone. -->"

  package init(_ site: Site, _ style: PageStyle) {
    let accent = style.colours(of: "accent", else: ("#0d5853", "#8ccfc4"))
    let card = style.colours(of: "card", else: ("#fffdf9", "#1c1d1b"))
    svg = """
      \(Self.firstLine)
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
      <style>
      rect { fill: \(accent.light) } text { fill: \(card.light) }
      @media (prefers-color-scheme: dark) { rect { fill: \(accent.dark) } text { fill: \(card.dark) } }
      </style>
      <rect width="64" height="64" rx="12"/>
      <text x="32" y="46" font-family="Georgia, serif" font-size="42" font-weight="bold" text-anchor="middle">\
      \(escapedHTML(Self.letter(of: site.title)))</text>
      </svg>

      """
  }

  /// The first letter or digit, as a capital; without one, the first character.
  package static func letter(of title: String) -> String {
    let first = title.first { $0.isLetter || $0.isNumber } ?? title.first ?? "•"
    // "ß" has two capitals.
    let capital = first.uppercased()
    return capital.count == 1 ? capital : String(first)
  }
}

extension PageStyle {
  /// The values of a custom property: the first in the sheet, and the second, which is that of the dark scheme.
  func colours(of name: String, else usual: (light: String, dark: String)) -> (light: String, dark: String) {
    let parts = colours.split(separator: "--\(name):", omittingEmptySubsequences: false).dropFirst()
    let values = parts.map { part in String(part.prefix { !";}".contains($0) }).trimmed }
      .filter { $0.wholeMatch(of: /#([0-9A-Fa-f]{3}){1,2}/) != nil }
    guard let light = values.first else { return usual }
    return (light, values.dropFirst().first ?? light)
  }
}
