import CourantTesting
import Curl
import Testing

@Suite struct DotStuffingTests {
  @Test(arguments: [
    ("", "", ".\r\n"),
    (".", "..", "\r\n.\r\n"),
    ("a\r\n", "a\r\n", ".\r\n"),
    ("a", "a", "\r\n.\r\n"),
    ("a\n", "a\n", "\r\n.\r\n"),
    ("a\r", "a\r", "\r\n.\r\n"),
    (".a\r\n", "..a\r\n", ".\r\n"),
    ("a\r\n.\r\nb\r\n", "a\r\n..\r\nb\r\n", ".\r\n"),
    ("a.b\r\n..c\r\n.", "a.b\r\n...c\r\n..", "\r\n.\r\n"),
    ("\n.\n", "\n..\n", "\r\n.\r\n"),
    ("\r\n", "\r\n", ".\r\n"),
  ])
  func aMessageBecomesData(_ message: String, _ stuffed: String, _ end: String) {
    let octets = Array(message.utf8)
    #expect(String(decoding: DotStuffing.stuffed(octets), as: UTF8.self) == stuffed)
    #expect(String(decoding: DotStuffing.end(of: octets), as: UTF8.self) == end)
  }

  /// The server's half (RFC 5321 §4.5.2), written the slow way, gives the message back.
  @Test func randomMessagesComeBackFromTheirStuffing() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededNumbers(seed: seed)
    for _ in 0..<500 {
      let length = Int.random(in: 0...60, using: &random)
      let message = (0..<length).map { _ in "..\na".utf8.randomElement(using: &random) ?? 0 }
      let lines = DotStuffing.stuffed(message).split(separator: 0x0A, omittingEmptySubsequences: false)
      let unstuffed = lines.map { $0.first == 0x2E ? $0.dropFirst() : $0 }.joined(separator: [0x0A])
      #expect(Array(unstuffed) == message, "seed \(seed)")
      #expect(!lines.contains([0x2E]), "seed \(seed)")
    }
  }
}
