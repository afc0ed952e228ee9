import Foundation
import Glibc
import Synchronization

/// A name server on a free port of 127.0.0.1 with scripted answers (RFC 1035 §4.1); it ends when it is released.
final class NameServer: Sendable {
  let port: UInt16
  private let socket: Int32
  private let asked = Asked()

  private final class Asked: Sendable {
    let names = Mutex<[String]>([])
  }

  /// The queries, in order.
  var names: [String] { asked.names.withLock { $0 } }

  init(_ answer: @escaping @Sendable ([UInt8]) -> [UInt8]) throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    (self.socket, port) = (socket, UInt16(bigEndian: address.sin_port))
    Thread { [asked] in Self.serve(socket, asked, answer) }.start()
  }

  deinit { shutdown(socket, Int32(SHUT_RDWR)) }

  private static func serve(_ socket: Int32, _ asked: Asked, _ answer: ([UInt8]) -> [UInt8]) {
    defer { close(socket) }
    while true {
      var (question, peer) = ([UInt8](repeating: 0, count: 512), sockaddr())
      var length = socklen_t(MemoryLayout<sockaddr>.size)
      let count = recvfrom(socket, &question, 512, 0, &peer, &length)
      guard count > 12 else { return }
      question.removeLast(512 - count)
      asked.names.withLock { $0.append(name(in: question)) }
      let reply = answer(question)
      sendto(socket, reply, reply.count, 0, &peer, length)
    }
  }

  private static func name(in question: [UInt8]) -> String {
    var (place, labels) = (12, [String]())
    while question[place] != 0 {
      let end = place + 1 + Int(question[place])
      labels.append(String(decoding: question[(place + 1)..<end], as: UTF8.self))
      place = end
    }
    return labels.joined(separator: ".")
  }

  /// The question, answered with these records (type and data), all for the requested name.
  static func answer(_ question: [UInt8], _ records: [(type: UInt8, data: [UInt8])], code: UInt8 = 0) -> [UInt8] {
    let end = (question[12...].firstIndex(of: 0) ?? 12) + 5  // without what a resolver says of itself (EDNS)
    var reply = Array(question[..<end])
    (reply[2], reply[3]) = (0x81, 0x80 | code)
    (reply[7], reply[9], reply[11]) = (UInt8(records.count), 0, 0)
    for (type, data) in records {
      reply += [0xC0, 12, 0, type, 0, 1, 0, 0, 0, 60, UInt8(data.count >> 8), UInt8(data.count & 255)] + data
    }
    return reply
  }
}
