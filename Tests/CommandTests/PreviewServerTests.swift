import CourantTesting
import Foundation
import Glibc
import Testing

/// `courant preview weekly --serve 0`, as an author's browser sees it.
@Suite struct PreviewServerTests {
  private struct Refused: Error {}

  /// The body of the response. Uses its own socket, because Foundation's client leaks.
  private func get(_ url: String) throws -> String {
    let parts = try #require(url.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)(\/.*)?/)).output
    let socket = try Self.connection(to: try #require(UInt16(parts.1)))
    defer { close(socket) }
    Self.say("GET \(parts.2 ?? "/") HTTP/1.1\r\nHost: 127.0.0.1:\(parts.1)\r\n\r\n", to: socket)
    let answer = Self.answer(from: socket)
    let end = try #require(answer.range(of: "\r\n\r\n"))
    if !answer.hasPrefix("HTTP/1.1 200 ") { throw Refused() }
    return String(answer[end.upperBound...])
  }

  @Test func aChangedTemplateShowsAtOnceAndCtrlCEndsThePreview() throws {
    let press = try PressRoom(readers: 1)
    let process = try CourantProcess(
      ["preview", "weekly", "--serve", "0", "--now", "2026-11-22T12:00:00Z", "--site", press.site.path])
    var ended = false
    defer { if !ended { process.kill() } }
    let url = try process.firstLine()
    #expect(try get(url).contains("<iframe sandbox width=\"375\" src=\"/mail.html\""))
    #expect(try get(url + "mail.html").contains("About a"))
    #expect(try get(url + "dark.html").contains("@media all"))
    let version = try get(url + "version")

    try press.site.folder.write("<p>A new note.</p>", to: "templates/note.html")
    #expect(try get(url + "version") != version)
    #expect(try get(url + "mail.html").contains("A new note."))
    try press.site.folder.write("{{#sections}}", to: "templates/digest.html")
    #expect(try get(url).contains("templates/digest.html:"))

    let port = try #require(url.split(separator: ":").last?.dropLast())
    let taken = try press.command("preview", "weekly", "--serve", String(port))
    #expect(taken.code == 75)
    kill(process.pid, SIGINT)
    ended = true
    #expect(process.wait().code == 0)
  }

  /// The logo is next to the articles, not published yet.
  @Test func imagesOfTheSiteAreShownFromItsFolder() throws {
    let press = try PressRoom(readers: 1)
    let logo = "<img src=\"{{site.url}}/articles/my%20logo.png\" alt=\"Logo\">"
    try press.site.folder.write(logo + "<img src=\"{{site.url}}/gone.png\" alt=\"\">", to: "templates/note.html")
    try press.site.folder.write("image", to: "articles/my logo.png")
    let process = try CourantProcess(
      ["preview", "weekly", "--serve", "0", "--now", "2026-11-22T12:00:00Z", "--site", press.site.path])
    defer { process.kill() }
    let url = try process.firstLine()
    let sources = { (html: String) in html.matches(of: /<img src="([^"]*)"/).map { String($0.output.1) } }
    #expect(try sources(get(url + "mail.html")) == ["/image/0", "https://news.example.org/gone.png"])
    #expect(try get(url + "image/0") == "image")
    #expect(throws: (any Error).self) { try get(url + "image/1") }

    let out = try TemporaryFolder()
    let end = try press.command("preview", "weekly", "--now", "2026-11-22T12:00:00Z", "--out", out.path)
    #expect(end.code == 0)
    let file = "file://\(press.site.path)/articles/my%20logo.png"
    #expect(sources(out.text("weekly.html") ?? "") == [file, "https://news.example.org/gone.png"])
    #expect(out.text("weekly.eml")?.contains("file:") == false)
  }

  @Test func browsersDoNotWaitForEachOther() throws {
    let press = try PressRoom(readers: 1)
    let process = try CourantProcess(
      ["preview", "weekly", "--serve", "0", "--now", "2026-11-22T12:00:00Z", "--site", press.site.path])
    defer { process.kill() }
    let port = try #require(try process.firstLine().split(separator: ":").last.flatMap { UInt16($0.dropLast()) })
    let slow = try Self.connection(to: port)
    defer { close(slow) }
    Self.say("GET /mail.txt HTTP/1.1\r\n", to: slow)
    #expect(try get("http://127.0.0.1:\(port)/mail.txt").contains("About a"))
    #expect(recv(slow, nil, 0, Int32(MSG_DONTWAIT)) == -1)
    Self.say("Host: 127.0.0.1:\(port)\r\n\r\n", to: slow)
    #expect(Self.answer(from: slow).contains("About a"))
  }

  @Test(arguments: [UInt64.random(in: 0...UInt64.max), 1])
  func noRequestEndsIt(_ seed: UInt64) throws {
    let press = try PressRoom(readers: 1)
    let process = try CourantProcess(
      ["preview", "weekly", "--serve", "0", "--now", "2026-11-22T12:00:00Z", "--site", press.site.path])
    defer { process.kill() }
    let port = try #require(try process.firstLine().split(separator: ":").last.flatMap { UInt16($0.dropLast()) })
    var numbers = SeededNumbers(seed: seed)
    for request in Self.malformed + (0..<200).map({ _ in Self.scrambled(&numbers) }) {
      let socket = try Self.connection(to: port)
      Self.put(request, on: socket)
      shutdown(socket, Int32(SHUT_WR))
      _ = Self.answer(from: socket)
      close(socket)
    }
    #expect(try get("http://127.0.0.1:\(port)/mail.txt").contains("About a"), "seed \(seed)")
  }

  @Test func anEmptyRequestIsABadRequest() throws {
    let press = try PressRoom(readers: 1)
    let process = try CourantProcess(
      ["preview", "weekly", "--serve", "0", "--now", "2026-11-22T12:00:00Z", "--site", press.site.path])
    defer { process.kill() }
    let port = try #require(try process.firstLine().split(separator: ":").last.flatMap { UInt16($0.dropLast()) })
    let socket = try Self.connection(to: port)
    defer { close(socket) }
    Self.say("\r\n\r\n", to: socket)
    #expect(Self.answer(from: socket).hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
  }

  private static let host = Array("Host: 127.0.0.1\r\n\r\n".utf8)

  private static var malformed: [[UInt8]] {
    let lines = [
      "", "\r\n\r\n", "\r\n\r\n\r\n\r\n", "\n\n", "\0", "\0\r\n\r\n", " \r\n\r\n", "GET", "GET\r\n\r\n",
      "GET  HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost\r\n\r\n",
      "GET / HTTP/1.1\r\nHost:\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n", "GET ? HTTP/1.1\r\n", "GET \r\n\r\n/",
      "GET / HTTP/1.1 more\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: -1\r\n",
      "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n", "\u{FEFF}GET / HTTP/1.1\r\n",
      "GET / HTTP/1.1\r\n" + String(repeating: "X: y\r\n", count: 20_000),
      "GET /" + String(repeating: "a", count: 70_000),
      "HEAD /../../../etc/passwd HTTP/1.1\r\n", "GET /%00%ff HTTP/1.1\r\n", "\r\r\n\n\r\n\r\n",
    ].map { Array($0.utf8) }
    return lines + lines.map { $0 + host } + lines.map { $0 + host + $0 + host }
  }

  private static func scrambled(_ numbers: inout SeededNumbers) -> [UInt8] {
    var request = Array("GET /mail.txt HTTP/1.1\r\n".utf8) + host
    for _ in 0..<Int.random(in: 1...12, using: &numbers) {
      let place = Int.random(in: 0..<request.count, using: &numbers)
      let byte: UInt8 =
        [0x0D, 0x0A, 0x20, 0x3A, UInt8.random(in: 0...255, using: &numbers)].randomElement(using: &numbers) ?? 0
      if Bool.random(using: &numbers) { request[place] = byte } else { request.insert(byte, at: place) }
    }
    return request + (Bool.random(using: &numbers) ? host : [])
  }

  private static func put(_ bytes: [UInt8], on socket: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
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
