internal import Foundation

struct SocketFault: Error {
  let call: String
  let code: Int32
}

/// A listening TCP socket on 127.0.0.1, or another address of 127.0.0.0/24; port 0 chooses a free one.
func listenOnLoopback(port: Int, lastOctet: UInt8 = 1) throws -> (socket: Int32, port: Int) {
  let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  guard listener >= 0 else { throw SocketFault(call: "socket", code: errno) }
  var one: Int32 = 1
  unsafe setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = in_port_t(port).bigEndian
  address.sin_addr.s_addr = in_addr_t(0x7F00_0000 + UInt32(lastOctet)).bigEndian
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
    unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
      unsafe bind(listener, address, length) | listen(listener, 128) | getsockname(listener, address, &length)
    }
  }
  guard result == 0 else {
    let code = errno
    close(listener)
    throw SocketFault(call: "bind", code: code)
  }
  return (listener, Int(in_port_t(bigEndian: address.sin_port)))
}
