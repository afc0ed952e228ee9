internal import Foundation

/// The colours of a theme, by what they are for.
package enum ColourRole: String, CaseIterable, Sendable {
  /// Behind everything, and what mails stand on.
  case paper, card
  /// Text; quieter text; links; rules, bars and buttons.
  case ink, soft, link, accent
  /// Behind a takeaway; behind a topic; between things.
  case take, pill, line

  /// The roles of text, and on which backgrounds it stands.
  static let texts: [(ColourRole, on: [ColourRole])] = [
    (.ink, [.card, .take, .paper]), (.soft, [.card, .take, .pill, .paper]), (.link, [.card, .take, .paper]),
    (.accent, [.card, .take]),
  ]
}

/// An opaque colour of sRGB.
package struct Colour: Hashable, Sendable {
  package let red, green, blue: UInt8

  /// Reads `#rrggbb`.
  package init?(_ text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"), let number = UInt32(text.dropFirst(), radix: 16),
      !text.contains("+"), !text.contains("-")
    else { return nil }
    red = UInt8(truncatingIfNeeded: number >> 16)
    green = UInt8(truncatingIfNeeded: number >> 8)
    blue = UInt8(truncatingIfNeeded: number)
  }

  /// From 1 to 21; WCAG 2.2 §1.4.3 asks for 4.5 under text.
  package func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// A channel of sRGB as light, from 0 to 1.
  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
