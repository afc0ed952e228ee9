internal import Compression

/// Colours from one to another in equal steps, as the smoothed edges of letters need.
package struct ColourRamp: Sendable {
  let paper: Colour
  let ink: Colour
  let steps: Int

  /// - Parameter steps: how many colours other than that of the paper.
  package init(paper: Colour, ink: Colour, steps: Int) {
    self.paper = paper
    self.ink = ink
    self.steps = steps
  }

  var colours: [Colour] { (1...steps).map { paper.mixed(with: ink, part: $0, of: steps) } }

  /// The channel that differs most, as its byte in a pixel of Cairo.
  var channel: Int {
    let differences = zip(paper.channels, ink.channels).map { abs(Int($0) - Int($1)) }
    let most = differences.max() ?? 0
    return 2 - (differences.firstIndex(of: most) ?? 0)
  }

  /// For each value of ``channel``: the nearest step, 0 for the paper.
  var nearest: [UInt8] {
    let from = Int(paper.channels[2 - channel])
    let to = Int(ink.channels[2 - channel])
    guard from != to else { return [UInt8](repeating: 0, count: 256) }
    return (0..<256).map { value in
      let step = (Double(value - from) * Double(steps) / Double(to - from)).rounded()
      return UInt8(min(max(step, 0), Double(steps)))
    }
  }
}

/// Rows of an image whose pixels are all on one ramp.
package struct ColourBand: Sendable {
  let rows: Range<Int>
  let ramp: ColourRamp

  package init(rows: Range<Int>, _ ramp: ColourRamp) {
    self.rows = rows
    self.ramp = ramp
  }
}

/// PNG (ISO/IEC 15948), smaller than from Cairo's own function: a palette of 16 colours, enough for text on paper. Equal drawings give equal bytes with the same version of zlib.
extension Canvas {
  /// In at most 16 colours. Nil if memory is insufficient.
  ///
  /// - Parameter bands: from the top, without gaps. All have the same paper, and together at most 15 other colours.
  package func png(_ bands: [ColourBand]) -> [UInt8]? {
    guard let paper = bands.first?.ramp.paper else { return nil }
    var palette = [paper]
    var rows: [UInt8] = []
    rows.reserveCapacity(height * (width / 2 + 1))
    for band in bands {
      guard add(band, from: palette.count - 1, to: &rows) else { return nil }
      palette += band.ramp.colours
    }
    guard palette.count <= 16 else { return nil }
    let file = PNGFile(width: width, height: height, depth: 4, colours: .palette(palette))
    return file.bytes(rows, rowLength: (width + 1) / 2)
  }

  /// In full colour, for images with emoji. Nil if memory is insufficient.
  package func colourfulPNG() -> [UInt8]? {
    let rows = unsafe withPixels { pixels, stride in
      var rows: [UInt8] = []
      rows.reserveCapacity(height * width * 3)
      for row in 0..<height {
        for pixel in Swift.stride(from: row * stride, to: row * stride + width * 4, by: 4) {
          unsafe rows.append(pixels[pixel + 2])
          unsafe rows.append(pixels[pixel + 1])
          unsafe rows.append(pixels[pixel])
        }
      }
      return rows
    }
    guard let rows else { return nil }
    return PNGFile(width: width, height: height, depth: 8, colours: .all).bytes(rows, rowLength: width * 3)
  }

  /// Adds the rows of a band as indexes of the palette, two a byte, the left one in the higher bits.
  ///
  /// - Parameter offset: the index of the ramp's first step, less one.
  private func add(_ band: ColourBand, from offset: Int, to rows: inout [UInt8]) -> Bool {
    let channel = band.ramp.channel
    let indexes = band.ramp.nearest.map { $0 == 0 ? 0 : $0 + UInt8(offset) }
    let rowLength = (width + 1) / 2
    let packed = unsafe withPixels { pixels, stride in
      unsafe [UInt8](unsafeUninitializedCapacity: band.rows.count * rowLength) { packed, count in
        for (number, row) in band.rows.enumerated() {
          let line = unsafe UnsafeRawBufferPointer(rebasing: pixels[(row * stride)..<(row * stride + width * 4)])
          let target = unsafe UnsafeMutableBufferPointer(rebasing: packed[(number * rowLength)...].prefix(rowLength))
          for pair in 0..<(width / 2) {
            let left = unsafe indexes[Int(line[pair &* 8 &+ channel])]
            let right = unsafe indexes[Int(line[pair &* 8 &+ 4 &+ channel])]
            unsafe target[pair] = left &<< 4 | right
          }
          if width % 2 == 1 { unsafe target[rowLength - 1] = indexes[Int(line[(width - 1) * 4 + channel])] << 4 }
        }
        count = band.rows.count * rowLength
      }
    }
    guard let packed else { return false }
    rows += packed
    return true
  }
}
