import CourantTesting
import Files
import Foundation
import Glibc
import Testing

/// `courant serve` under a service manager (sd_notify(3)).
@Suite(.serialized) struct NotifyTests {
  private let press: PressRoom
  private let folder: TemporaryFolder

  init() throws {
    press = try PressRoom(readers: 1, mail: "unsubscribe = \"unsubscribe@example.org\"\n[web]\n")
    _ = try press.run("2026-11-22T12:00:00Z")
    folder = try TemporaryFolder()
  }

  private func serve(_ variables: String...) throws -> CourantProcess {
    try CourantProcess(["serve", "--listen", "127.0.0.1:0", "--site", press.site.path], variables: variables)
  }

  private func end(_ process: CourantProcess) -> CourantProcess.End {
    kill(process.pid, SIGTERM)
    return process.wait()
  }

  @Test(arguments: [false, true])
  func theManagerHearsWhenReadersAreAnsweredAndWhenNoLonger(isAbstract: Bool) throws {
    let name = isAbstract ? "@courant-test-\(getpid())-\(UInt64.random(in: 0...UInt64.max))" : folder.path + "/notify"
    let manager = try Manager(name)
    let process = try serve("NOTIFY_SOCKET=\(name)")
    defer { process.kill() }
    #expect(manager.next() == "READY=1")
    // Only now, so that systemd does not start dependent units earlier.
    #expect(process.said.hasPrefix("http://127.0.0.1:"))
    #expect(end(process).code == 0)
    #expect(manager.next() == "STOPPING=1")
  }

  @Test func theWatchdogGetsAHeartbeat() throws {
    let manager = try Manager(folder.path + "/notify")
    let process = try serve("NOTIFY_SOCKET=\(folder.path)/notify", "WATCHDOG_USEC=20000")
    defer { process.kill() }
    #expect(manager.next() == "READY=1")
    for _ in 1...3 { #expect(manager.next() == "WATCHDOG=1") }
    #expect(end(process).code == 0)
  }

  /// It is meant for the process that systemd started, not for those that this one starts.
  @Test func theWatchdogOfAnotherProcessGetsNone() throws {
    let manager = try Manager(folder.path + "/notify")
    let process = try serve("NOTIFY_SOCKET=\(folder.path)/notify", "WATCHDOG_USEC=200", "WATCHDOG_PID=1")
    defer { process.kill() }
    #expect(manager.next() == "READY=1")
    _ = try press.command("status")  // time for a thousand heartbeats
    #expect(end(process).code == 0)
    #expect(manager.next() == "STOPPING=1")
  }

  @Test func aManagerThatIsGoneStopsNothing() throws {
    let process = try serve("NOTIFY_SOCKET=\(folder.path)/nothing-here", "WATCHDOG_USEC=2000")
    defer { process.kill() }
    #expect(try process.firstLine().hasPrefix("http://127.0.0.1:"))
    let ended = end(process)
    #expect(ended.code == 0)
    #expect(ended.errors == "")
  }
}

/// The socket that systemd listens on.
final class Manager {
  private let descriptor: Int32

  init(_ name: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(name.replacing(/^@/, with: "\u{0}").utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
    }
    guard bound == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EINVAL) }
  }

  deinit { close(descriptor) }

  /// The next message. Nil if none comes within 20 seconds.
  func next() -> String? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
