import Bounces
import Foundation
import Testing

/// Amazon's notifications in JSON, in every wrapping that they come in.
@Suite struct SESNotificationTests {
  private let token = "aaaaaaaaaaaacq6h7m2nkx3b5vwtd"

  private func bounce(_ type: String, _ subType: String, _ recipient: String) -> String {
    #"{"notificationType":"Bounce","bounce":{"bounceType":"\#(type)","bounceSubType":"\#(subType)","#
      + #""bouncedRecipients":[{"emailAddress":"ann@example.com"\#(recipient)}]},"mail":\#(mail)}"#
  }

  private var mail: String {
    #"{"source":"bounces+\#(token)@news.example.org","destination":["ann@example.com"],"headers":"#
      + #"[{"name":"Message-ID","value":"<weekly.12.x@news.example.org>"}]}"#
  }

  private func lines(_ text: String) -> [String] { BounceReader.read(Array(text.utf8)).lines }

  private func expected(_ start: String, _ words: String) -> [String] {
    ["\(start) ann@example.com +\(token) <weekly.12.x@news.example.org> | \(words)"]
  }

  private var unknown: String {
    bounce("Permanent", "General", #","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown""#)
  }

  private static let head =
    "From: no-reply@sns.amazonaws.example\nTo: ops@news.example.org\nSubject: AWS Notification\n"
  private static let footer = "\n\n--\nIf you wish to stop receiving notifications, visit {the link} below.\n"

  @Test func theSameIsReadInEveryWrapping() throws {
    let envelope = ["Type": "Notification", "Message": unknown]
    let wrapped = String(decoding: try JSONEncoder().encode(envelope), as: UTF8.self)
    let base64 = Data(unknown.utf8).base64EncodedString(options: .lineLength76Characters)
    let quoted = unknown.replacing("=", with: "=3D").replacing("\"bounce\"", with: "=\n\"bounce\"")
    let long = unknown.replacing("\"mail\"", with: "\"ma!\n il\"")
    let mails = [
      unknown, "\n" + unknown + "\n", wrapped, Self.head + "\n" + unknown + Self.footer,
      Self.head + "\n" + wrapped + Self.footer, Self.head + "\n" + long + Self.footer,
      Self.head + "Content-Transfer-Encoding: base64\n\n" + base64,
      Self.head + "Content-Transfer-Encoding: quoted-printable\n\n" + quoted + Self.footer,
      Self.head + "Content-Type: application/json\n\n" + unknown,
      Self.head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\n\n" + unknown + "\n--b--\n",
      unknown.replacing("notificationType", with: "eventType"),
    ]
    for mail in mails { #expect(lines(mail) == expected("hard 5.1.1", "550 5.1.1 user unknown"), "\(mail)") }
  }

  @Test(arguments: [
    ("Permanent", "NoEmail", "", "hard -"), ("Permanent", "OnAccountSuppressionList", "", "hard -"),
    ("Permanent", "General", #""diagnosticCode":"smtp; 550 5.1.1 mailbox full""#, "soft 5.1.1"),
    ("Permanent", "General", #""diagnosticCode":"smtp; 550 5.7.1 blocked using bl.example.net""#, "policy 5.7.1"),
    ("Transient", "General", "", "soft -"), ("Transient", "MailboxFull", #""status":"5.2.2""#, "soft 5.2.2"),
    ("Transient", "General", #""diagnosticCode":"smtp; 550 user unknown""#, "soft -"),
    ("Transient", "ContentRejected", "", "policy -"), ("Transient", "MessageTooLarge", "", "policy -"),
    ("Undetermined", "Undetermined", "", "soft -"),
  ])
  func wordsDecideAndAmazonsTypeWhereThereAreNone(_ type: String, _ subType: String, _ fields: String, _ start: String)
  {
    let mail = bounce(type, subType, fields.isEmpty ? "" : "," + fields)
    #expect(lines(mail).first?.hasPrefix(start + " ann@example.com +\(token)") == true, "\(lines(mail))")
  }

  @Test(arguments: [
    (
      #""complaintFeedbackType":"abuse","userAgent":"Yahoo!-Mail-Feedback/2.0""#,
      "abuse, reported by Yahoo!-Mail-Feedback/2.0"
    ),
    (#""feedbackId":"x""#, "abuse, reported by Amazon SES"),
  ])
  func aComplaintIsOne(_ fields: String, _ words: String) {
    let complaint = #"{"complainedRecipients":[{"emailAddress":"ann@example.com"}],\#(fields)}"#
    let mail = #"{"notificationType":"Complaint","complaint":\#(complaint),"mail":\#(mail)}"#
    #expect(lines(mail) == expected("complaint -", words))
  }

  @Test(arguments: [
    (#"{"notificationType":"Delivery","delivery":{"recipients":["ann@example.com"]}}"#, "no bounce: delivered"),
    (#"{"eventType":"DeliveryDelay","deliveryDelay":{"delayType":"MailboxFull"}}"#, "no bounce: delayed"),
    (#"{"eventType":"Open","open":{}}"#, "no bounce: delivered"),
    (
      #"{"notificationType":"Complaint","complaint":{"complaintFeedbackType":"not-spam","complainedRecipients":"#
        + #"[{"emailAddress":"ann@example.com"}]}}"#, #"no bounce: feedback("not-spam")"#
    ),
    (#"{"notificationType":"AmazonSnsSubscriptionSucceeded"}"#, "no bounce: unknown"),
    (
      #"{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":[]}}"#, "no bounce: unknown"
    ),
  ])
  func receiptsAndDelaysAreNotBounces(_ mail: String, _ line: String) { #expect(lines(mail) == [line]) }

  /// They are mails like any other then.
  @Test(arguments: ["{", "{}", "{\"a\":[[[[", "{ nice weather }", "{\"Message\":\"hello\"}"])
  func aLetterThatBeginsWithABraceIsALetter(_ text: String) {
    #expect(lines("From: ann@example.com\nSubject: Hello\n\n\(text)\n") == ["no bounce: letter"])
  }

  @Test func readingDeeplyNestedPartsEnds() {
    let deep = String(repeating: "{\"a\":", count: 50_000) + String(repeating: "}", count: 50_000)
    #expect(lines("From: ann@example.com\nSubject: Hello\n\n\(deep)\n") == ["no bounce: letter"])
  }
}
