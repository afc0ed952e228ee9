import Files
import CourantTesting
import Foundation
import Testing

@testable import Drawing

struct CanvasTests {
  private let paper = Colour(red: 0xFF, green: 0xFD, blue: 0xF9)
  private let ink = Colour(red: 0x1F, green: 0x1E, blue: 0x1B)
  private let accent = Colour(red: 0x0D, green: 0x5A, blue: 0x55)

  /// Odd, so that the last byte of a row holds one pixel.
  private func drawing() throws -> Canvas {
    let canvas = try Canvas(width: 5, height: 3)
    canvas.fill(paper)
    canvas.fill(left: 0, top: 0, width: 5, height: 1, accent)
    canvas.fill(left: 1, top: 2, width: 1, height: 1, ink)
    canvas.fill(left: 4, top: 2, width: 1, height: 1, ink)
    return canvas
  }

  private var expected: String {
    let line = "fffdf9"
    return [
      String(repeating: "0d5a55", count: 5), String(repeating: line, count: 5),
      line + "1f1e1b" + line + line + "1f1e1b",
    ].joined(separator: "\n")
  }

  @Test func aFewColoursBecomeAPalette() throws {
    let bands = [
      ColourBand(rows: 0..<1, ColourRamp(paper: paper, ink: accent, steps: 1)),
      ColourBand(rows: 1..<3, ColourRamp(paper: paper, ink: ink, steps: 9)),
    ]
    let file = try #require(try drawing().png(bands))
    #expect(try pixels(of: file) == expected)
    #expect(isOwnPNG(file))
  }

  @Test func allColoursAreKeptForEmoji() throws {
    let file = try #require(try drawing().colourfulPNG())
    #expect(try pixels(of: file) == expected)
    #expect(isOwnPNG(file))
  }

  @Test func withoutRoomNothingIsDrawn() throws {
    try DrawingRoom.check()
    let needed = "drawing needs 1073741824 MB of address space, more than this process may have; raise `ulimit -v`"
    #expect(throws: MissingDrawing(description: needed)) { try DrawingRoom.check(bytes: 1 << 50) }
  }

  @Test func otherFilesAreNotOurs() {
    #expect(!isOwnPNG([]))
    #expect(!isOwnPNG(Array("\u{89}PNG".utf8)))
  }

  @Test func moreColoursThanAPaletteHoldsAreRefused() throws {
    let bands = [ColourBand(rows: 0..<3, ColourRamp(paper: paper, ink: ink, steps: 16))]
    #expect(try drawing().png(bands) == nil)
  }

  /// Python's zlib is not the one that wrote the file.
  private func pixels(of file: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    try Data(file).write(to: URL(fileURLWithPath: folder.path + "/a.png"))
    let script = """
      import struct, sys, zlib
      data = open(sys.argv[1], "rb").read()
      assert data[:8] == b"\\x89PNG\\r\\n\\x1a\\n"
      at, chunks = 8, {}
      while at < len(data):
          size, kind = struct.unpack(">I4s", data[at:at + 8])
          body = data[at + 8:at + 8 + size]
          assert struct.unpack(">I", data[at + 8 + size:at + 12 + size])[0] == zlib.crc32(kind + body)
          chunks[kind] = body
          at += 12 + size
      width, height, depth, colours = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
      length = (width * depth + 7) // 8 if colours == 3 else width * 3
      rows, above = zlib.decompress(chunks[b"IDAT"]), bytes(length)
      for y in range(height):
          row = rows[y * (length + 1):(y + 1) * (length + 1)]
          assert row[0] == 2
          above = bytes((a + b) & 255 for a, b in zip(row[1:], above))
          if colours == 3:
              indexes = [i for byte in above for i in (byte >> 4, byte & 15)][:width]
              print("".join(chunks[b"PLTE"][3 * i:3 * i + 3].hex() for i in indexes))
          else:
              print(above.hex())
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", script, folder.path + "/a.png"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
