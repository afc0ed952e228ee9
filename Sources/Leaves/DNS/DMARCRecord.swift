/// What receivers do with mail that only seems to come from a domain (RFC 7489).
package struct DMARCRecord: Hashable, Sendable {
  package enum Policy: String, Sendable { case none, quarantine, reject }

  package let policy: Policy
  /// For domains below the record's, which have none of their own.
  package let subdomainPolicy: Policy
  /// Whether a signature, or the envelope's domain, must be the very domain of From.
  package let isDKIMStrict: Bool
  package let isSPFStrict: Bool
  /// Whether anybody is told who sends in the domain's name.
  package let hasReports: Bool

  /// Nil if the text is no such record.
  package init?(_ text: String) {
    guard let tags = TagList(text), tags.names.first == "v", tags["v"] == "DMARC1" else { return nil }
    // Without a policy that can be read, one with reports counts as `none` (§6.6.3), others as no record.
    let written = tags["p"].flatMap { Policy(rawValue: $0.lowercased()) }
    guard let policy = written ?? (tags["rua"] == nil ? nil : Policy.none) else { return nil }
    self.policy = policy
    subdomainPolicy = tags["sp"].flatMap { Policy(rawValue: $0.lowercased()) } ?? policy
    (isDKIMStrict, isSPFStrict) = (tags["adkim"]?.lowercased() == "s", tags["aspf"]?.lowercased() == "s")
    hasReports = tags["rua"] != nil
  }
}

/// Whether a domain that was authenticated speaks for the domain of From (RFC 7489 §3.1): it is the same, or, unless
/// `strict`, the same but for labels before it.
///
/// Which part belongs to an organisation is a question for a list that changes weekly; two labels stand in for it, or three
/// where a country has registries such as `co.uk`.
package func isAligned(_ domain: String, with from: String, strict: Bool) -> Bool {
  let (a, b) = (domain.lowercased(), from.lowercased())
  if strict || a == b { return a == b }
  let common = zip(a.split(separator: ".").reversed(), b.split(separator: ".").reversed()).prefix { $0 == $1 }.count
  return common >= (isRegistry(b.split(separator: ".").suffix(2)) ? 3 : 2)
}

private func isRegistry(_ labels: ArraySlice<Substring>) -> Bool {
  guard let country = labels.last, country.count == 2, let name = labels.first else { return false }
  return ["ac", "co", "com", "edu", "gov", "gv", "ltd", "me", "ne", "net", "nhs", "or", "org", "plc"].contains(name)
}
