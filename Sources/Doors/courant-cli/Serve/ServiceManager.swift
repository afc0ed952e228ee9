import Foundation
import Glibc

/// systemd, if it started this process with `Type=notify` (sd_notify(3)). Otherwise nothing is sent.
struct ServiceManager: Sendable {
  enum State: String {
    case ready = "READY=1"
    case stopping = "STOPPING=1"
    case alive = "WATCHDOG=1"
  }

  /// A path, or `@` and the name of an abstract socket.
  private let socketName: String?
  /// Half of what `WatchdogSec=` allows, as the manual page recommends.
  private let heartbeat: Duration?

  init(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
    socketName = environment["NOTIFY_SOCKET"]
    let process = environment["WATCHDOG_PID"]
    let limit = environment["WATCHDOG_USEC"].flatMap { Int64($0) } ?? 0
    let isMeant = process == nil || process == "\(getpid())"
    heartbeat = isMeant && limit > 1 ? .microseconds(limit / 2) : nil
  }

  /// If a state cannot be sent, it is lost, and systemd ends the process after its own time limit.
  func send(_ state: State) {
    guard let socketName, var address = sockaddr_un(notifying: socketName) else { return }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + socketName.utf8.count)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        sendto(descriptor, state.rawValue, state.rawValue.utf8.count, 0, address, length)
      }
    }
  }

  /// Repeats ``State/alive`` until the process ends, from the threads that answer readers: if all of them are blocked, it
  /// stops, and systemd starts the service again.
  func startHeartbeat() {
    guard socketName != nil, let heartbeat else { return }
    Task.detached {
      while !Task.isCancelled {
        send(.alive)
        try? await Task.sleep(for: heartbeat)  // throws only if cancelled
      }
    }
  }
}

extension sockaddr_un {
  /// Nil if the name is too long.
  fileprivate init?(notifying name: String) {
    self.init()
    sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(name.utf8)
    if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
    guard bytes.count < MemoryLayout.size(ofValue: sun_path) else { return nil }
    withUnsafeMutableBytes(of: &sun_path) { $0.copyBytes(from: bytes) }
  }
}
