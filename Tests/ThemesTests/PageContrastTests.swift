import Templates
import Testing
import Themes

/// The colours and sizes of pages, as `style.css` sets them: WCAG 2.2 requires 7:1 for text at level AAA (§1.4.6), and 3:1 for
/// the edges of controls (§1.4.11).
@Suite struct PageContrastTests {
  /// Of pages in a built-in theme.
  private func style(_ theme: String = "editorial") throws -> String {
    try PageColours(ofBuiltIn: theme).sheet + TemplateSet().style
  }

  private static let dark = "(prefers-color-scheme: dark)"
  private static let less = "(prefers-contrast: less)"
  private static let more = "(prefers-contrast: more)"

  /// The media queries that hold together, in the order of the sheet: later ones win.
  static let schemes = [
    [], [dark], [less], [dark, less, "\(less) and \(dark)"], [more], [dark, more, "\(more) and \(dark)"], ["print"],
  ]

  @Test(arguments: TemplateSet.builtInThemes, schemes)
  func textAndControlsHaveEnoughContrast(_ theme: String, _ queries: [String]) throws {
    let colours = try colours(under: [""] + queries, in: style(theme))
    let grounds = ["card", "paper", "take", "pill"]
    var pairs = ["ink", "soft", "accent", "link"].flatMap { text in grounds.map { (text, $0, 7.0) } }
    pairs.append(("card", "accent", 7))
    pairs += grounds.map { ("edge", $0, 3) }
    for (above, below, least) in pairs {
      let contrast = try #require(colours[above]).contrast(with: try #require(colours[below]))
      #expect(contrast >= least, "\(above) on \(below)")
    }
  }

  /// Any other colour would be in no pair.
  @Test func noRuleHasAnotherColour() throws {
    let rules = try style().replacing(/:root \{[^}]*\}/, with: "")
    #expect(rules.matches(of: /#[0-9A-Fa-f]{3,8}\b|rgba?\(|hsla?\(/).map { String($0.output) } == [])
  }

  /// 15 px of 16.
  @Test func nothingIsSmallerThanTheSmallestSize() throws {
    let style = try style()
    let screen = style.prefix(upTo: try #require(style.firstRange(of: "@media print")).lowerBound)
    let sizes = screen.matches(of: /font(?:-size)?:[^;}]*?(?:clamp\()?(\d*\.?\d+)rem/).compactMap { Double("0" + $0.1) }
    #expect(sizes.count > 15)
    #expect(sizes.filter { $0 < 0.9375 } == [])
    let steps = screen.matches(of: /--s-?\d: (?:clamp\()?(\d*\.?\d+)rem/).compactMap { Double("0" + $0.1) }
    #expect(steps.count == 7)
    #expect(steps.filter { $0 < 0.9375 } == [])
  }

  private func colours(under conditions: [String], in style: String) throws -> [String: Colour] {
    var colours: [String: Colour] = [:]
    for condition in conditions {
      let block = try #require(declarations(under: condition, in: style), "\(condition)")
      for declaration in block.matches(of: /--(\w+): (#[0-9a-f]{6});/) {
        colours[String(declaration.1)] = Colour(String(declaration.2))
      }
    }
    return colours
  }

  /// The custom properties of `:root` in a media query, or outside of any (`""`).
  private func declarations(under condition: String, in style: String) -> Substring? {
    let opening = condition.isEmpty ? "\n:root {" : "@media \(condition) {"
    guard let query = style.firstRange(of: opening) else { return nil }
    let rest = style[query.upperBound...]
    guard !condition.isEmpty else { return rest.prefix { $0 != "}" } }
    guard let root = rest.firstRange(of: ":root {") else { return nil }
    return rest[root.upperBound...].prefix { $0 != "}" }
  }
}
