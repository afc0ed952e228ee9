internal import Foundation
internal import Model

/// A JSON notification from Amazon SES about a message, instead of a report or in addition to one: a bounce, a
/// complaint, a delivery.
///
/// The JSON is the text of an email or the whole input, bare or as the `Message` of Amazon SNS, followed by a
/// paragraph on how to unsubscribe from the topic (Amazon SES Developer Guide, "Amazon SNS notification
/// contents for Amazon SES").
struct SESNotification: Decodable {
  /// `Bounce`, `Complaint` or `Delivery`. Event publishing has more types, and a different name for the field.
  let type: String
  let bounce: Failure?
  let complaint: Complaint?
  let mail: Mail?

  struct Failure: Decodable {
    /// `Permanent`, `Transient` or `Undetermined`.
    let bounceType: String
    /// `General`, `NoEmail`, `Suppressed`, `MailboxFull`, `ContentRejected` and others.
    let bounceSubType: String?
    let bouncedRecipients: [Recipient]
  }

  struct Recipient: Decodable {
    let emailAddress: String
    let status: String?
    let diagnosticCode: String?
  }

  struct Complaint: Decodable {
    let complainedRecipients: [Recipient]
    let userAgent: String?
    /// As in a feedback report (RFC 5965); nil if SES did not receive it.
    let complaintFeedbackType: String?
  }

  struct Mail: Decodable {
    /// The envelope sender.
    let source: String?
    let headers: [Header]?
  }

  struct Header: Decodable {
    let name: String
    let value: String
  }

  private enum Key: String, CodingKey { case notificationType, eventType, bounce, complaint, mail }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    let written = try fields.decodeIfPresent(String.self, forKey: .notificationType)
    type = try written ?? fields.decode(String.self, forKey: .eventType)
    bounce = try fields.decodeIfPresent(Failure.self, forKey: .bounce)
    complaint = try fields.decodeIfPresent(Complaint.self, forKey: .complaint)
    mail = try fields.decodeIfPresent(Mail.self, forKey: .mail)
  }
}

extension SESNotification {
  /// SES sends at most 256 kB.
  static let maxBytes = 300_000

  /// Nil if the text is anything else.
  init?(_ text: ArraySlice<UInt8>) {
    guard let object = firstObject(of: text.prefix(Self.maxBytes)) else { return nil }
    let decoder = JSONDecoder()
    // Most emails that begin with a brace are not notifications, which is not an error.
    let envelope = try? decoder.decode(Envelope.self, from: object)
    let message = envelope.map { Data($0.Message.utf8) } ?? object
    guard let found = try? decoder.decode(SESNotification.self, from: message) else { return nil }
    self = found
  }

  init?(_ parts: MailParts) {
    let candidates = parts.all.prefix(10).filter { $0.type.hasPrefix("text/") || $0.type == "application/json" }
    guard let found = candidates.lazy.compactMap({ SESNotification($0.body[...]) }).first else { return nil }
    self = found
  }

  /// The header of the message it is about, with our own Message-ID, which SES replaces in transit.
  var returned: ReturnedMessage {
    let fields = (mail?.headers ?? []).map { "\($0.name): \($0.value)\n" }.joined()
    return ReturnedMessage(Array("Return-Path: <\(mail?.source ?? "")>\n\(fields)".utf8)[...])
  }
}

extension SESNotification.Failure {
  /// - Parameter said: the kind proved by the server's words and codes, or nil if they are ambiguous.
  func kind(said: Bounce.Kind?) -> Bounce.Kind {
    switch bounceType {
    case "Permanent": said ?? .hard
    case "Transient" where said == .hard: .soft
    default: said ?? (isAboutOurText ? .policy : .soft)
    }
  }

  private var isAboutOurText: Bool {
    ["MessageTooLarge", "ContentRejected", "AttachmentRejected"].contains(bounceSubType)
  }
}

/// The envelope of Amazon SNS.
private struct Envelope: Decodable {
  let Message: String
}

/// The text from its first brace, which must be its first character, to the matching closing brace. Line endings are
/// removed: they are invalid inside JSON strings, but some servers wrap long lines. Sendmail also inserts a `!`
/// before and a space after them.
private func firstObject(of text: ArraySlice<UInt8>) -> Data? {
  guard text.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return nil }
  let whole = String(decoding: text, as: UTF8.self).replacing("\r\n", with: "\n").replacing("!\n ", with: "")
  let bytes = whole.utf8.filter { $0 != 0x0A && $0 != 0x0D }
  var depth = 0
  var isString = false
  var isEscaped = false
  for (index, byte) in bytes.enumerated() {
    if isString {
      if byte == UInt8(ascii: "\""), !isEscaped { isString = false }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      continue
    }
    switch byte {
    case UInt8(ascii: "\""): isString = true
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "}"): depth -= 1
    default: break
    }
    if byte == UInt8(ascii: "}"), depth == 0 { return Data(bytes[...index]) }
  }
  return nil
}
