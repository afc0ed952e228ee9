import CourantTesting
import Cryptography
import Digests
import Foundation
import Model
import Templates
import Testing
import Text
import Time

@Suite struct LetterRendererTests {
  private static func letter(_ kind: Letter.Kind, isKnown: Bool = true, language: String? = nil) -> Letter {
    var letter = Letter(kind, id: .init(12), to: mailbox("reader@example.org"), asked: MessageSamples.monday)
    letter.language = language
    if kind != .alreadyFollowing { letter.permit = "permit7token" }
    let hasPreferences = kind == .alreadyFollowing || kind == .privateFeeds || (isKnown && kind == .link)
    if hasPreferences { letter.preferences = "subscription7token" }
    if kind == .privateFeeds { letter.feedToken = "feed7token" }
    if kind == .confirm || kind == .alreadyFollowing || kind == .privateFeeds {
      letter.wanted = [WantedDigest("weekly"), WantedDigest("daily", .some(feeds("als", "ms")))]
    }
    return letter
  }

  private static func site() throws -> Site {
    var site = try MessageSamples.site()
    site.digests = [.sample("weekly"), .sample("daily")]
    site.digests[0].title = "The week in neurology"
    site.feeds = [.sample("als"), .sample("ms")]
    site.feeds[1].isPrivate = true
    return site
  }

  private static func message(_ letter: Letter, on site: Site? = nil) throws -> String {
    let renderer = try LetterRenderer(site: site ?? Self.site(), templates: TemplateSet())
    return String(decoding: try renderer.message(letter), as: UTF8.self)
  }

  /// The text part, decoded.
  private static func text(_ message: String) -> String { part(message, 1) }
  private static func html(_ message: String) -> String { part(message, 2) }

  private static func part(_ message: String, _ number: Int) -> String {
    let boundary = message.firstMatch(of: /boundary="([^"]+)"/)?.1 ?? ""
    let parts = message.components(separatedBy: "--\(boundary)")
    guard parts.indices.contains(number) else { return "" }
    let encoded = parts[number].components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
      .replacing("=\r\n", with: "")
    var bytes: [UInt8] = []
    var rest = encoded.utf8[...]
    while let first = rest.first {
      if first == UInt8(ascii: "="), let byte = UInt8(String(Substring(rest.dropFirst().prefix(2))), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    // The last CRLF belongs to the delimiter (RFC 2046 §5.1.1).
    return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing(/\n$/, with: "")
  }

  private static func links(in html: String) -> [String] { html.matches(of: /href="([^"]*)"/).map { String($0.1) } }

  private static let base = "https://News.example.org:8443/site"

  @Test(arguments: [
    (Letter.Kind.confirm, true, ["confirm/permit7token", "refuse/permit7token"]),
    (.alreadyFollowing, true, ["preferences/subscription7token"]), (.link, true, ["access/permit7token"]),
    (.link, false, ["subscribe", "refuse/permit7token"]),
    (.newAddress, true, ["move/permit7token", "refuse/permit7token"]),
    (.oldAddress, true, ["move-back/permit7token"]),
    (.privateFeeds, true, ["feeds/for/feed7token/ms/rss.xml", "preferences/subscription7token"]),
  ])
  func eachLetterHasOneLinkAndMayRefuse(_ kind: Letter.Kind, isKnown: Bool, _ paths: [String]) throws {
    let message = try Self.message(Self.letter(kind, isKnown: isKnown))
    let urls = paths.map { "\(Self.base)/\($0)" }
    #expect(Self.links(in: Self.html(message)) == urls)
    let text = Self.text(message)
    for url in urls { #expect(text.components(separatedBy: "\n").contains(url), "\(url)\n\(text)") }
  }

  @Test func aTemplateWithoutTheAddressesIsNotMailed() throws {
    let whole = try TemplateSet()
    for (name, part) in [("letter.html", "HTML part"), ("letter.text", "text part")] {
      let own = try TemplateSet(overrides: [(name: name, path: "templates/" + name, text: "{{url}} {{refuse_url}}")])
      let renderer = try LetterRenderer(site: Self.site(), templates: own)
      #expect(throws: MessageFault.self, "\(part)") { try renderer.message(Self.letter(.privateFeeds)) }
      _ = try renderer.message(Self.letter(.link))
    }
    var site = try Self.site()
    site.feeds[1].isPrivate = false
    #expect(throws: MessageFault.self) { try Self.message(Self.letter(.privateFeeds), on: site) }
    #expect(try LetterRenderer(site: site, templates: whole).sample(of: .privateFeeds) == nil)
  }

  /// A welcome is rendered as an issue, and a letter to operators has its own wording.
  private static let rendered = Letter.Kind.allCases.filter { $0 != .welcome && $0 != .operators }

  @Test func aLetterToOperatorsHasItsOwnWordsAndNoLinkThatActs() throws {
    var letter = Self.letter(.operators)
    letter.note = OperatorNote(subject: "weekly is held", text: "Why: <review>\n\nRelease it: courant release weekly\n")
    let message = try Self.message(letter)
    #expect(message.contains("\r\nSubject: weekly is held\r\n"))
    #expect(message.contains("\r\nContent-Language: en\r\n"))
    #expect(Self.text(message).contains("Why: <review>\n\nRelease it: courant release weekly\n"))
    #expect(Self.html(message).contains("Why: &lt;review&gt;"))
    #expect(Self.links(in: Self.html(message)) == [])
  }

  /// Without the publisher's address, titles and URLs.
  @Test(arguments: ["en", "de", "fr", "es", "ar"], rendered)
  func lettersAreShortInEveryLanguage(_ language: String, _ kind: Letter.Kind) throws {
    for isKnown in [true, false] {
      let message = try Self.message(Self.letter(kind, isKnown: isKnown, language: language))
      #expect(message.contains("\r\nContent-Language: \(language == "en" ? "en" : language)"))
      let words = Self.text(message).split(whereSeparator: \.isWhitespace).filter { !$0.hasPrefix("https:") }
      #expect(words.count <= 90, "\(words.count) words")
      let html = Self.html(message)
      #expect(html.contains("<html lang=\"\(language)\" dir=\"\(language == "ar" ? "rtl" : "ltr")\">"))
      #expect(!message.contains("{{") && !html.contains("{site}") && !html.contains("{date}"))
    }
  }

  @Test func theConfirmationIsWholeAsALetterAndNamesNobody() throws {
    var site = try Self.site()
    site.web = WebSettings()
    site.web?.lettersFrom = Mailbox("Neurology <letters@news.example.org>")
    let message = try Self.message(Self.letter(.confirm), on: site)
    let head = message.components(separatedBy: "\r\n\r\n")[0].replacing("\r\n ", with: " ")
    let fields = head.components(separatedBy: "\r\n").map { $0.components(separatedBy: ": ")[0] }
    #expect(
      fields == [
        "Date", "From", "Reply-To", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
        "Content-Language",
      ])
    #expect(head.contains("From: Neurology <letters@news.example.org>"))
    #expect(head.contains("To: <reader@example.org>"))
    #expect(head.contains("Subject: Two taps to confirm: Neurology research, explained"))
    #expect(head.contains("Auto-Submitted: auto-generated"))
    #expect(
      Self.text(message) == """
        Neurology research, explained
        =============================

        On 23 November 2026, someone entered this address at Neurology research,
        explained and asked for these emails:

        - The week in neurology
        - Daily: Feed als and Feed ms

        Yes, send me these emails:
        https://News.example.org:8443/site/confirm/permit7token

        The link opens a page with a button. Until you press it, we send
        nothing. The link works for 30 days.

        It was not me: never write to this address again
        https://News.example.org:8443/site/refuse/permit7token


        * * *

        Example Research Trust, 1 High Street, London

        """)
  }

