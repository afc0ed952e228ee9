internal import Glibc

/// The client's address, as far as it can be trusted.
package struct ClientAddress: Hashable, Sendable {
  /// An IP address in its usual notation; empty if it is unknown.
  package let text: String
  /// Its IPv4 /24 or IPv6 /64, for limits; empty if it is unknown.
  package let network: String

  /// The connection's own address; or, if the connection comes from the proxy, the last hop of `X-Forwarded-For`, which is
  /// the only one that the proxy saw itself.
  ///
  /// - Parameter proxy: the address of the trusted proxy; a unix socket is always trusted.
  package init(of request: WebRequest, trusting proxy: String?) {
    let peer: [UInt8]?
    switch request.peer {
    case .socket: peer = nil
    case .address(let text): peer = Self.octets(text)
    }
    let isProxy = request.peer == .socket || (peer != nil && proxy.flatMap(Self.octets) == peer)
    self.init(octets: isProxy ? Self.lastHop(request) ?? peer : peer)
  }

  private init(octets: [UInt8]?) {
    text = octets.map(Self.written) ?? ""
    network =
      octets.map { octets in
        octets.count == 4
          ? Self.written(octets.prefix(3) + [0]) + "/24"
          : Self.written(octets.prefix(8) + [UInt8](repeating: 0, count: 8)) + "/64"
      } ?? ""
  }

  private static func lastHop(_ request: WebRequest) -> [UInt8]? {
    let hops = request.fields.filter { $0.name == "x-forwarded-for" }.map(\.value).joined(separator: ",")
    return hops.split(separator: ",").last.flatMap { octets($0.filter { $0 != " " && $0 != "\t" }) }
  }

  /// 4 or 16 bytes; an IPv4-mapped address (RFC 4291 §2.5.5.2) has 4.
  private static func octets(_ text: String) -> [UInt8]? {
    guard !text.utf8.contains(0) else { return nil }  // as a C string it would end there
    var storage = in6_addr()
    if inet_pton(AF_INET, text, &storage) == 1 { return withUnsafeBytes(of: storage) { Array($0.prefix(4)) } }
    guard inet_pton(AF_INET6, text, &storage) == 1 else { return nil }
    let octets = withUnsafeBytes(of: storage) { Array($0) }
    let isMapped = octets.prefix(10).allSatisfy { $0 == 0 } && octets[10...11].allSatisfy { $0 == 0xFF }
    return isMapped ? Array(octets.suffix(4)) : octets
  }

  private static func written(_ octets: [UInt8]) -> String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = octets.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, octets, &text, socklen_t(text.count)) != nil else { return "" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
