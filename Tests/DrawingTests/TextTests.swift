import Testing

@testable import Drawing

struct TextTests {
  private func extent(_ text: String, _ change: (inout TextBlock) -> Void = { _ in }) throws -> TextExtent {
    var block = TextBlock(text, .boldSerif, size: 40, width: 400)
    change(&block)
    return try Canvas(width: 400, height: 100).extent(of: block)
  }

  @Test func linesBeginOnTheSideOfTheDirection() throws {
    #expect(try extent("Brain").ink.left < 100)
    #expect(try extent("الدماغ") { $0.isRightToLeft = true }.ink.left > 200)
  }

  /// A private-use character, which no font of Noto has.
  @Test func aCharacterWithoutAFontIsNoticed() throws {
    #expect(try extent("Hirn \u{E000}").lacksFont)
    #expect(try !extent("Hirn, мозг, εγκέφαλος, مخ, 脳, मस्तिष्क, 🧠").lacksFont)
  }

  @Test func aWordWiderThanTheBlockSticksOutUnlessItIsBroken() throws {
    let word = "Donaudampfschifffahrtsgesellschaft"
    #expect(try extent(word) { $0.breaksWords = false }.width > 400)
    let broken = try extent(word)
    #expect(broken.width <= 400)
    #expect(broken.lines > 1)
  }

  @Test func aTextThatIsTooLongEndsAfterItsLastLine() throws {
    let long = Array(repeating: "brain", count: 50).joined(separator: " ")
    #expect(try extent(long) { $0.mostLines = 2 }.lines == 2)
  }

  @Test(arguments: [
    ("#fffdf9", Colour(red: 0xFF, green: 0xFD, blue: 0xF9)), ("#08f", Colour(red: 0, green: 0x88, blue: 0xFF)),
    ("fffdf9", nil), ("#ffff", nil), ("#ggg", nil), ("", nil),
  ])
  func coloursAreReadAsInStyleSheets(_ text: String, _ colour: Colour?) {
    #expect(Colour(hex: text) == colour)
  }
}

struct MissingLibraryTests {
  private func fault(_ files: DrawingLibrary.Files) -> String? {
    do throws(MissingDrawing) {
      _ = try Canvas(width: 1, height: 1, DrawingLibrary(files))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func aMissingLibraryIsNamedWithItsPackage() {
    let files = DrawingLibrary.Files(pangoCairo: "libnone-1.0.so.9")
    #expect(fault(files) == "libnone-1.0.so.9 is missing; install libpangocairo-1.0-0")
  }

  /// The C library plays a Pango without the function.
  @Test func aLibraryWithoutAFunctionIsTooOld() {
    let files = DrawingLibrary.Files(pango: "libc.so.6")
    #expect(fault(files) == "Pango or Cairo is too old, it lacks pango_version_string; install a newer version")
  }
}
