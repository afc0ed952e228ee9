internal import Glibc

/// The IP address that a socket is to be connected to.
struct SocketAddress: Hashable {
  /// 4 or 16.
  let octets: [UInt8]

  init(octets: [UInt8]) { self.octets = octets }

  /// Nil for anything but a numeric address, in the forms of `inet_pton`.
  init?(_ text: String) {
    guard !text.utf8.contains(0) else { return nil }
    var storage = in6_addr()
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] where unsafe inet_pton(family, text, &storage) == 1 {
      octets = unsafe withUnsafeBytes(of: storage) { unsafe Array($0.prefix(count)) }
      return
    }
    return nil
  }

  /// Nil for a family other than IPv4 and IPv6.
  ///
  /// - Parameter address: a `sockaddr` with the room that its family needs.
  init?(family: Int32, _ address: UnsafeRawPointer) {
    switch family {
    case AF_INET:
      let field = unsafe address.loadUnaligned(as: sockaddr_in.self).sin_addr
      octets = unsafe withUnsafeBytes(of: field) { unsafe Array($0) }
    case AF_INET6:
      let field = unsafe address.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      octets = unsafe withUnsafeBytes(of: field) { unsafe Array($0) }
    default: return nil
    }
  }

  /// In the usual notation.
  var text: String {
    let family = octets.count == 4 ? AF_INET : AF_INET6
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard unsafe inet_ntop(family, octets, &buffer, socklen_t(buffer.count)) != nil else { return "" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Why the address is not one of the internet; nil if it is (RFC 6890 and IANA's registries of special addresses).
  var privateReason: String? {
    let words = octets.count == 4 ? Self.words(ofVersion4: octets) : wordsOfVersion6
    return words.map { "\(text) is \($0)" }
  }

  private static func words(ofVersion4 octets: [UInt8]) -> String? {
    switch (octets[0], octets[1], octets[2], octets[3]) {
    case (0, _, _, _): "not a usable address"
    case (127, _, _, _): "this machine"
    case (10, _, _, _), (192, 168, _, _), (172, 16...31, _, _): "in a private network"
    case (100, 64...127, _, _): "in a provider's own network"
    case (169, 254, _, _): "a link-local address, where clouds keep their metadata"
    case (168, 63, 129, 16): "a service of the cloud for its machines"
    case (192, 0, 0, _), (198, 18...19, _, _), (192, 88, 99, _): "reserved"
    case (192, 0, 2, _), (198, 51, 100, _), (203, 0, 113, _): "for documentation"
    case (224...239, _, _, _): "a multicast address"
    case (240..., _, _, _): "reserved"
    default: nil
    }
  }

  /// Only 2000::/3 is assigned to the internet. An address that embeds an IPv4 address leads to that address: NAT64 addresses
  /// are judged by it, and no host name has a reason to use the other kinds.
  private var wordsOfVersion6: String? {
    let zeros = octets.prefix { $0 == 0 }.count
    if zeros == 16 { return "not a usable address" }
    if zeros == 15, octets[15] == 1 { return "this machine" }
    if zeros == 10, octets[10] == 0xFF, octets[11] == 0xFF { return "an IPv4 address in the form of IPv6" }
    if octets.starts(with: [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)) {
      return Self.words(ofVersion4: Array(octets[12...])).map { "an address of NAT64 for one that is \($0)" }
    }
    switch (octets[0], octets[1]) {
    case (0xFC...0xFD, _): return "in a private network"
    case (0xFE, 0x80...0xBF): return "a link-local address"
    case (0xFE, 0xC0...0xFF): return "in a private network"
    case (0xFF, _): return "a multicast address"
    case (0x20, 0x02): return "a 6to4 address"
    case (0x20, 0x01) where octets[2] < 0x02: return "reserved"
    case (0x20, 0x01) where octets[2] == 0x0D && octets[3] == 0xB8: return "for documentation"
    case (0x3F, 0xFF) where octets[2] < 0x10: return "for documentation"
    case (0x20...0x3F, _): return nil
    default: return "reserved"
    }
  }
}
