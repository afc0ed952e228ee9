import DNS
import Testing

/// RFC 5321 §5.1 and RFC 7505: where mail for a domain goes.
struct MailRouteTests {
  private struct Names: NameService {
    var records: [String: [String]] = [:]
    var isSilent: Set<String> = []

    func values(_ type: RecordType, at name: String) throws(NoAnswer) -> [String] {
      if isSilent.contains("\(type) \(name)") { throw NoAnswer(name: name) }
      return records["\(type) \(name)"] ?? []
    }
  }

  private let world = ["ns com": ["a.gtld-servers.net"]]

  private func route(_ records: [String: [String]], silent: String...) throws -> Bool {
    try hasMailRoute(
      "x.org", by: Names(records: world.merging(records, uniquingKeysWith: { $1 }), isSilent: Set(silent)))
  }

  @Test func aServerOrAnAddressIsAWay() throws {
    #expect(try route(["mx x.org": ["10 mail.x.org"]]))
    #expect(try route(["mx x.org": ["0 .", "10 mail.x.org"]]))
    #expect(try route(["a x.org": ["192.0.2.1"]]))
    #expect(try route(["aaaa x.org": ["2001:db8::1"]]))
  }

  @Test func aNullServerOrNothingIsNone() throws {
    #expect(try !route(["mx x.org": ["0 ."], "a x.org": ["192.0.2.1"]]))
    #expect(try !route([:]))
  }

  /// A name server that knows no outside names, or one that fails, proves nothing.
  @Test func withoutAnAnswerNothingIsKnown() throws {
    #expect(throws: NoAnswer(name: "com")) { try route(["ns com": []]) }
    for silent in ["mx x.org", "a x.org", "aaaa x.org"] {
      #expect(throws: NoAnswer(name: "x.org")) { try route([:], silent: silent) }
    }
  }
}
