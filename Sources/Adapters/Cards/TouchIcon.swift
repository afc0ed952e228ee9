internal import Drawing
package import Model

/// A site's icon on phones' home screens: the first letter of its title.
package enum TouchIcon {
  /// Relative to `public/`; phones also look for it there without a link.
  package static let path = "apple-touch-icon.png"

  private static let side = 180
  private static let letterSize = 120

  /// Nil if the title has neither a letter nor a digit.
  package static func letter(of site: Site) -> String? {
    site.title.first { $0.isLetter || $0.isNumber }.map { $0.uppercased() }
  }

  /// As a PNG file. Phones round its corners.
  package static func picture(_ letter: String, of site: Site, in colours: CardColours) throws -> [UInt8] {
    let canvas = try Canvas(width: side, height: side)
    var block = TextBlock(letter, .boldSerif, size: letterSize, width: side)
    block.language = site.language
    let extent = canvas.extent(of: block)
    if extent.lacksFont { throw CardFault.lacksFont(letter, package: "fonts-noto-extra") }
    canvas.fill(colours.accent)
    let left = (side - extent.ink.width) / 2 - extent.ink.left
    let top = (side - extent.ink.height) / 2 - extent.ink.top
    canvas.draw(block, left: left, top: top, colours.paper)
    let ramp = ColourRamp(paper: colours.accent, ink: colours.paper, steps: 15)
    guard let file = canvas.png([ColourBand(rows: 0..<side, ramp)]) else { throw CardFault.lacksMemory }
    return file
  }
}
