/// Whether a domain can receive mail: it has an MX record or, without any, an address (RFC 5321 §5.1). A null MX means that it
/// accepts no mail (RFC 7505).
///
/// Throws if this cannot be determined. If a name server knows no outside names at all, a missing record proves nothing.
package func hasMailRoute(_ domain: String, by names: any NameService) throws(NoAnswer) -> Bool {
  let exchanges = try names.values(.mx, at: domain)
  if !exchanges.isEmpty { return exchanges.contains { !$0.hasSuffix(" .") } }
  if try !names.values(.a, at: domain).isEmpty { return true }
  if try !names.values(.aaaa, at: domain).isEmpty { return true }
  if try names.values(.ns, at: outside).isEmpty { throw NoAnswer(name: outside) }
  return false
}

/// A name that always exists.
private let outside = "com"
