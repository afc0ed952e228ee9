internal import CCurl
internal import Glibc

/// The numeric addresses of a host, IPv4 and IPv6, in the order of RFC 6724; empty if the name does not resolve.
func hostAddresses(_ host: String) -> [String] {
  var hints = unsafe addrinfo()
  unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
  var list: UnsafeMutablePointer<addrinfo>?
  guard unsafe getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
  defer { unsafe freeaddrinfo(list) }
  var addresses: [String] = []
  var entry = unsafe list
  while let current = unsafe entry {
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let result = unsafe getnameinfo(
      current.pointee.ai_addr, current.pointee.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
    let address = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if result == 0, !addresses.contains(address) { addresses.append(address) }
    unsafe entry = current.pointee.ai_next
  }
  return addresses
}
