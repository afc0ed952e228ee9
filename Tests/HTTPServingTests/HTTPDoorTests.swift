import CourantTesting
import Files
import Foundation
import Glibc
import HTTPServing
import Synchronization
import Testing
import Web

/// Over real sockets.
@Suite(.serialized) struct HTTPDoorTests {
  @Test func aRequestArrivesWholeAndIsAnswered() async throws {
    let door = try await OpenDoor()
    let answer = door.exchange(
      "POST /a%20b?c=d HTTP/1.1\r\nHost: evil\r\nX-Two: 1\r\nX-Two: 2\r\nContent-Length: 3\r\nConnection: close\r\n\r\nx=y"
    )
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.contains("\r\n\r\nPOST /a%20b c=d x=y 1,2 127.0.0.1"))
    #expect(!answer.lowercased().contains("\r\nserver:"))
    try await door.close()
  }

  @Test func headIsAnsweredWithTheLengthAlone() async throws {
    let door = try await OpenDoor()
    let answer = door.exchange("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.lowercased().contains("content-length: 17\r\n"))
    #expect(answer.hasSuffix("\r\n\r\n"))
    try await door.close()
  }

  @Test func twoRequestsUseOneConnection() async throws {
    let door = try await OpenDoor()
    let answer = door.exchange(
      "GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    #expect(answer.ranges(of: "HTTP/1.1 200 OK").count == 2)
    #expect(answer.contains("GET /2"))
    try await door.close()
  }

  /// An upload without end is cut, not read on.
  @Test func aLongBodyIsRefusedAndItsConnectionClosed() async throws {
    let door = try await OpenDoor()
    let client = try door.connection()
    defer { close(client) }
    put("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", on: client)
    let chunk = "4000\r\n" + String(repeating: "a", count: 16_384) + "\r\n"
    for _ in 0..<3 { put(chunk, on: client) }
    #expect(text(from: client).hasPrefix("HTTP/1.1 413 "))
    try await door.close()
  }

  @Test func aLongHeadIsRefused() async throws {
    let door = try await OpenDoor()
    let answer = door.exchange("GET / HTTP/1.1\r\nHost: x\r\nX-Long: \(String(repeating: "a", count: 20_000))\r\n\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 431 "))
    try await door.close()
  }

  @Test(arguments: [
    "\u{0}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
  ])
  func anythingButHTTPIsABadRequest(_ bytes: String) async throws {
    let door = try await OpenDoor()
    #expect(door.exchange(bytes).hasPrefix("HTTP/1.1 400 "))
    #expect(door.exchange("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").hasPrefix("HTTP/1.1 200 "))
    try await door.close()
  }

  /// Bytes that still come do not help a slow client.
  @Test func aSlowRequestIsCut() async throws {
    var limits = HTTPDoor.Limits()
    limits.request = .milliseconds(300)
    let door = try await OpenDoor(limits)
    let client = try door.connection()
    defer { close(client) }
    put("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n", on: client)
    let began = ContinuousClock.now
    #expect(drips(to: client, until: began + .seconds(8)))
    #expect(ContinuousClock.now - began < .seconds(8))
    try await door.close()
  }

  @Test func aSilentClientIsCut() async throws {
    var limits = HTTPDoor.Limits()
    limits.idle = .milliseconds(300)
    let door = try await OpenDoor(limits)
    let client = try door.connection()
    defer { close(client) }
    #expect(text(from: client) == "")
    try await door.close()
  }

  /// A head that arrives a byte at a time does not keep the connection open.
  @Test func aSlowHeadIsCut() async throws {
    var limits = HTTPDoor.Limits()
    limits.request = .milliseconds(300)
    let door = try await OpenDoor(limits)
    let client = try door.connection()
    defer { close(client) }
    put("GET / HTTP/1.1\r\nX-Slow: ", on: client)
    let began = ContinuousClock.now
    #expect(drips(to: client, until: began + .seconds(8)))
    #expect(ContinuousClock.now - began < .seconds(8))
    try await door.close()
  }

  /// RFC 9112 §9.3: HTTP/1.0 has no persistent connections unless the client asks for one.
  @Test func anOldClientIsAnsweredAndItsConnectionClosed() async throws {
    let door = try await OpenDoor()
    let answer = door.exchange("GET /old HTTP/1.0\r\nHost: x\r\n\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") || answer.hasPrefix("HTTP/1.0 200 OK\r\n"))
    #expect(answer.lowercased().contains("\r\nconnection: close\r\n"))
    #expect(answer.contains("GET /old"))
    let kept = door.exchange(
      "GET /1 HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n\r\nGET /2 HTTP/1.0\r\nHost: x\r\n\r\n")
    #expect(kept.contains("GET /1"))
    #expect(kept.contains("GET /2"))
    try await door.close()
  }

  @Test func requestsThatHaveBegunEndBeforeTheDoorCloses() async throws {
    let gate = Gate()
    let door = try await OpenDoor { _ in
      await gate.pass()
      return .text(200, "late")
    }
    let client = try door.connection()
    defer { close(client) }
    put("GET / HTTP/1.1\r\nHost: x\r\n\r\n", on: client)
    await gate.arrived()
    door.stop()
    await gate.open()
    #expect(text(from: client).hasSuffix("late\n"))
    try await door.end()
    #expect(throws: (any Error).self) { try door.connection() }
  }

  @Test func aUnixSocketIsForOwnerAndGroup() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/web.sock"
    let door = try await OpenDoor(at: .socket(path))
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o660)
    let answer = door.exchange("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    #expect(answer.hasSuffix("socket\n"))
    try await door.close()
    #expect(folder.files() == [])
  }
}

