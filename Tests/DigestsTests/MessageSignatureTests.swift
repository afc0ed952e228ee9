import CourantTesting
import Digests
import Foundation
import Cryptography
import Model
import Testing
import Time

struct MessageSignatureTests {
  private let rsa = DKIMSettings.Key(selector: "courant", file: "dkim.pem")
  private let ed25519 = DKIMSettings.Key(selector: "ed", file: "dkim-ed25519.pem")
  private let rsaKey: SigningKey
  private let ed25519Key: SigningKey

  init() throws {
    rsaKey = try SigningKey(pem: Array(SampleKeys.rsa.utf8))
    ed25519Key = try SigningKey(pem: Array(SampleKeys.ed25519.utf8))
  }

  private var publicKeys: [String: [UInt8]] {
    [
      "courant._domainkey.example.org": rsaKey.publicKey, "ed._domainkey.example.org": ed25519Key.publicKey,
    ]
  }

  private func renderer(isDouble: Bool = true) throws -> MessageRenderer {
    var site = try MessageSamples.site()
    let settings = DKIMSettings(domain: "example.org", key: rsa, ed25519: isDouble ? ed25519 : nil)
    site.mail?.dkim = settings
    site.mail?.oneClick = "https://news.example.org/unsubscribe"
    let signers = try MailSigners(settings, keys: isDouble ? [rsaKey, ed25519Key] : [rsaKey])
    return try MessageRenderer(site: site, digest: "weekly", signers: signers)
  }

  private func message(isDouble: Bool = true, isTest: Bool = false, name: String? = "Zoë  Müller") throws -> [UInt8] {
    let renderer = try renderer(isDouble: isDouble)
    let encoded = try renderer.encoded(MessageSamples.edition(), issue: 12, date: MessageSamples.monday)
    let reader = try MessageSamples.addressee(name: name)
    return try renderer.message(
      encoded, for: reader, messageID: renderer.messageID(issue: 12, for: reader), isTest: isTest)
  }

  @Test func bothSignaturesAreValid() throws {
    #expect(DKIMVerifier(try message()).verdicts(publicKeys) == ["valid", "valid"])
    #expect(DKIMVerifier(try message()).tags.map { $0["a"] } == ["ed25519-sha256", "rsa-sha256"])
    #expect(DKIMVerifier(try message(isDouble: false)).verdicts(publicKeys) == ["valid"])
  }

  @Test func theSameMessageHasTheSameSignature() throws { #expect(try message() == message()) }

  @Test func theMarkOfATestIsNotSigned() throws {
    let verifier = DKIMVerifier(try message(isTest: true))
    #expect(verifier.verdicts(publicKeys) == ["valid", "valid"])
    #expect(verifier.tags.allSatisfy { $0["h"]?.contains("X-Courant-Test") == false })
  }

  @Test func everyFieldIsCoveredAndTheDangerousOnesOnceMore() throws {
    let names = """
      Date:From:Reply-To:To:Subject:Message-ID:List-Id:List-Unsubscribe:List-Unsubscribe-Post:List-Archive:List-Help:\
      List-Owner:Feedback-ID:Precedence:Auto-Submitted:MIME-Version:Content-Type:Content-Language:\
      From:To:Subject:Date:Reply-To:Cc:Message-ID:MIME-Version:Content-Type
      """
    #expect(DKIMVerifier(try message()).tags.map { $0["h"] } == [names, names])
  }

  @Test func aChangeOfAnyFieldIsDetected() throws {
    let lines = String(decoding: try message(), as: UTF8.self).components(separatedBy: "\r\n")
    let end = try #require(lines.firstIndex(of: ""))
    let start = try #require(lines.firstIndex { $0.hasPrefix("Date:") })
    for index in start..<end {
      var changed = lines
      changed[index] += "x"
      let verdicts = DKIMVerifier(Array(changed.joined(separator: "\r\n").utf8)).verdicts(publicKeys)
      #expect(verdicts == ["the header is another", "the header is another"], "\(lines[index])")
      changed = lines
      changed.remove(at: index)
      if !lines[index + 1].hasPrefix(" ") {
        #expect(!DKIMVerifier(Array(changed.joined(separator: "\r\n").utf8)).verdicts(publicKeys).contains("valid"))
      }
    }
  }

  @Test(arguments: ["From", "To", "Subject", "Date", "Reply-To", "Cc", "Message-ID", "MIME-Version", "Content-Type"])
  func anAddedFieldIsDetected(_ name: String) throws {
    let text = String(decoding: try message(), as: UTF8.self)
    for changed in ["\(name): x\r\n" + text, text.replacing("\r\nDate:", with: "\r\n\(name): x\r\nDate:")] {
      #expect(
        DKIMVerifier(Array(changed.utf8)).verdicts(publicKeys) == Array(repeating: "the header is another", count: 2))
    }
  }

