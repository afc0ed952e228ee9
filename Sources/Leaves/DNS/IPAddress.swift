internal import Glibc

/// An IP address of either version.
package struct IPAddress {
  /// 4 or 16.
  private let octets: [UInt8]

  /// Nil for anything else, such as the name of a host.
  package init?(_ text: String) {
    guard !text.utf8.contains(0) else { return nil }  // as a C string it would end there
    var storage = in6_addr()
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] where unsafe inet_pton(family, text, &storage) == 1 {
      octets = unsafe withUnsafeBytes(of: storage) { unsafe Array($0.prefix(count)) }
      return
    }
    return nil
  }

  /// Whether the whole internet can reach it, rather than only its own network (RFC 6890).
  package var isPublic: Bool {
    if octets.count == 16 { return isPublicVersion6 }
    switch (octets[0], octets[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (192, 168), (172, 16...31), (100, 64...127), (224..., _): return false
    default: return true
    }
  }

  /// Whether it is in 2000::/3, where all reachable addresses are assigned.
  private var isPublicVersion6: Bool { octets[0] & 0xE0 == 0x20 }

  /// The name whose PTR record has the name of the host (RFC 1035 §3.5, RFC 3596 §2.5).
  package var reverseName: String {
    if octets.count == 4 { return octets.reversed().map(String.init).joined(separator: ".") + ".in-addr.arpa" }
    let digits = octets.reversed().flatMap { [$0 & 15, $0 >> 4] }.map { String($0, radix: 16) }
    return digits.joined(separator: ".") + ".ip6.arpa"
  }
}
