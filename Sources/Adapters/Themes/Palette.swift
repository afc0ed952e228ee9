internal import Foundation

/// The colours of a theme, by purpose, for emails and pages.
package enum ColourRole: String, CaseIterable, Sendable {
  /// Background of the email, and of a page's foot; background of the content.
  case paper, card
  /// Text; quieter text; links; rules, bars and buttons.
  case ink, soft, link, accent
  /// Background of a takeaway; background of a topic; separators.
  case take, pill, line
  /// Edges of what can be pressed, on pages.
  case edge

  /// The roles of text, with the backgrounds used for each.
  static let texts: [(ColourRole, on: [ColourRole])] = [
    (.ink, [.card, .take, .paper]), (.soft, [.card, .take, .pill, .paper]), (.link, [.card, .take, .paper]),
    (.accent, [.card, .take]),
  ]

  /// The further pairs on pages, with the contrast that they need (WCAG 2.2 §1.4.3 and §1.4.11).
  static let onPages: [(ColourRole, on: [ColourRole], least: Double)] = [
    (.ink, [.pill], 4.5), (.link, [.pill], 4.5), (.accent, [.pill, .paper], 4.5),
    (.edge, [.card, .paper, .take, .pill], 3),
  ]
}

/// An opaque sRGB colour.
package struct Colour: Hashable, Sendable {
  package let red, green, blue: UInt8

  /// Parses `#rrggbb`.
  package init?(_ text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"), let number = UInt32(text.dropFirst(), radix: 16),
      !text.contains("+"), !text.contains("-")
    else { return nil }
    red = UInt8(truncatingIfNeeded: number >> 16)
    green = UInt8(truncatingIfNeeded: number >> 8)
    blue = UInt8(truncatingIfNeeded: number)
  }

  /// From 1 to 21; WCAG 2.2 §1.4.3 requires 4.5 for text.
  package func contrast(with other: Colour) -> Double {
    let a = luminance
    let b = other.luminance
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The linear value of an sRGB channel, from 0 to 1.
  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
