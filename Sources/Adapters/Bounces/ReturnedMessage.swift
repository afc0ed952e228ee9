internal import Model

/// The header of the returned message, if the report includes it.
struct ReturnedMessage {
  private let fields: HeaderFields

  init(_ parts: MailParts) {
    let part = parts.first(
      "message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers", "message/rfc822-headers")
    self.init(part?.body[...] ?? [])
  }

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    // Some servers put empty lines before it.
    while rest.first == 0x0A || rest.first == 0x0D { rest = rest.dropFirst() }
    fields = HeaderFields(reading: &rest)
  }

  var isThere: Bool { !fields.isEmpty }

  subscript(_ name: String) -> String? { fields[name] }

  var messageID: String? { fields["message-id"].flatMap(angleBracketed) }

  /// The senders of the message.
  var senders: [EmailAddress] {
    ["from", "sender", "return-path", "reply-to"].compactMap { fields[$0] }.compactMap { address(in: $0) }
  }

  /// The recipient of the message, for reports that do not name one.
  var recipient: EmailAddress? {
    (fields["x-hmxmroriginalrecipient"] ?? fields["to"]).flatMap { address(in: $0) }
  }
}

/// `<left@right>` from a field; nil if it contains none.
func angleBracketed(_ value: String) -> String? {
  guard let open = value.firstIndex(of: "<"), let close = value[open...].firstIndex(of: ">") else { return nil }
  let id = value[open...close]
  return id.utf8.count <= 998 && id.contains("@") && !id.contains(where: \.isWhitespace) ? String(id) : nil
}

/// The token of our envelope sender: from the address that received the report, or from the sender
/// of the returned message.
func bounceToken(_ fields: HeaderFields, _ others: [String?]) -> String? {
  let places = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to", "to"]
  return (places.flatMap(fields.all) + others.compactMap(\.self)).lazy.compactMap { address(in: $0)?.tag }
    .first(where: isToken)
}

/// 29 letters and digits of Base32; only the ledger can check whether it issued them.
private func isToken(_ tag: String) -> Bool {
  tag.utf8.count == 29
    && tag.lowercased().utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
}
