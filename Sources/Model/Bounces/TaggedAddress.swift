extension EmailAddress {
  /// `bounces+TOKEN@…`, an envelope sender that identifies its delivery (VERP). Nil if the local part would exceed the
  /// 64 octets of RFC 5321 §4.5.3.1.1 or the token contains characters not allowed there.
  package func tagged(_ token: String) -> EmailAddress? {
    EmailAddress(localPart: "\(localPart)+\(token)", domain: domain)
  }

  /// The part after the last `+` of the local part; nil if there is none.
  package var tag: String? {
    localPart.lastIndex(of: "+").map { String(localPart[localPart.index(after: $0)...]) }
  }
}
