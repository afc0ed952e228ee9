import Digests
import Model
import Testing

struct MessageFaultTests {
  @Test func withoutMailSettingsNoMessageIsMade() throws {
    var site = try MessageSamples.site()
    site.mail = nil
    #expect(throws: MessageFault.noMailSettings) { try MessageRenderer(site: site, digest: "weekly") }
  }

  @Test func aPartWithoutAnUnsubscribeLinkIsNotMailed() throws {
    let renderer = try MessageRenderer(site: try MessageSamples.site(), digest: "weekly")
    let link = Edition.Blank.unsubscribeURL.token
    #expect(throws: MessageFault.noUnsubscribeLink(.html)) {
      try renderer.encoded(sample(html: "<p>", text: link), issue: 1, date: MessageSamples.monday)
    }
    #expect(throws: MessageFault.noUnsubscribeLink(.text)) {
      try renderer.encoded(sample(html: link, text: "text"), issue: 1, date: MessageSamples.monday)
    }
  }

  @Test(arguments: ["\u{1}nobody\u{1}", "\u{1}", "\u{1}unsubscribe_url", "\u{1}\u{1}"])
  func anUnknownBlankIsNotMailed(end: String) throws {
    let renderer = try MessageRenderer(site: try MessageSamples.site(), digest: "weekly")
    let link = Edition.Blank.unsubscribeURL.token
    #expect(throws: MessageFault.unknownBlank(.text)) {
      try renderer.encoded(sample(html: link, text: link + end), issue: 1, date: MessageSamples.monday)
    }
  }

  @Test func moreHTMLThanMailProgramsShowIsNotMailed() throws {
    let renderer = try MessageRenderer(site: try MessageSamples.site(), digest: "weekly")
    let link = Edition.Blank.unsubscribeURL.token
    let fill = String(repeating: "x", count: 102_400 - link.utf8.count)
    _ = try renderer.encoded(sample(html: link + fill, text: link), issue: 1, date: MessageSamples.monday)
    #expect(throws: MessageFault.tooLong(bytes: 102_401, most: 102_400)) {
      try renderer.encoded(sample(html: link + fill + "x", text: link), issue: 1, date: MessageSamples.monday)
    }
  }

  @Test(arguments: ["", "  ", "\u{0}\n\u{202E}"])
  func aSubjectWithNothingToReadIsNotMailed(subject: String) throws {
    let renderer = try MessageRenderer(site: try MessageSamples.site(), digest: "weekly")
    #expect(throws: MessageFault.unusable(field: "Subject", reason: "a header cannot be blank")) {
      try renderer.encoded(MessageSamples.edition(subject: subject), issue: 1, date: MessageSamples.monday)
    }
  }

  @Test func aSenderThatNeedsSMTPUTF8IsRefused() throws {
    var site = try MessageSamples.site()
    site.mail?.replyTo = Mailbox(address: try #require(EmailAddress("zoë@example.org")))
    #expect(
      throws: MessageFault.unusable(
        field: "Reply-To", reason: "\"zoë@example.org\" is not an address, local@domain")
    ) { try MessageRenderer(site: site, digest: "weekly") }
  }
}

private func sample(html: String, text: String) -> Edition {
  Edition(feeds: [], subject: "a", html: html, text: text)
}
