internal import Glibc

/// Whether a relay's host is this machine.
func isLocal(_ host: String) -> Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

/// Whether a host is an IP address, not a name.
func isAddress(_ host: String) -> Bool { octets(of: host) != nil }

/// Whether this IP address is global, not private (RFC 6890).
func isPublic(_ address: String) -> Bool {
  guard let octets = octets(of: address) else { return false }
  if octets.count == 16 {
    return octets[0] & 0xFE != 0xFC && !(octets[0] == 0xFE && octets[1] & 0xC0 == 0x80) && octets[0] & 0xE0 == 0x20
  }
  switch (octets[0], octets[1]) {
  case (0, _), (10, _), (127, _), (169, 254), (192, 168), (172, 16...31), (100, 64...127), (224..., _): return false
  default: return true
  }
}

/// The DNS name with an IP address's PTR record (RFC 1035 §3.5, RFC 3596 §2.5).
func reverseName(of address: String) -> String {
  guard let octets = octets(of: address) else { return address }
  if octets.count == 4 { return octets.reversed().map(String.init).joined(separator: ".") + ".in-addr.arpa" }
  let digits = octets.reversed().flatMap { [$0 & 15, $0 >> 4] }.map { String($0, radix: 16) }
  return digits.joined(separator: ".") + ".ip6.arpa"
}

/// 4 or 16 bytes; nil if it is not an IP address.
private func octets(of text: String) -> [UInt8]? {
  var storage = in6_addr()
  for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] where inet_pton(family, text, &storage) == 1 {
    return withUnsafeBytes(of: storage) { Array($0.prefix(count)) }
  }
  return nil
}
