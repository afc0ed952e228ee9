import Testing
@testable import XML

struct XMLRepairTests {
  private static func repaired(_ document: String) -> String {
    var repair = XMLRepair(Array(document.utf8)) { _ in true }
    var bytes: [UInt8] = []
    while repair.advance() { bytes += whole(repair.piece) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Its markup, with each text in the place of its mark.
  private static func whole(_ piece: XMLPiece) -> [UInt8] {
    var texts = piece.text[...]
    var lengths = piece.lengths[...]
    return piece.markup.flatMap { byte in
      guard byte == XMLPiece.mark, let length = lengths.popFirst() else { return [byte] }
      defer { texts = texts.dropFirst(length) }
      return Array(texts.prefix(length))
    }
  }

  private static func declarations(in document: String) -> Int {
    repaired(document).split(separator: " xmlns=").count - 1
  }

  /// libxml2's time grows faster than their number: 380,000 took seven seconds.
  @Test func tooManyDifferentDefaultNamespacesAreLeftOut() {
    let elements = (0..<3_000).map { "<a xmlns='u\($0)'>t</a>" }.joined()
    #expect(Self.declarations(in: "<feed>\(elements)</feed>") == XMLRepair.mostNamespaces)
    #expect(Self.repaired("<feed>\(elements)</feed>").split(separator: ">t</a>").count == 3_001)
  }

  /// Many feeds declare XHTML's in each entry.
  @Test func aRepeatedDefaultNamespaceStays() {
    let elements = String(repeating: "<div xmlns='http://www.w3.org/1999/xhtml'>t</div>", count: 3_000)
    #expect(Self.declarations(in: "<feed>\(elements)</feed>") == 3_000)
  }
}
