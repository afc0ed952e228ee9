import MIME
import Testing

struct HeaderMailboxTests {
  @Test(
    arguments: [
      (nil, "To: <a@example.org>\r\n"),
      ("Ann Lee", "To: Ann Lee <a@example.org>\r\n"),
      ("Dr. Lee", "To: \"Dr. Lee\" <a@example.org>\r\n"),
      ("Lee, \"Ann\" \\", "To: \"Lee, \\\"Ann\\\" \\\\\" <a@example.org>\r\n"),
      ("two  spaces", "To: \"two  spaces\" <a@example.org>\r\n"),
      ("Zoë Müller", "To: =?utf-8?B?Wm/DqyBNw7xsbGVy?= <a@example.org>\r\n"),
      ("Müller, (Charlotte)", "To: =?utf-8?B?TcO8bGxlciwgKENoYXJsb3R0ZSk=?= <a@example.org>\r\n"),
      ("Wilhelmine Müller", "To: =?utf-8?Q?Wilhelmine_M=C3=BCller?= <a@example.org>\r\n"),
      ("=?utf-8?Q?x?=", "To: =?utf-8?B?PT91dGYtOD9RP3g/PQ==?= <a@example.org>\r\n"),
      ("<b@c.d>", "To: \"<b@c.d>\" <a@example.org>\r\n"),
      (
        "A name of atoms that goes on and on until it needs the next line",
        "To: A name of atoms that goes on and on until it needs the next line\r\n <a@example.org>\r\n"
      ),
      (
        "A quoted name that goes on and on, until it needs a line more",
        "To: =?utf-8?Q?A_quoted_name_that_goes_on_and_on=2C_until_it_needs_a_line_m?=\r\n"
          + " =?utf-8?Q?ore?= <a@example.org>\r\n"
      ),
    ] as [(String?, String)])
  func aNameIsWrittenAsPlainlyAsItCanBe(name: String?, field: String) throws {
    let written = HeaderField("To", try HeaderMailbox(name: name, address: "a@example.org"))
    #expect(String(decoding: written.bytes, as: UTF8.self) == field)
  }

  @Test(arguments: [
    "a", "@example.org", "a@", "a@b@c", "a b@example.org", "a@exa mple.org", "<a@example.org>", "\"a\"@example.org",
    "a@example.org,b@example.org", "a..b@example.org", ".a@example.org", "é@example.org", "a@exämple.org", "a@b..c",
  ])
  func anythingButAnAddressIsRefused(address: String) {
    #expect(throws: HeaderFault(kind: .malformed(expected: "an address, local@domain"), text: address)) {
      try HeaderMailbox(name: nil, address: address)
    }
  }

  @Test func aCommandCannotHideInAnAddress() {
    let address = "a@example.org>\r\nBcc: <b@example.org"
    #expect(throws: HeaderFault(kind: .controlCharacter("\r"), text: address)) {
      try HeaderMailbox(name: nil, address: address)
    }
  }

  @Test func aNameWithALineBreakIsRefused() {
    let name = "Ann\r\nBcc: b@example.org"
    #expect(throws: HeaderFault(kind: .controlCharacter("\r"), text: name)) {
      try HeaderMailbox(name: name, address: "a@example.org")
    }
  }

  @Test func aLocalPartBeyondASCIIIsRawWhereItIsAllowed() throws {
    let mailbox = try HeaderMailbox(name: "Zoë", address: "zoë@example.org", allowingUTF8: true)
    let written = HeaderField("To", mailbox)
    #expect(String(decoding: written.bytes, as: UTF8.self) == "To: =?utf-8?Q?Zo=C3=AB?= <zoë@example.org>\r\n")
  }
}
