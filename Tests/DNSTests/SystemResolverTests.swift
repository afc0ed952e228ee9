import CourantTesting
@testable import DNS
import Testing

/// Over UDP, against a name server on 127.0.0.1 that gives the answers written here.
struct SystemResolverTests {
  @Test func stringsOfATextArePutTogether() throws {
    let long = String(repeating: "p", count: 255)
    let server = try NameServer { question in
      NameServer.answer(question, [(16, [255] + Array(long.utf8) + [3] + Array("end".utf8)), (16, [1, 0x61])])
    }
    #expect(try SystemResolver(port: server.port).values(.txt, at: "s._domainkey.example.org") == [long + "end", "a"])
    #expect(server.names == ["s._domainkey.example.org"])
  }

  @Test func anAliasIsPassedOver() throws {
    let server = try NameServer { question in
      NameServer.answer(question, [(5, [1, 0x78, 0xC0, 12]), (1, [192, 0, 2, 1]), (1, [1, 2, 3])])
    }
    #expect(try SystemResolver(port: server.port).values(.a, at: "mail.example.org") == ["192.0.2.1"])
  }

  @Test func serversOfADomainHaveTheirPreference() throws {
    let server = try NameServer { question in
      NameServer.answer(
        question,
        [
          (15, [0, 10, 4] + Array("Mail".utf8) + [0xC0, 12]), (15, [0, 0, 0]), (15, [0, 1]), (15, [0, 1, 63, 1]),
        ])
    }
    #expect(try SystemResolver(port: server.port).values(.mx, at: "x.org") == ["10 mail.x.org", "0 ."])
  }

  @Test func namesMayEndInAPointer() throws {
    let server = try NameServer { question in
      NameServer.answer(question, [(12, [4] + Array("Mail".utf8) + [0xC0, 12]), (12, [0xC0, 0xFF]), (12, [63, 1])])
    }
    #expect(try SystemResolver(port: server.port).values(.ptr, at: "x.org") == ["mail.x.org"])
  }

  @Test(
    arguments: [
      ([0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], "2001:db8::1"),
      ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "::"),
      ([0x20, 0x01, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1], "2001:0:1::1:0:1"),
      ([0x20, 0x01, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 0, 0xAB, 7], "2001:1:2:3:4:5:0:ab07"),
    ] as [([UInt8], String)])
  func ipv6IsWrittenAsTheStandardHasIt(_ octets: [UInt8], _ text: String) throws {
    let server = try NameServer { NameServer.answer($0, [(28, octets)]) }
    #expect(try SystemResolver(port: server.port).values(.aaaa, at: "x.org") == [text])
  }

  @Test(arguments: [UInt8(0), 3])
  func anEmptyReplyIsAlsoAnAnswer(_ code: UInt8) throws {
    let server = try NameServer { NameServer.answer($0, [], code: code) }
    #expect(try SystemResolver(port: server.port).values(.txt, at: "x.org") == [])
  }

  @Test func aServerThatFailsGivesNoAnswer() throws {
    let server = try NameServer { NameServer.answer($0, [], code: 2) }
    #expect(throws: NoAnswer(name: "x.org")) { try SystemResolver(port: server.port).values(.txt, at: "x.org") }
  }

  @Test func noRequestIsMadeAfterTheTimeLimit() throws {
    let server = try NameServer { NameServer.answer($0, []) }
    #expect(throws: NoAnswer(name: "x.org")) {
      try SystemResolver(seconds: -1, port: server.port).values(.txt, at: "x.org")
    }
    #expect(server.names == [])
  }

  /// Every answer that is cut off, and many that are garbled: no crash, and nothing endless.
  @Test func hostileAnswersDoNoHarm() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    let whole = NameServer.answer(
      [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0x78, 0, 0, 16, 0, 1], [(16, [2, 0x61, 0x62]), (12, [0xC0, 12])])
    for count in whole.indices { _ = DNSMessage(Array(whole.prefix(count)))?.values(.ptr) }
    for _ in 0..<20_000 {
      var garbled = whole
      for _ in 0..<3 {
        garbled[Int.random(in: 4..<garbled.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      for type in [RecordType.ptr, .txt, .a] { _ = DNSMessage(garbled)?.values(type) }
    }
  }
}
