import CourantTesting
import Curl
import Testing
import Text

@Suite struct ReplyParserTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let stream: String
    let replies: [SMTPReply]
    var testDescription: String { stream.debugDescription }
  }

  static let cases = [
    Case(stream: "250 ok\r\n", replies: [SMTPReply(code: 250, lines: ["ok"])]),
    Case(stream: "250\r\n", replies: [SMTPReply(code: 250, lines: [""])]),
    Case(stream: "250 ok\n", replies: [SMTPReply(code: 250, lines: ["ok"])]),
    Case(
      stream: "550-5.1.1 no such\r\n550 5.1.1 user\r\n",
      replies: [SMTPReply(code: 550, status: "5.1.1", lines: ["no such", "user"])]),
    Case(
      stream: "250 a\r\n354 b\r\n",
      replies: [SMTPReply(code: 250, lines: ["a"]), SMTPReply(code: 354, lines: ["b"])]),
    Case(stream: "250-x\r\n550 y\r\n", replies: [SMTPReply(code: 550, lines: ["x", "y"])]),
    Case(stream: "550 5.1.1\r\n", replies: [SMTPReply(code: 550, status: "5.1.1", lines: [""])]),
    Case(stream: "450 5.1.1 class differs\r\n", replies: [SMTPReply(code: 450, lines: ["5.1.1 class differs"])]),
    Case(stream: "550 5.1 two parts\r\n", replies: [SMTPReply(code: 550, lines: ["5.1 two parts"])]),
    Case(stream: "550 5.1.1234 long\r\n", replies: [SMTPReply(code: 550, lines: ["5.1.1234 long"])]),
    Case(stream: "354 3.0.0 no class 3\r\n", replies: [SMTPReply(code: 354, lines: ["3.0.0 no class 3"])]),
    Case(stream: "250 a\u{1B}[2J\tb\u{7}\u{202E}c\u{2028}d\r\n", replies: [SMTPReply(code: 250, lines: ["a[2J bcd"])]),
    Case(stream: "250 größer\r\n", replies: [SMTPReply(code: 250, lines: ["größer"])]),
    Case(stream: "250 half", replies: []),
    Case(stream: "250-more\r\n", replies: []),
  ]

  @Test(arguments: cases) func aStreamHoldsTheseReplies(_ c: Case) throws {
    var parser = ReplyParser()
    parser.append(c.stream.utf8)
    #expect(try all(&parser) == c.replies)
  }

  @Test(arguments: cases) func singleOctetsMakeTheSameReplies(_ c: Case) throws {
    var parser = ReplyParser()
    var replies: [SMTPReply] = []
    for octet in c.stream.utf8 {
      parser.append([octet])
      replies += try all(&parser)
    }
    #expect(replies == c.replies)
  }

  @Test(arguments: [
    ("hello\r\n", "hello"), ("25 ok\r\n", "25 ok"), ("2500 ok\r\n", "2500 ok"), ("150 ok\r\n", "150 ok"),
    ("650 ok\r\n", "650 ok"), ("250_ok\r\n", "250_ok"), ("\r\n", ""), ("\u{0}\u{1}x\r\n", "x"),
  ])
  func aLineWithoutCodeEndsTheConversation(_ stream: String, _ beginning: String) throws {
    var parser = ReplyParser()
    parser.append("220 first\r\n".utf8)
    parser.append(stream.utf8)
    #expect(try parser.next() == SMTPReply(code: 220, lines: ["first"]))
    #expect(throws: ReplyParser.Malformed.noCode(beginning)) { try parser.next() }
    #expect(throws: ReplyParser.Malformed.noCode(beginning)) { try parser.next() }
  }

  @Test func aLineIsCutAt512OctetsAndTheTextAt500Characters() throws {
    var parser = ReplyParser()
    parser.append("250-\(String(repeating: "x", count: 5000))\r\n250 end\r\n".utf8)
    let reply = try #require(try parser.next())
    #expect(reply.lines == [String(repeating: "x", count: 508), "end"])
    #expect(reply.text == String(repeating: "x", count: 500))
  }

  @Test func anEndlessReplyIsGivenUpAfter64Kilobytes() {
    var parser = ReplyParser()
    for _ in 0..<7000 { parser.append("250-more..\r\n".utf8) }
    #expect(throws: ReplyParser.Malformed.tooLong) { try parser.next() }
    var oneLine = ReplyParser()
    oneLine.append(repeatElement(UInt8(ascii: "2"), count: 70_000))
    #expect(throws: ReplyParser.Malformed.tooLong) { try oneLine.next() }
  }

  @Test func brokenUTF8IsRepaired() throws {
    var parser = ReplyParser()
    parser.append(Array("250 a".utf8) + [0xFF, 0xC3] + Array("b\r\n".utf8))
    #expect(try parser.next() == SMTPReply(code: 250, lines: ["a\u{FFFD}\u{FFFD}b"]))
  }

  @Test func aReplyReadsAsTheServerWroteIt() {
    #expect(SMTPReply(code: 550, status: "5.1.1", lines: ["no", "", "one"]).description == "550 5.1.1 no one")
    #expect(SMTPReply(code: 250, lines: [""]).description == "250")
  }

  /// Random octets, in random pieces, neither trap nor yield a code out of range.
  @Test func randomOctetsAreSurvived() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededNumbers(seed: seed)
    for _ in 0..<300 {
      var parser = ReplyParser()
      let stream = (0..<200).map { _ in "2345- \r\n.\u{80}x".utf8.randomElement(using: &random) ?? 0 }
      parser.append(stream)
      while let reply = try? parser.next() {
        #expect((200...599).contains(reply.code), "seed \(seed)")
      }
    }
  }

  private func all(_ parser: inout ReplyParser) throws -> [SMTPReply] {
    var replies: [SMTPReply] = []
    while let reply = try parser.next() { replies.append(reply) }
    return replies
  }
}
