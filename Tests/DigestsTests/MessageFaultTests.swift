import Digests
import Model
import Testing

struct MessageFaultTests {
  @Test func withoutMailSettingsThereIsNoMail() throws {
    var site = try MessageSamples.site()
    site.mail = nil
    #expect(throws: MessageFault.noMailSettings) { try MessagePrinter(site: site, digest: "weekly") }
  }

  @Test func aPartWithoutAnUnsubscribeLinkIsNotMailed() throws {
    let printer = try MessagePrinter(site: try MessageSamples.site(), digest: "weekly")
    let link = Edition.Blank.unsubscribeURL.token
    #expect(throws: MessageFault.noUnsubscribeLink(.html)) {
      try printer.printed(Edition(feeds: [], subject: "a", html: "<p>", text: link), issue: 1)
    }
    #expect(throws: MessageFault.noUnsubscribeLink(.text)) {
      try printer.printed(Edition(feeds: [], subject: "a", html: link, text: "text"), issue: 1)
    }
  }

  @Test(arguments: ["\u{1}nobody\u{1}", "\u{1}", "\u{1}unsubscribe_url", "\u{1}\u{1}"])
  func aBlankThatNobodyKnowsIsNotMailed(end: String) throws {
    let printer = try MessagePrinter(site: try MessageSamples.site(), digest: "weekly")
    let link = Edition.Blank.unsubscribeURL.token
    #expect(throws: MessageFault.unknownBlank(.text)) {
      try printer.printed(Edition(feeds: [], subject: "a", html: link, text: link + end), issue: 1)
    }
  }

  @Test func moreHTMLThanMailProgramsShowIsNotMailed() throws {
    let printer = try MessagePrinter(site: try MessageSamples.site(), digest: "weekly")
    let link = Edition.Blank.unsubscribeURL.token
    let fill = String(repeating: "x", count: 102_400 - link.utf8.count)
    _ = try printer.printed(Edition(feeds: [], subject: "a", html: link + fill, text: link), issue: 1)
    #expect(throws: MessageFault.tooLong(bytes: 102_401, most: 102_400)) {
      try printer.printed(Edition(feeds: [], subject: "a", html: link + fill + "x", text: link), issue: 1)
    }
  }

  @Test(arguments: ["", "  ", "\u{0}\n\u{202E}"])
  func aSubjectWithNothingToReadIsNotMailed(subject: String) throws {
    let printer = try MessagePrinter(site: try MessageSamples.site(), digest: "weekly")
    #expect(throws: MessageFault.unusable(field: "Subject", reason: "a header cannot be blank")) {
      try printer.printed(MessageSamples.edition(subject: subject), issue: 1)
    }
  }

  @Test func aSenderThatNeedsSMTPUTF8IsRefused() throws {
    var site = try MessageSamples.site()
    site.mail?.replyTo = Mailbox(address: try #require(EmailAddress("zoë@example.org")))
    #expect(
      throws: MessageFault.unusable(
        field: "Reply-To", reason: "\"zoë@example.org\" is not an address, local@domain")
    ) { try MessagePrinter(site: site, digest: "weekly") }
  }
}
