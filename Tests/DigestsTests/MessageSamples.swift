import Model
import Testing
import Time

enum MessageSamples {
  /// 2026-11-23T07:00:05Z.
  static let monday = Instant(seconds: 1_795_417_205)

  static func site(zone: String = "Europe/London") throws -> Site {
    var site = Site(
      title: "Neurology research, explained", url: "https://News.example.org:8443/site", language: "en-GB",
      zone: try #require(Zone(zone)), publisher: "Example Research Trust, 1 High Street, London")
    site.mail = MailSettings(
      from: try #require(Mailbox("Neurology – explained <digest@news.example.org>")),
      smtp: MailSettings.Relay(host: "127.0.0.1", port: 25))
    site.mail?.replyTo = Mailbox("The Editors <editors+answers@news.example.org>")
    return site
  }

  static func edition(subject: String = "Blood–brain barrier and 3 more") -> Edition {
    let (address, link) = (Edition.Blank.readerAddress.token, Edition.Blank.unsubscribeURL.token)
    return Edition(
      feeds: [], subject: subject,
      html: """
        <!doctype html>
        <html lang="en-GB"><title>News</title>
        <p>From the “blood–brain barrier” to the clinic: x = 1.
        <p>Sent to \(address). <a href="\(link)">Unsubscribe</a>

        """,
      text: """
        From the “blood–brain barrier” to the clinic: x = 1.
        .

        Sent to \(address).
        Unsubscribe: \(link)

        """)
  }

  static func addressee(
    name: String? = nil, address: String = "reader@example.org", token: String = "q7rw2k4n"
  ) throws -> Addressee {
    Addressee(name: name, address: try #require(EmailAddress(address)), token: token)
  }
}
