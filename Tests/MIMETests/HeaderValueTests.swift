import MIME
import Testing

struct HeaderValueTests {
  @Test(arguments: [
    (["mailto:a@b.org?subject=help"], "List-Help: <mailto:a@b.org?subject=help>\r\n"),
    (["https://b.org/é,%20\"'"], "List-Help: <https://b.org/%C3%A9%2C%20%22'>\r\n"),
    (
      ["https://b.org/unsubscribe/abcdefghijklmnopqrstuvwxyz", "mailto:a@b.org"],
      "List-Help: <https://b.org/unsubscribe/abcdefghijklmnopqrstuvwxyz>,\r\n <mailto:a@b.org>\r\n"
    ),
  ])
  func addressesAreInAngleBrackets(uris: [String], field: String) throws {
    #expect(String(decoding: HeaderField("List-Help", try HeaderURIs(uris)).bytes, as: UTF8.self) == field)
  }

  @Test(arguments: [
    "/archive/", "https:", ":x", "https://b.org/a b", "https://b.org/>,<mailto:x@y.z", "h ttps://b.org",
  ])
  func anythingButAnAbsoluteURIIsRefused(uri: String) {
    #expect(throws: HeaderFault(kind: .malformed(expected: "an absolute URI"), text: uri)) { try HeaderURIs([uri]) }
  }

  @Test func anEmptyListOfURIsIsRefused() {
    #expect(throws: HeaderFault(kind: .blank, text: "")) { try HeaderURIs([]) }
  }

  @Test func aMessageIDIsTwoDotAtoms() throws {
    let id = try MessageID("<weekly.12.abc@example.org>")
    #expect(String(decoding: HeaderField("Message-ID", id).bytes, as: UTF8.self) == "Message-ID: \(id)\r\n")
  }

  @Test(arguments: ["", "<>", "a@b", "<a>", "<a@b@c>", "<a b@c>", "<a@b>\r\n", "<a@é>", "<.a@b>", "<a@b.>"])
  func anythingButAMessageIDIsRefused(text: String) {
    #expect(
      throws: HeaderFault(kind: .malformed(expected: "a message identifier, <left@right>"), text: text)
    ) { try MessageID(text) }
  }

  @Test func aListIDHasATitleAndAName() throws {
    let field = HeaderField("List-Id", try HeaderListID(title: "News, explained", identifier: "weekly.example.org"))
    #expect(
      String(decoding: field.bytes, as: UTF8.self)
        == "List-Id: \"News, explained\" <weekly.example.org>\r\n")
  }

  @Test(arguments: ["weekly", "weekly..org", "weekly example.org", "<weekly.org>", ""])
  func aListIDNeedsADottedName(identifier: String) {
    #expect(throws: HeaderFault(kind: .malformed(expected: "a list identifier, label.domain"), text: identifier)) {
      try HeaderListID(title: "Weekly", identifier: identifier)
    }
  }

  @Test(arguments: ["", " a", "a ", "a  b", "é", "a\r\nb", "a\u{0}"])
  func tokensAreWordsOfASCII(text: String) {
    let kind = HeaderFault.Kind.malformed(expected: "words of ASCII with single spaces between them")
    #expect(throws: HeaderFault(kind: kind, text: text)) { try HeaderTokens(text) }
  }

  @Test func aFaultIsASentence() {
    #expect(
      HeaderFault(kind: .controlCharacter("\n"), text: "a\nb").description
        == "a header cannot hold the control character U+000A")
    #expect(
      HeaderFault(kind: .malformed(expected: "an address, local@domain"), text: "a\nb").description
        == "\"a\\nb\" is not an address, local@domain")
  }
}