  @Test func aChangeOfAnyByteOfTheBodyIsDetected() throws {
    let message = try message()
    let end = Array("\r\n\r\n".utf8)
    let start = try #require(message.indices.first { message[$0...].starts(with: end) }) + end.count
    for index in stride(from: start, to: message.count, by: 7) where ![0x0D, 0x0A, 0x20].contains(message[index]) {
      var changed = message
      changed[index] ^= 1
      #expect(
        DKIMVerifier(changed).verdicts(publicKeys) == ["the body is another", "the body is another"], "byte \(index)")
    }
    #expect(!DKIMVerifier(message + Array("x\r\n".utf8)).verdicts(publicKeys).contains("valid"))
  }

  @Test func signaturesSurviveWhiteSpaceChangesOfRelays() throws {
    let text = String(decoding: try message(), as: UTF8.self)
      .replacing("\r\nSubject: ", with: "\r\nSUBJECT:\t ").replacing("=\r\n", with: "= \r\n")
    #expect(DKIMVerifier(Array((text + "\r\n\r\n").utf8)).verdicts(publicKeys) == ["valid", "valid"])
  }

  @Test func aDigestWithASenderOfItsOwnIsSignedForItsDomain() throws {
    var site = try MessageSamples.site()
    let settings = DKIMSettings(domain: "example.org", key: rsa)
    let other = DKIMSettings(domain: "sleep.example", key: ed25519)
    site.mail?.dkim = settings
    site.mail?.otherDKIM = [other]
    var daily = Digest(name: "daily", cron: try CronExpression("@daily"))
    daily.from = Mailbox("Sleep <news@mail.sleep.example>")
    daily.replyTo = Mailbox("answers@sleep.example")
    site.digests = [daily]
    var signers = try MailSigners(settings, keys: [rsaKey])
    try signers.add(other, keys: [ed25519Key])
    let reader = try MessageSamples.addressee()
    let messages = try ["daily", "weekly"].map { name in
      let renderer = try MessageRenderer(site: site, digest: name, signers: signers)
      let encoded = try renderer.encoded(MessageSamples.edition(), issue: 12, date: MessageSamples.monday)
      let id = renderer.messageID(issue: 12, for: reader)
      return Parcel(
        sender: reader.address, recipient: reader.address,
        message: try renderer.message(encoded, for: reader, messageID: id))
    }
    #expect(
      ["From", "Reply-To", "List-Unsubscribe", "List-Owner"].map { messages[0].field($0) } == [
        "Sleep <news@mail.sleep.example>", "<answers@sleep.example>",
        "<mailto:answers@sleep.example?subject=unsubscribe%20q7rw2k4n>", "<mailto:answers@sleep.example>",
      ])
    #expect(messages[0].field("Message-ID")?.hasSuffix("@mail.sleep.example>") == true)
    let keys = ["ed._domainkey.sleep.example": ed25519Key.publicKey].merging(publicKeys) { $1 }
    #expect(messages.map { DKIMVerifier($0.message).verdicts(keys) } == [["valid"], ["valid"]])
    #expect(
      messages.map { DKIMVerifier($0.message).tags.compactMap { $0["d"] } } == [["sleep.example"], ["example.org"]])
  }

  @Test func aSiteThatSignsRendersNothingUnsigned() throws {
    var site = try MessageSamples.site()
    site.mail?.dkim = DKIMSettings(domain: "example.org", key: rsa)
    let renderer = try MessageRenderer(site: site, digest: "weekly")
    #expect(throws: MessageFault.unsigned) {
      try renderer.encoded(MessageSamples.edition(), issue: 12, date: MessageSamples.monday)
    }
  }

  /// Also checked with dkimpy.
  @Test func aSignedHeaderIsWrittenByteForByte() throws {
    let text = String(decoding: try message(), as: UTF8.self)
    let end = try #require(text.range(of: "\r\n\r\n"))
    #expect(String(text[..<end.lowerBound]).replacing("\r\n", with: "\n") == signedHeader)
    #expect(text.split(separator: "\r\n").prefix { !$0.hasPrefix("Date:") }.allSatisfy { $0.utf8.count <= 76 })
  }
}

