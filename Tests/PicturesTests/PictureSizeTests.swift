import CourantTesting
import Files
import Foundation
import Pictures
import Testing

/// Images of 37 × 21 pixels, made by Pillow 12, unless a table states otherwise.
@Suite struct PictureSizeTests {
  private static let folder = (#filePath as NSString).deletingLastPathComponent + "/Fixtures/"

  static let upright = [
    "still.png", "still.gif", "baseline.jpg", "progressive.jpg", "upside-down.jpg", "lossy.webp", "lossless.webp",
    "alpha.webp", "opaque.avif", "alpha.avif",
  ]
  static let turned = ["turned-6.jpg", "turned-8.jpg", "turned.avif"]

  private func bytes(_ name: String) throws -> [UInt8] { try readFile(Self.folder + name) }

  @Test(arguments: upright) func everyKindOfPictureHasItsSize(_ name: String) throws {
    let size = try #require(PictureSize(bytes(name)))
    #expect(size.width == 37)
    #expect(size.height == 21)
  }

  /// A camera held upright stores the image sideways, and how to rotate it.
  @Test(arguments: turned) func aPictureThatIsShownTurnedHasTheSizeItIsShownWith(_ name: String) throws {
    let size = try #require(PictureSize(bytes(name)))
    #expect(size.width == 21)
    #expect(size.height == 37)
  }

  @Test(arguments: upright + turned) func aFileThatIsCutShortHasItsSizeOrNone(_ name: String) throws {
    let whole = try bytes(name)
    let size = try #require(PictureSize(whole))
    for length in 0..<whole.count {
      let found = PictureSize(Array(whole.prefix(length)))
      #expect(found == nil || found == size, "\(length) bytes of \(name)")
    }
    #expect(PictureSize(Array(whole.prefix(8))) == nil)
  }

  /// Regardless of the lengths and offsets in a hostile file, reading ends, within the bytes of the file.
  @Test(arguments: upright + turned) func aHostileFileEndsNothing(_ name: String) throws {
    var random = SeededNumbers()
    let whole = try bytes(name)
    for _ in 0..<2_000 {
      var hostile = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: hostile.indices, using: &random)
        hostile[place] = Bool.random(using: &random) ? 0xFF : UInt8.random(in: 0...255, using: &random)
      }
      guard let size = PictureSize(hostile) else { continue }
      #expect((1...50_000).contains(size.width) && (1...50_000).contains(size.height))
    }
  }

  @Test(arguments: [
    ("<svg width=\"37\" height=\"21\"></svg>", [37, 21]),
    (
      "<?xml version=\"1.0\"?>\n<!-- a drawing -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" height='21.4px' width='36.6px'>",
      [37, 21]
    ),
    ("<svg\n viewBox=\"0 0 37 21\" fill=\"none\">", [37, 21]), ("<svg viewBox=\"0,0,37,21\">", [37, 21]),
    ("<svg width=\"100%\" height=\"21\" viewBox=\"0 0 37 21\">", nil), ("<svg width=\"3cm\" height=\"2cm\">", nil),
    ("<svg width=\"37\">", nil), ("<svg>", nil), ("<svg width=\"37\" height=\"21\"", nil),
    ("<svg width=\"-37\" height=\"21\">", nil), ("<svg width=\"nan\" height=\"1e999\">", nil),
    ("<p><svg-icon stroke-width=\"37\" height=\"21\">", nil), ("an <svg width=\"37\" height=\"21\">", nil),
  ])
  func aDrawingHasTheSizeOfItsRoot(_ text: String, _ size: [Int]?) {
    let found = PictureSize(Array(text.utf8))
    #expect(found?.width == size?.first)
    #expect(found?.height == size?.last)
  }

  /// 2,147,483,647 pixels would push everything else off the page.
  @Test func aSizeThatNoPageCanUseDoesNotCount() throws {
    var picture = try bytes("still.png")
    picture[16] = 0x7F
    #expect(PictureSize(picture) == nil)
    picture = try bytes("still.gif")
    picture[6] = 0
    #expect(PictureSize(picture) == nil)
  }

  @Test func otherFilesHaveNone() {
    for text in ["", "GIF", "%PDF-1.7", "RIFF\u{1}\u{1}\u{1}\u{1}WAVEfmt ", String(repeating: "\u{1}", count: 5_000)] {
      #expect(PictureSize(Array(text.utf8)) == nil)
    }
  }
}
