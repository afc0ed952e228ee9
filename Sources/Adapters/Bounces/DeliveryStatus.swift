internal import Model
internal import Text

/// `message/delivery-status` (RFC 3464) and `message/global-delivery-status` (RFC 6533).
struct DeliveryStatus {
  /// The report's fields about one recipient.
  struct Recipient {
    enum Action: String { case failed, delayed, delivered, relayed, expanded }

    let action: Action
    let status: String?
    /// The address the message was sent to, before any forwarding, if the report includes it.
    let address: EmailAddress?
    /// Excludes the name of the protocol; nil if the report does not include it.
    let diagnostic: String?
  }

  private(set) var recipients: [Recipient] = []
  /// Nonstandard, but Gmail and others include it.
  private(set) var messageID: String?

  private static let maxRecipients = 1000

  init(_ body: [UInt8]) {
    var rest = body[...]
    while !rest.isEmpty, recipients.count < Self.maxRecipients {
      let group = HeaderFields(reading: &rest)
      messageID = messageID ?? group["x-original-message-id"].flatMap(angleBracketed)
      recipients += group.parted(atSecond: ["original-recipient", "final-recipient"]).compactMap(Recipient.init)
    }
  }
}

extension DeliveryStatus {
  /// A diagnostic code without the name of its protocol.
  static func withoutType(_ value: String) -> String {
    guard let semicolon = value.firstIndex(of: ";"), value[..<semicolon].utf8.count <= 20 else { return value }
    return value[value.index(after: semicolon)...].trimmed
  }
}

extension DeliveryStatus.Recipient {
  /// Nil if the group is not about a recipient.
  fileprivate init?(_ group: HeaderFields) {
    let addresses = ["original-recipient", "final-recipient", "x-actual-recipient"].compactMap { group[$0] }
    guard !addresses.isEmpty || group["action"] != nil else { return nil }
    address = addresses.lazy.compactMap(typedAddress).first
    status = group["status"]
    diagnostic = group["diagnostic-code"].map(DeliveryStatus.withoutType)
    let written = group["action"].map { $0.lowercased().prefix { ("a"..."z").contains($0) } }
    action = written.flatMap { Action(rawValue: String($0)) } ?? Action(status: group["status"])
  }
}

extension DeliveryStatus.Recipient.Action {
  /// The action of a report without a valid action field.
  fileprivate init(status: String?) {
    switch status?.first {
    case "2": self = .delivered
    case "4": self = .delayed
    default: self = .failed
    }
  }
}
