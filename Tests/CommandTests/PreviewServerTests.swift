import CourantTesting
import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `courant preview weekly --serve 0`, as an author's browser sees it.
@Suite struct PreviewServerTests {
  private func get(_ url: String) throws -> String {
    String(decoding: try Data(contentsOf: #require(URL(string: url))), as: UTF8.self)
  }

  /// Asks until the answer is as wanted, at most ten seconds.
  private func await(_ body: () throws -> Bool) throws {
    for _ in 0..<500 {
      if try body() { return }
      usleep(20_000)
    }
    Issue.record("it never came")
  }

  @Test func aChangedTemplateShowsAtOnceAndCtrlCEndsIt() throws {
    let press = try PressRoom(readers: 1)
    let process = try CourantProcess(
      ["preview", "weekly", "--serve", "0", "--now", "2026-11-22T12:00:00Z", "--site", press.site.path])
    var ended = false
    defer { if !ended { process.kill() } }
    try self.await { process.said.hasSuffix("/\n") }
    let url = process.said.trimmingCharacters(in: .newlines)
    #expect(try get(url).contains("<iframe sandbox width=\"375\" src=\"/mail.html\""))
    #expect(try get(url + "mail.html").contains("About a"))
    #expect(try get(url + "dark.html").contains("@media all"))
    let version = try get(url + "version")

    try press.site.folder.write("<p>A new note.</p>", to: "templates/note.html")
    try self.await { try get(url + "version") != version }
    #expect(try get(url + "mail.html").contains("A new note."))
    try press.site.folder.write("{{#sections}}", to: "templates/digest.html")
    try self.await { try get(url).contains("templates/digest.html:") }

    let port = try #require(url.split(separator: ":").last?.dropLast())
    let taken = try press.command("preview", "weekly", "--serve", String(port))
    #expect(taken.code == 75)
    kill(process.pid, SIGINT)
    ended = true
    #expect(process.wait().code == 0)
  }

  @Test func noBrowserWaitsForAnother() throws {
    let press = try PressRoom(readers: 1)
    let process = try CourantProcess(
      ["preview", "weekly", "--serve", "0", "--now", "2026-11-22T12:00:00Z", "--site", press.site.path])
    defer { process.kill() }
    try self.await { process.said.hasSuffix("/\n") }
    let port = try #require(process.said.split(separator: ":").last.flatMap { UInt16($0.dropLast(2)) })
    let slow = try Self.connection(to: port)
    defer { close(slow) }
    Self.say("GET /mail.txt HTTP/1.1\r\n", to: slow)
    #expect(try get("http://127.0.0.1:\(port)/mail.txt").contains("About a"))
    #expect(recv(slow, nil, 0, Int32(MSG_DONTWAIT)) == -1)
    Self.say("Host: 127.0.0.1:\(port)\r\n\r\n", to: slow)
    #expect(Self.answer(from: slow).contains("About a"))
  }

  private static func connection(to port: UInt16) throws -> Int32 {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(connected == 0)
    return socket
  }

  private static func say(_ text: String, to socket: Int32) { _ = text.withCString { send(socket, $0, strlen($0), 0) } }

  private static func answer(from socket: Int32) -> String {
    var (octets, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 8192))
    while case let count = recv(socket, &chunk, chunk.count, 0), count > 0 { octets += chunk[..<count] }
    return String(decoding: octets, as: UTF8.self)
  }
}
