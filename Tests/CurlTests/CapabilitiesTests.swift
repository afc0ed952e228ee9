import Curl
import Testing

@Suite struct CapabilitiesTests {
  @Test func theReplyToEHLOListsTheServersCapabilities() {
    let reply = SMTPReply(
      code: 250, lines: ["PIPELINING is my name", "pipelining", "8BITMIME", "SMTPUTF8", "SIZE 35882577", "AUTH PLAIN"])
    var expected = Capabilities()
    (expected.hasPipelining, expected.has8BitMIME, expected.hasSMTPUTF8) = (true, true, true)
    (expected.hasSize, expected.maxSize) = (true, 35_882_577)
    expected.mechanisms = ["PLAIN"]
    #expect(Capabilities(hello: reply) == expected)
  }

  @Test func theGreetingLineIsNotACapability() {
    #expect(Capabilities(hello: SMTPReply(code: 250, lines: ["PIPELINING"])) == Capabilities())
  }

  @Test(arguments: ["SIZE", "SIZE 0", "SIZE much", "SIZE -5", "SIZE 99999999999999999999"])
  func aSizeWithoutANumberIsNotALimit(_ line: String) {
    var expected = Capabilities()
    expected.hasSize = true
    #expect(Capabilities(hello: SMTPReply(code: 250, lines: ["test", line])) == expected)
  }
}
