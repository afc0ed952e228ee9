import Foundation
import Synchronization

/// A server for one connection that plays a script: it sends the scripted replies, and before each it reads as many
/// octets as the script lists, so it is certain what has been received before a reply.
final class ScriptedServer: Sendable {
  enum Step: Sendable {
    case says(String)
    case hears(String)
  }

  let port: Int
  private let heardSoFar = Mutex<[String]>([])
  private let end = DispatchGroup()

  init(_ steps: [Step]) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) | listen(listener, 1) | getsockname(listener, $0, &length)
      }
    }
    guard result == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(in_port_t(bigEndian: address.sin_port))
    end.enter()
    Thread.detachNewThread { [self] in
      let client = accept(listener, nil, nil)
      close(listener)
      follow(steps, client)
      close(client)
      end.leave()
    }
  }

  /// What each `hears` of the script received, and everything received after the script; waits for the end of the connection.
  var heard: [String] {
    end.wait()
    return heardSoFar.withLock { $0 }
  }

  private func follow(_ steps: [Step], _ client: Int32) {
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    for step in steps {
      switch step {
      case .says(let text): _ = send(client, text, text.utf8.count, Int32(MSG_NOSIGNAL))
      case .hears(let text): hear(text.utf8.count, client)
      }
    }
    hear(.max, client)
  }

  private func hear(_ count: Int, _ client: Int32) {
    var octets: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while octets.count < count {
      let got = recv(client, &chunk, min(chunk.count, count - octets.count), 0)
      guard got > 0 else { break }
      octets += chunk[..<got]
    }
    let text = String(decoding: octets, as: UTF8.self)
    if count != .max || !text.isEmpty { heardSoFar.withLock { $0.append(text) } }
  }
}

extension [ScriptedServer.Step] {
  /// The expected input from the client.
  var lines: [String] { compactMap { if case .hears(let text) = $0 { text } else { nil } } }
}
