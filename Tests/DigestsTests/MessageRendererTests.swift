import Digests
import Model
import Testing

struct MessageRendererTests {
  @Test func aMessageIsWrittenByteForByte() throws {
    let renderer = try MessageRenderer(site: try MessageSamples.site(), digest: "weekly")
    let encoded = try renderer.encoded(MessageSamples.edition(), issue: 12, date: MessageSamples.monday)
    let reader = try MessageSamples.addressee(name: "Zoë Müller")
    let message = try renderer.message(
      encoded, for: reader, messageID: renderer.messageID(issue: 12, for: reader))
    #expect(String(decoding: message, as: UTF8.self) == golden(after: ""))
  }

  @Test func aTestDiffersByOneField() throws {
    let renderer = try MessageRenderer(site: try MessageSamples.site(), digest: "weekly")
    let encoded = try renderer.encoded(MessageSamples.edition(), issue: 12, date: MessageSamples.monday)
    let reader = try MessageSamples.addressee(name: "Zoë Müller")
    let message = try renderer.message(
      encoded, for: reader, messageID: renderer.messageID(issue: 12, for: reader),
      isTest: true)
    #expect(String(decoding: message, as: UTF8.self) == golden(after: "X-Courant-Test: yes\n"))
  }

  /// Apple Mail may leave the subject empty.
  @Test func anAddressWithAPlaceForTheTokenCarriesIt() throws {
    var site = try MessageSamples.site()
    site.mail?.unsubscribe = EmailAddress("leave+{token}@news.example.org")
    let renderer = try MessageRenderer(site: site, digest: "weekly")
    let reader = try MessageSamples.addressee(token: "q7rw2k4n")
    #expect(
      renderer.unsubscribeURL(for: reader)
        == "mailto:leave%2Bq7rw2k4n@news.example.org?subject=unsubscribe%20q7rw2k4n")
  }

  @Test func aMessageIDIsTheSameForEveryAttemptAndUniqueToItsDelivery() throws {
    let weekly = try MessageRenderer(site: try MessageSamples.site(), digest: "weekly")
    let daily = try MessageRenderer(site: try MessageSamples.site(), digest: "daily")
    let (ann, bob) = (try MessageSamples.addressee(token: "ann"), try MessageSamples.addressee(token: "bob"))
    let ids = [
      weekly.messageID(issue: 1, for: ann), weekly.messageID(issue: 1, for: bob), weekly.messageID(issue: 2, for: ann),
      daily.messageID(issue: 1, for: ann),
    ]
    #expect(Set(ids).count == 4)
    #expect(
      try MessageRenderer(site: try MessageSamples.site(), digest: "weekly").messageID(issue: 1, for: ann) == ids[0])
    #expect(ids[0] == "<weekly.1.c6l6ja4fnueffryxiecabght@news.example.org>")
  }

  @Test func theDateShowsTheClockOfTheSite() throws {
    #expect(try field("Date", zone: "America/New_York") == "Mon, 23 Nov 2026 02:00:05 -0500")
    #expect(try field("Date", zone: "Asia/Kathmandu") == "Mon, 23 Nov 2026 12:45:05 +0545")
  }

  @Test(
    arguments: [
      (nil, "<reader@example.org>"),
      ("Ann", "Ann <reader@example.org>"),
      (" Ann \t Lee\u{202E}\u{200B} ", "Ann Lee <reader@example.org>"),
      ("Ann\r\nBcc: b", "\"Ann Bcc: b\" <reader@example.org>"),
      ("support@bank.example", "<reader@example.org>"),
      ("\u{0}\u{FEFF}", "<reader@example.org>"),
    ] as [(String?, String)])
  func theNameOfAReaderIsACourtesy(name: String?, to: String) throws {
    #expect(try field("To", name: name) == to)
  }

  @Test(arguments: [
    ("a\r\nBcc: b@example.org", "a Bcc: b@example.org"),
    ("e\u{301}\u{202E}gnp\u{FFFE}", "=?utf-8?B?w6lnbnA=?="),
    ("👩‍⚕️", "=?utf-8?B?8J+RqeKAjeKale+4jw==?="),
  ])
  func aSubjectIsOneHonestLine(subject: String, written: String) throws {
    #expect(try field("Subject", edition: MessageSamples.edition(subject: subject)) == written)
  }

  @Test(arguments: [
    (String(repeating: "ab ", count: 66) + "cd", String(repeating: "ab ", count: 66) + "cd"),
    (String(repeating: "ab ", count: 66) + "cde", String(repeating: "ab ", count: 66) + "=?utf-8?B?Y+KApg==?="),
  ])
  func aSubjectHasAtMost200Scalars(subject: String, written: String) throws {
    #expect(try field("Subject", edition: MessageSamples.edition(subject: subject)) == written)
  }

  @Test func aLongSubjectEndsInAnEllipsis() throws {
    let words = String(repeating: "word ", count: 1000)
    let subject = try field("Subject", edition: MessageSamples.edition(subject: words))
    #expect(subject == String(repeating: "word ", count: 39) + "=?utf-8?B?d29yZOKApg==?=")
  }

  @Test func onlyAnAddressBeyondASCIIMakesAMessageBeyondASCII() throws {
    #expect(try field("To", address: "zoë@example.org") == "<zoë@example.org>")
    #expect(try field("To", address: "zoe@exämple.org") == "<zoe@xn--exmple-cua.org>")
  }

  @Test func valuesAreEscapedInTheHTMLAlone() throws {
    let renderer = try MessageRenderer(site: try MessageSamples.site(), digest: "weekly")
    let encoded = try renderer.encoded(MessageSamples.edition(), issue: 1, date: MessageSamples.monday)
    let reader = try MessageSamples.addressee(address: "o'neil&sons@example.org")
    let message = try renderer.message(encoded, for: reader, messageID: "<a@b.org>")
    let lines = String(decoding: message, as: UTF8.self).split(separator: "\r\n")
    #expect(
      lines.filter { $0.contains("neil") } == [
        "To: <o'neil&sons@example.org>", "o'neil&sons@example.org=", "o&#39;neil&amp;sons@example.org=",
      ])
  }
}