/// A door that answers with the request, on a free port.
private final class OpenDoor: Sendable {
  private let address: Mutex<String> = Mutex("")
  private let isStopped = Mutex(false)
  private let running: Mutex<Task<Void, any Error>?> = Mutex(nil)

  init(
    at place: HTTPDoor.Address = .host("127.0.0.1", port: 0), _ limits: HTTPDoor.Limits = HTTPDoor.Limits(),
    port: @escaping WebPort = OpenDoor.echo
  ) async throws {
    let (listening, opened) = AsyncStream<String>.makeStream()
    let door = HTTPDoor(place, limits: limits, listening: { opened.yield($0) }, port: port)
    let task = Task {
      defer { opened.finish() }
      try await door.run { while !self.isStopped.withLock({ $0 }) { try? await Task.sleep(for: .milliseconds(5)) } }
    }
    running.withLock { $0 = task }
    for await text in listening {
      address.withLock { $0 = text }
      break
    }
  }

  convenience init(_ limits: HTTPDoor.Limits) async throws {
    try await self.init(at: .host("127.0.0.1", port: 0), limits)
  }

  static let echo: WebPort = { request in
    guard let body = request.body else {
      var refusal = WebResponse.text(413, "too long")
      refusal.closes = true
      return refusal
    }
    let two = request.fields.filter { $0.name == "x-two" }.map(\.value).joined(separator: ",")
    let peer = if case .address(let text) = request.peer { text } else { "socket" }
    let sent = String(decoding: body, as: UTF8.self)
    var answer = WebResponse.text(200, "\(request.method) \(request.path) \(request.query) \(sent) \(two) \(peer)")
    if request.method == "HEAD" {
      answer.body = []
      answer.set("Content-Length", "17")
    }
    return answer
  }

  func stop() { isStopped.withLock { $0 = true } }

  func end() async throws { try await running.withLock { $0 }?.value }

  func close() async throws {
    stop()
    try await end()
  }

  struct Refused: Error {}

  func connection() throws -> Int32 {
    let text = address.withLock { $0 }
    if text.hasPrefix("unix:") { return try unixConnection(String(text.dropFirst(5))) }
    guard let port = UInt16(text.split(separator: ":").last ?? "") else { throw Refused() }
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Refused() }
    return descriptor
  }

  private func unixConnection(_ path: String) throws -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard result == 0 else { throw Refused() }
    return descriptor
  }

  /// All that is answered until the connection ends.
  func exchange(_ request: String) -> String {
    guard let client = try? connection() else { return "" }
    defer { Glibc.close(client) }
    put(request, on: client)
    return text(from: client)
  }
}

/// Makes one request wait until it is opened.
private actor Gate {
  private var isOpen = false
  private var hasArrived = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func pass() async {
    hasArrived = true
    wake()
    while !isOpen { await withCheckedContinuation { waiting.append($0) } }
  }

  func arrived() async {
    while !hasArrived { await withCheckedContinuation { waiting.append($0) } }
  }

  func open() {
    isOpen = true
    wake()
  }

  private func wake() {
    waiting.forEach { $0.resume() }
    waiting = []
  }
}

private func put(_ text: String, on socket: Int32) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}

private func text(from socket: Int32) -> String {
  var octets: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 8192)
  while case let count = recv(socket, &chunk, chunk.count, 0), count > 0 { octets += chunk[..<count] }
  return String(decoding: octets, as: UTF8.self)
}

/// Sends a byte now and then; true if the connection was closed before `end`.
private func drips(to socket: Int32, until end: ContinuousClock.Instant) -> Bool {
  while ContinuousClock.now < end {
    var state = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    if poll(&state, 1, 50) == 1, state.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
      var byte: UInt8 = 0
      if recv(socket, &byte, 1, 0) <= 0 { return true }
    }
    put("a", on: socket)
  }
  return false
}
