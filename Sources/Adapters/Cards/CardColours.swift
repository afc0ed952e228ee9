internal import Drawing
package import Presentation

/// The colours of cards: those of the site's pages in light surroundings.
package struct CardColours: Hashable, Sendable {
  let paper: Colour
  let ink: Colour
  let soft: Colour
  let accent: Colour

  /// Reads the first values of the variables `--card`, `--ink`, `--soft` and `--accent`; any that is missing, or no
  /// plain colour, is that of the built-in style sheet.
  package init(_ style: PageStyle) {
    paper = Self.colour("--card", in: style.colours) ?? Colour(red: 0xFF, green: 0xFD, blue: 0xF9)
    ink = Self.colour("--ink", in: style.colours) ?? Colour(red: 0x1F, green: 0x1E, blue: 0x1B)
    soft = Self.colour("--soft", in: style.colours) ?? Colour(red: 0x65, green: 0x5F, blue: 0x56)
    accent = Self.colour("--accent", in: style.colours) ?? Colour(red: 0x0D, green: 0x5A, blue: 0x55)
  }

  private static func colour(_ variable: String, in style: String) -> Colour? {
    guard let start = style.firstRange(of: variable + ":")?.upperBound else { return nil }
    let value = style[start...].drop { $0 == " " }.prefix { $0 == "#" || $0.isHexDigit }
    return Colour(hex: value)
  }

  /// For keys: equal only for equal colours.
  package var key: String {
    [paper, ink, soft, accent].map { "\($0.red) \($0.green) \($0.blue)" }.joined(separator: ", ")
  }
}
