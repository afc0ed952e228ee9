/// How receivers treat mail that only appears to come from a domain (RFC 7489).
package struct DMARCRecord: Hashable, Sendable {
  /// Whether the domain of a signature, or of the envelope, must equal the domain of From exactly.
  package let isDKIMStrict: Bool
  package let isSPFStrict: Bool

  /// Nil if the text is not such a record. Without a readable policy, it is one only if it has `rua` (§6.6.3).
  package init?(_ text: String) {
    guard let tags = TagList(text), tags.names.first == "v", tags["v"] == "DMARC1" else { return nil }
    let policy = tags["p"]?.lowercased() ?? ""
    guard ["none", "quarantine", "reject"].contains(policy) || tags["rua"] != nil else { return nil }
    isDKIMStrict = tags["adkim"]?.lowercased() == "s"
    isSPFStrict = tags["aspf"]?.lowercased() == "s"
  }
}

/// Whether an authenticated domain is aligned with the domain of From (RFC 7489 §3.1): they are equal or, unless
/// `strict`, belong to the same organisation.
///
/// The organisational domain depends on a list that changes weekly. Instead, the last two labels are compared, or three
/// where a country has registries such as `co.uk`.
package func isAligned(_ domain: String, with from: String, strict: Bool) -> Bool {
  let a = domain.lowercased()
  let b = from.lowercased()
  if strict || a == b { return a == b }
  let common = zip(a.split(separator: ".").reversed(), b.split(separator: ".").reversed()).prefix { $0 == $1 }.count
  return common >= (isRegistry(b.split(separator: ".").suffix(2)) ? 3 : 2)
}

private func isRegistry(_ labels: ArraySlice<Substring>) -> Bool {
  guard let country = labels.last, country.count == 2, let name = labels.first else { return false }
  return ["ac", "co", "com", "edu", "gov", "gv", "ltd", "me", "ne", "net", "nhs", "or", "org", "plc"].contains(name)
}