private let signedHeader = """
  DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=example.org;
   s=ed; t=1795417205; bh=PUclnZIluYPyzA3iQyNSORAPay0BQeAtTDcvb2AXt5Q=;
   h=Date:From:Reply-To:To:Subject:Message-ID:List-Id:List-Unsubscribe:
   List-Unsubscribe-Post:List-Archive:List-Help:List-Owner:Feedback-ID:
   Precedence:Auto-Submitted:MIME-Version:Content-Type:Content-Language:From:
   To:Subject:Date:Reply-To:Cc:Message-ID:MIME-Version:Content-Type;
   b=2IT745NUL/tIItLPc5+++qws9CXzdfg6txX7BhphMbfgNf9Kqg10iI1FpwtdvtU5wapW08wit
   1uFLwfLjUMtCw==
  DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org;
   s=courant; t=1795417205; bh=PUclnZIluYPyzA3iQyNSORAPay0BQeAtTDcvb2AXt5Q=;
   h=Date:From:Reply-To:To:Subject:Message-ID:List-Id:List-Unsubscribe:
   List-Unsubscribe-Post:List-Archive:List-Help:List-Owner:Feedback-ID:
   Precedence:Auto-Submitted:MIME-Version:Content-Type:Content-Language:From:
   To:Subject:Date:Reply-To:Cc:Message-ID:MIME-Version:Content-Type;
   b=Ttwy+JSHhQom0NqMBLMEQWKl3GyxO56HpG8ezc8S8hHTogK5s4uxCSXNJv9y90wsm4nzRhviH
   2CvpkgUZ6yloKof3PDTOp/yZeG5oGHQ4McmsYOo0ckkWEfE0Yr7oZ0j12strTmiLQ8VqceskNyS
   XFYm9u0iH+/4fA5xhzlZA3zzoLNgrJllYBh3cEKTXUtSZwdQWV7fN/FRolx4Wah5ndxrtnp3lO2
   naEcimMtiqo2G6WqCJFZpCAVoVxgwTbsAJ3SeICWVTmaqe4bwR1IP+ILQBeWxnXoeXCYpJqQAaG
   OLYCuY469E5cXLBzxYniwdcju3yu5IFChEtmlWI/CrMQ==
  Date: Mon, 23 Nov 2026 07:00:05 +0000
  From: =?utf-8?Q?Neurology_=E2=80=93_explained?= <digest@news.example.org>
  Reply-To: The Editors <editors+answers@news.example.org>
  To: =?utf-8?B?Wm/DqyBNw7xsbGVy?= <reader@example.org>
  Subject: =?utf-8?Q?Blood=E2=80=93brain?= barrier and 3 more
  Message-ID: <weekly.12.okikxnupi75qgpnldjfqp6w5@news.example.org>
  List-Id: "Neurology research, explained: Weekly" <weekly.news.example.org>
  List-Unsubscribe: <https://news.example.org/unsubscribe/q7rw2k4n>,
   <mailto:editors%2Banswers@news.example.org?subject=unsubscribe%20q7rw2k4n>
  List-Unsubscribe-Post: List-Unsubscribe=One-Click
  List-Archive: <https://News.example.org:8443/site/archive/>
  List-Help: <mailto:editors%2Banswers@news.example.org?subject=help>
  List-Owner: <mailto:editors%2Banswers@news.example.org>
  Feedback-ID: 12:weekly:digest:gjlnn63foymq
  Precedence: bulk
  Auto-Submitted: auto-generated
  MIME-Version: 1.0
  Content-Type: multipart/alternative; boundary="=_7uyocm4zgjwv3kb5c75yel76"
  Content-Language: en-GB
  """

extension Parcel {
  /// The value of a header field, without the fields' folding; nil if there is none.
  fileprivate func field(_ name: String) -> String? {
    let lines = String(decoding: message, as: UTF8.self).replacing("\r\n ", with: " ").split(separator: "\r\n")
    return lines.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.utf8.count + 2)) }
  }
}