private func field(
  _ name: String, zone: String = "Europe/London", edition source: Edition = MessageSamples.edition(),
  name readerName: String? = nil,
  address: String = "reader@example.org"
) throws -> String {
  let renderer = try MessageRenderer(site: try MessageSamples.site(zone: zone), digest: "weekly")
  let reader = try MessageSamples.addressee(name: readerName, address: address)
  let message = try renderer.message(
    try renderer.encoded(source, issue: 12, date: MessageSamples.monday), for: reader, messageID: "<a@b.org>")
  let lines = String(decoding: message, as: UTF8.self).replacing("\r\n ", with: " ").split(separator: "\r\n")
  return String(try #require(lines.first { $0.hasPrefix("\(name): ") }).dropFirst(name.count + 2))
}

private func golden(after test: String) -> String {
  """
  Date: Mon, 23 Nov 2026 07:00:05 +0000
  From: =?utf-8?Q?Neurology_=E2=80=93_explained?= <digest@news.example.org>
  Reply-To: The Editors <editors+answers@news.example.org>
  To: =?utf-8?B?Wm/DqyBNw7xsbGVy?= <reader@example.org>
  Subject: =?utf-8?Q?Blood=E2=80=93brain?= barrier and 3 more
  Message-ID: <weekly.12.okikxnupi75qgpnldjfqp6w5@news.example.org>
  List-Id: "Neurology research, explained: Weekly" <weekly.news.example.org>
  List-Unsubscribe: <mailto:editors%2Banswers@news.example.org?subject=unsubscribe%20q7rw2k4n>
  List-Archive: <https://News.example.org:8443/site/archive/>
  List-Help: <mailto:editors%2Banswers@news.example.org?subject=help>
  List-Owner: <mailto:editors%2Banswers@news.example.org>
  Feedback-ID: 12:weekly:digest:gjlnn63foymq
  Precedence: bulk
  Auto-Submitted: auto-generated
  MIME-Version: 1.0
  Content-Type: multipart/alternative; boundary="=_7uyocm4zgjwv3kb5c75yel76"
  Content-Language: en-GB
  \(test)
  --=_7uyocm4zgjwv3kb5c75yel76
  Content-Type: text/plain; charset=utf-8
  Content-Transfer-Encoding: quoted-printable

  =46rom the =E2=80=9Cblood=E2=80=93brain barrier=E2=80=9D to the clinic: x =
  =3D 1.
  =2E

  Sent to =
  reader@example.org=
  =2E
  Unsubscribe: =
  mailto:editors%2Banswers@news.example.org?subject=3Dunsubscribe%20q7rw2k4n=


  --=_7uyocm4zgjwv3kb5c75yel76
  Content-Type: text/html; charset=utf-8
  Content-Transfer-Encoding: quoted-printable

  <!doctype html>
  <html lang=3D"en-GB"><title>News</title>
  <p>From the =E2=80=9Cblood=E2=80=93brain barrier=E2=80=9D to the clinic: x =
  =3D 1.
  <p>Sent to =
  reader@example.org=
  =2E <a href=3D"=
  mailto:editors%2Banswers@news.example.org?subject=3Dunsubscribe%20q7rw2k4n=
  ">Unsubscribe</a>

  --=_7uyocm4zgjwv3kb5c75yel76--

  """.replacing("\n", with: "\r\n")
}
