internal import Model

/// The header of the message that came back, as far as it came.
struct ReturnedMessage {
  private let fields: HeaderFields

  init(_ parts: MailParts) {
    let part = parts.first(
      "message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers", "message/rfc822-headers")
    self.init(part?.body[...] ?? [])
  }

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    // Some leave empty lines before it.
    while rest.first == 0x0A || rest.first == 0x0D { rest = rest.dropFirst() }
    fields = HeaderFields(reading: &rest)
  }

  var isThere: Bool { !fields.isEmpty }

  subscript(_ name: String) -> String? { fields[name] }

  var messageID: String? { fields["message-id"].flatMap(angleBracketed) }

  /// Who sent it.
  var senders: [EmailAddress] {
    ["from", "sender", "return-path", "reply-to"].compactMap { fields[$0] }.compactMap { address(in: $0) }
  }

  /// Whom it was sent to, for reports that do not say.
  var recipient: EmailAddress? {
    (fields["x-hmxmroriginalrecipient"] ?? fields["to"]).flatMap { address(in: $0) }
  }
}

/// `<left@right>` out of a field; nil if it holds none.
func angleBracketed(_ value: String) -> String? {
  guard let open = value.firstIndex(of: "<"), let close = value[open...].firstIndex(of: ">") else { return nil }
  let id = value[open...close]
  return id.utf8.count <= 998 && id.contains("@") && !id.contains(where: \.isWhitespace) ? String(id) : nil
}

/// The token of our envelope sender: where the report was sent to, or whom the returned message came from.
func bounceToken(_ fields: HeaderFields, _ others: [String?]) -> String? {
  let places = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to", "to"]
  return (places.flatMap(fields.all) + others.compactMap(\.self)).lazy.compactMap { address(in: $0)?.tag }
    .first(where: isToken)
}

/// 29 letters and digits of base32; only the ledger can say whether it made them.
private func isToken(_ tag: String) -> Bool {
  tag.utf8.count == 29
    && tag.lowercased().utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
}
