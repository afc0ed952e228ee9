import Foundation
import Testing

@testable import Model

@Suite struct EmailAddressTests {
  @Test(arguments: [
    ("Ann.Lee+news@Example.ORG", "Ann.Lee+news@example.org", "ann.lee+news@example.org"),
    ("root@localhost", "root@localhost", "root@localhost"),
    ("a@bücher.example", "a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
    ("a@BÜCHER.example", "a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
    ("a@faß.de", "a@xn--fa-hia.de", "a@xn--fa-hia.de"),
    ("a@日本。jp", "a@xn--wgv71a.jp", "a@xn--wgv71a.jp"),
    ("Jürgen@example.org", "Jürgen@example.org", "jürgen@example.org"),
    ("!#$%&'*+-/=?^_`{|}~@x.example", "!#$%&'*+-/=?^_`{|}~@x.example", "!#$%&'*+-/=?^_`{|}~@x.example"),
    ("a@1and1.4ever.com", "a@1and1.4ever.com", "a@1and1.4ever.com"),
  ])
  func addressesKeepTheirLocalPartAndFoldTheirDomain(text: String, description: String, canonical: String) throws {
    let address = try #require(EmailAddress(text))
    #expect(address.description == description)
    #expect(address.canonical == canonical)
  }

  @Test(arguments: [
    "", "@", "a", "a@", "@example.org", "a b@example.org", "a@b", "a@exa mple.org", ".a@example.org", "a.@example.org",
    "a..b@example.org", "a@.example.org", "a@example.org.", "a@example..org", "a@-x.org", "a@x-.org", "a@x_y.org",
    "a@192.0.2.1", "a@[192.0.2.1]", "\"a b\"@example.org", "<a@example.org>", "a@example.org>", "a,b@example.org",
    "a@b@example.org", "a\r\nRCPT TO:<x@y.z>@example.org", "a@example.org\r\nDATA", "a\u{0}@example.org",
    "a\u{200B}@example.org", "a\u{202E}b@example.org", "a\u{A0}b@example.org", "a@exämple.org/x", "a@exämple.org:25",
    "a@ex%2eämple.org", "a@ä..org", "a@ä b.org",
  ])
  func anUnreachableAddressIsRefused(text: String) {
    #expect(EmailAddress(text) == nil)
  }

  @Test func lengthsAreThoseOfRFC5321() {
    let label = String(repeating: "d", count: 63)
    let domain = "\(label).\(label).\(label)"  // 191 octets
    #expect(EmailAddress("\(String(repeating: "a", count: 62))@\(domain)") != nil)  // 254 octets
    #expect(EmailAddress("\(String(repeating: "a", count: 63))@\(domain)") == nil)
    #expect(EmailAddress("\(String(repeating: "a", count: 64))@example.org") != nil)
    #expect(EmailAddress("\(String(repeating: "a", count: 65))@example.org") == nil)
    #expect(EmailAddress("\(String(repeating: "ü", count: 33))@example.org") == nil)
    #expect(EmailAddress("a@d\(label).org") == nil)
  }

  @Test func onlyLocalPartsBeyondASCIINeedSMTPUTF8() {
    #expect(EmailAddress("jürgen@example.org")?.isInternationalized == true)
    #expect(EmailAddress("a@bücher.example")?.isInternationalized == false)
  }

  @Test func codingRefusesWhatReadingRefuses() throws {
    let address = try #require(EmailAddress("Ann@example.org"))
    #expect(try JSONEncoder().encode([address]) == Data(#"["Ann@example.org"]"#.utf8))
    #expect(try JSONDecoder().decode([EmailAddress].self, from: Data(#"["Ann@EXAMPLE.org"]"#.utf8)) == [address])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([EmailAddress].self, from: Data(#"["Ann"]"#.utf8))
    }
  }
}

@Suite struct MailboxTests {
  @Test(
    arguments: [
      ("a@example.org", nil), (" a@example.org ", nil), ("<a@example.org>", nil),
      ("Ann Lee <a@example.org>", "Ann Lee"),
      ("\"Lee, Ann\" <a@example.org>", "Lee, Ann"), (#""Ann \"The\" \\ Lee" <a@example.org>"#, #"Ann "The" \ Lee"#),
      ("\"\" <a@example.org>", nil), ("Ann <at work> <a@example.org>", "Ann <at work>"), ("李安<a@example.org>", "李安"),
    ] as [(String, String?)])
  func aMailboxIsAnAddressWithOrWithoutAName(text: String, name: String?) throws {
    let mailbox = try #require(Mailbox(text))
    #expect(mailbox.name == name)
    #expect(mailbox.address.description == "a@example.org")
  }

  @Test(arguments: [
    "", "Ann", "Ann <>", "Ann <a@example.org", "Ann a@example.org", "Ann\r\nBcc: x@y.z <a@example.org>",
    "Ann <a@example.org> x", "Ann <a@example.org\n>", "A <a@example.org>, B <b@example.org>",
    "a@example.org, B <b@example.org>",
  ])
  func anythingButAMailboxIsRefused(text: String) {
    #expect(Mailbox(text) == nil)
  }

  @Test func aMailboxIsWrittenForPeople() throws {
    let address = try #require(EmailAddress("a@example.org"))
    #expect(Mailbox(name: "Ann", address: address).description == "Ann <a@example.org>")
    #expect(Mailbox(address: address).description == "a@example.org")
  }
}
