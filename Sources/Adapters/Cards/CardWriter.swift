internal import Cryptography
package import Drawing

/// Why a card cannot be drawn.
package enum CardFault: Error, Hashable, CustomStringConvertible {
  /// No font has one of its characters, which would be drawn as a box.
  case lacksFont(String, package: String)
  case lacksMemory

  package var description: String {
    switch self {
    case .lacksFont(let text, let package): "no font for “\(text)”; install \(package), or another font of Noto"
    case .lacksMemory: "out of memory"
    }
  }
}

/// Draws social cards and the touch icon. Equal arguments give equal bytes with the same libraries and fonts.
package final class CardWriter {
  /// Changes whenever the same card may come out differently.
  package let version: String
  private let canvas: Canvas

  package static let width = 1_200
  package static let height = 630

  /// Increase it with every change of the design, so that all cards are redrawn.
  static let design = "1"

  /// Opens the libraries, and reads which fonts there are.
  ///
  /// - Parameter fontCache: a folder for entries missing from the system's font cache; nothing is written if none are missing.
  package init(fontCache: String? = nil) throws(MissingDrawing) {
    canvas = try Canvas(width: Self.width, height: Self.height, fontCache: fontCache)
    version = lowercaseHex(sha256((Self.design + "\n" + canvas.version).utf8))
  }

  /// As a PNG file.
  package func picture(of card: Card, in colours: CardColours) throws(CardFault) -> [UInt8] {
    let blocks = try blocks(of: card)
    canvas.fill(colours.paper)
    canvas.fill(left: 0, top: 0, width: Self.width, height: Sheet.bar, colours.accent)
    rule(at: Sheet.rule, 2, colours)
    rule(at: Sheet.doubleRule, 2, colours)
    rule(at: Sheet.doubleRule + 5, 2, colours)
    for (block, top) in blocks.ink { canvas.draw(block, left: Sheet.margin, top: top, colours.ink) }
    canvas.draw(blocks.facts, left: Sheet.margin, top: Sheet.facts, colours.soft)
    let file = card.texts.contains(where: \.isColourful) ? canvas.colourfulPNG() : canvas.png(Self.bands(colours))
    guard let file else { throw .lacksMemory }
    return file
  }

  /// Nil if the card can be drawn, given enough memory.
  package func fault(of card: Card) -> CardFault? {
    do throws(CardFault) {
      _ = try blocks(of: card)
      return nil
    } catch {
      return error
    }
  }

  private func rule(at top: Int, _ height: Int, _ colours: CardColours) {
    canvas.fill(left: Sheet.margin, top: top, width: Sheet.measure, height: height, colours.ink)
  }

  /// Together the sixteen colours of a palette, with that of the paper.
  private static func bands(_ colours: CardColours) -> [ColourBand] {
    [
      ColourBand(rows: 0..<Sheet.bar, ColourRamp(paper: colours.paper, ink: colours.accent, steps: 1)),
      ColourBand(rows: Sheet.bar..<Sheet.end, ColourRamp(paper: colours.paper, ink: colours.ink, steps: 9)),
      ColourBand(rows: Sheet.end..<height, ColourRamp(paper: colours.paper, ink: colours.soft, steps: 5)),
    ]
  }
}

/// The places of everything on a card, in pixels.
private enum Sheet {
  static let bar = 16
  static let margin = 80
  static let measure = CardWriter.width - 2 * margin
  static let name = 66
  static let rule = 126
  /// Where titles are.
  static let titles = 146..<512
  static let doubleRule = 528
  /// Below it everything is soft.
  static let end = 540
  static let facts = 554
  static let gap = 20
}

extension CardWriter {
  /// The blocks drawn in ink, each with its top, and the facts.
  private func blocks(of card: Card) throws(CardFault) -> (ink: [(TextBlock, Int)], facts: TextBlock) {
    let name = line(card.siteName, .boldSerif, size: 34, card)
    let facts = line(card.facts, .sans, size: 28, card)
    let titles = card.titles.count == 1 ? large(card.titles[0], card) : small(card)
    let all = zip([card.siteName, card.facts] + card.titles, [name, facts] + titles)
    for (text, block) in all where canvas.extent(of: block).lacksFont {
      throw .lacksFont(text.text, package: text.fontPackage)
    }
    return ([(name, Sheet.name)] + placed(titles), facts)
  }

  private func line(_ text: CardText, _ typeface: TextBlock.Typeface, size: Int, _ card: Card) -> TextBlock {
    var block = TextBlock(text.text, typeface, size: size, width: Sheet.measure)
    block.language = card.language
    block.isRightToLeft = text.isRightToLeft
    block.mostLines = 1
    return block
  }

  /// One title, in the largest size in which it has at most four lines.
  private func large(_ text: CardText, _ card: Card) -> [TextBlock] {
    var block = line(text, .boldSerif, size: 44, card)
    block.size = largest([76, 72, 68, 64, 60, 56, 52, 48, 44]) { size in
      var tried = block
      tried.size = size
      tried.mostLines = nil
      tried.breaksWords = false
      let extent = canvas.extent(of: tried)
      return extent.lines <= 4 && extent.height <= Sheet.titles.count && extent.width <= Sheet.measure
    }
    block.mostLines = nil
    let extent = canvas.extent(of: block)
    if extent.height > Sheet.titles.count {
      block.mostLines = Sheet.titles.count / (extent.height / extent.lines)
    }
    return [block]
  }

  /// Several titles, with two lines at most each.
  private func small(_ card: Card) -> [TextBlock] {
    let blocks = card.titles.map { text in
      var block = line(text, .boldSerif, size: 36, card)
      block.mostLines = 2
      return block
    }
    let size = largest([48, 44, 40, 36]) { size in
      let heights = blocks.map { block in
        var tried = block
        tried.size = size
        tried.mostLines = nil
        let extent = canvas.extent(of: tried)
        return extent.lines <= 2 ? extent.height : Sheet.titles.count
      }
      return heights.reduce(0, +) + (blocks.count - 1) * Sheet.gap <= Sheet.titles.count
    }
    return blocks.map { block in
      var block = block
      block.size = size
      return block
    }
  }

  /// The first of these sizes, which fall, that fits; the last one if none does. Tries few, because to try one is to lay
  /// out the text.
  private func largest(_ sizes: [Int], _ fits: (Int) -> Bool) -> Int {
    var low = 0
    var high = sizes.count - 1
    while low < high {
      let middle = (low + high) / 2
      if fits(sizes[middle]) { high = middle } else { low = middle + 1 }
    }
    return sizes[low]
  }

  /// The titles with their tops, in the middle of their place.
  private func placed(_ blocks: [TextBlock]) -> [(TextBlock, Int)] {
    let heights = blocks.map { canvas.extent(of: $0).height }
    let whole = heights.reduce(0, +) + max(0, blocks.count - 1) * Sheet.gap
    var top = Sheet.titles.lowerBound + max(0, Sheet.titles.count - whole) / 2
    var placed: [(TextBlock, Int)] = []
    for (block, height) in zip(blocks, heights) {
      placed.append((block, top))
      top += height + Sheet.gap
    }
    return placed
  }
}