  @Test func theMessageIDIsAlwaysTheSameAndNoOther() throws {
    let renderer = try LetterRenderer(site: Self.site(), templates: TemplateSet())
    let letter = Self.letter(.confirm)
    let id = renderer.messageID(of: letter)
    #expect(id.wholeMatch(of: /<letter\.12\.[a-z2-7]{24}@news\.example\.org>/) != nil, "\(id)")
    #expect(try renderer.message(letter) == renderer.message(letter))
    var other = letter
    other.permit = "another"
    #expect(renderer.messageID(of: other) != id)
  }

  @Test func lettersAreSignedLikeIssues() throws {
    var site = try Self.site()
    let key = try SigningKey(pem: Array(SampleKeys.rsa.utf8))
    let settings = DKIMSettings(domain: "example.org", key: .init(selector: "courant", file: "dkim.pem"), ed25519: nil)
    site.mail?.dkim = settings
    let unsigned = try LetterRenderer(site: site, templates: TemplateSet())
    #expect(throws: MessageFault.unsigned) { try unsigned.message(Self.letter(.confirm)) }
    let renderer = try LetterRenderer(
      site: site, templates: TemplateSet(), signers: MailSigners(settings, keys: [key]))
    for kind in Self.rendered {
      let verifier = DKIMVerifier(try renderer.message(Self.letter(kind, language: "ar")))
      #expect(verifier.verdicts(["courant._domainkey.example.org": key.publicKey]) == ["valid"], "\(kind)")
    }
  }

  @Test func aTemplateWithoutTheLinkMailsNobody() throws {
    let own: [TemplateSet.File] = [("letter.text", "templates/letter.text", "Hello. {{url}}\n")]
    let renderer = try LetterRenderer(site: Self.site(), templates: TemplateSet(overrides: own))
    let fault = MessageFault.lettersLink(.text, url: "refuse_url")
    #expect(throws: fault) { try renderer.message(Self.letter(.confirm)) }
    #expect("\(fault)" == "the text of the letter does not show its link; add {{refuse_url}} to its template")
    var lapsed = Self.letter(.confirm)
    lapsed.permit = nil
    #expect(throws: MessageFault.noLink) { try renderer.message(lapsed) }
  }
}
