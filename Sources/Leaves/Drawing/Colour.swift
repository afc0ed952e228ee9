/// An opaque colour of sRGB.
package struct Colour: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `#fffdf9` or `#fff`, as in style sheets (CSS Color 4 §5.2), without a part for opacity.
  package init?(hex: some StringProtocol) {
    guard hex.hasPrefix("#") else { return nil }
    let digits = hex.dropFirst().compactMap(\.hexDigitValue)
    guard digits.count == hex.count - 1 else { return nil }
    switch digits.count {
    case 3: self.init(red: UInt8(digits[0] * 17), green: UInt8(digits[1] * 17), blue: UInt8(digits[2] * 17))
    case 6:
      self.init(
        red: UInt8(digits[0] * 16 + digits[1]), green: UInt8(digits[2] * 16 + digits[3]),
        blue: UInt8(digits[4] * 16 + digits[5]))
    default: return nil
    }
  }

  var channels: [UInt8] { [red, green, blue] }

  /// The colour that is this fraction of the way to another one.
  func mixed(with other: Colour, part: Int, of whole: Int) -> Colour {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Int(a) * (whole - part) + Int(b) * part + whole / 2) / whole)
    }
    return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }
}
