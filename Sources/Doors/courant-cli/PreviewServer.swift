import Delivery
import Foundation
import Office
import Press

/// An HTTP server for one author on this machine: only 127.0.0.1, one thread, one request per connection, and no
/// request blocks another.
final class PreviewServer {
  private static let maxClients = 100

  private let listener: Int32
  private let port: UInt16
  private let folder: String
  private let make: () throws -> Preview
  private var page = PreviewPage(version: "", result: .failure(CommandError("")))

  init(port: UInt16, site: String, make: @escaping () throws -> Preview) throws {
    folder = site
    self.make = make
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var one: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = listener
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 16) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isListening else {
      throw CommandError("127.0.0.1:\(port): cannot listen: \(String(cString: strerror(errno)))", .waiting)
    }
    self.port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(listener) }

  /// Runs until a signal stops it.
  func run() {
    let stop = StopSignal.ofThisProcess()
    print("http://127.0.0.1:\(port)/")
    fflush(nil)
    var clients: [PreviewClient] = []
    while !stop.isRaised {
      var waiting = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)] + clients.map(\.waiting)
      guard poll(&waiting, nfds_t(waiting.count), 100) >= 0 else { continue }
      for (client, state) in zip(clients, waiting.dropFirst()) where state.revents != 0 { client.advance(answer) }
      clients.removeAll(where: \.isDone)
      if waiting[0].revents != 0 { admit(to: &clients) }
    }
  }

  private func admit(to clients: inout [PreviewClient]) {
    let client = accept(listener, nil, nil)
    guard client >= 0 else { return }
    // Browsers open connections and then send nothing on them: the oldest is dropped.
    if clients.count == Self.maxClients { clients.removeFirst() }
    clients.append(PreviewClient(client))
  }

  private func answer(_ head: [Substring]) -> [UInt8] {
    // A request may begin with the empty line that ends it: then its path is empty.
    let words = head.first?.split(separator: " ") ?? []
    // Another site's page must not be able to read this one through a host name that resolves to 127.0.0.1.
    let host = head.dropFirst().first { $0.lowercased().hasPrefix("host:") }?.dropFirst(5)
      .trimmingCharacters(in: .whitespaces)
    guard words.count == 3, ["127.0.0.1:\(port)", "localhost:\(port)"].contains(host ?? "") else {
      return reply("400 Bad Request", PreviewPage.Part("not for this address\n"))
    }
    guard words[0] == "GET" || words[0] == "HEAD" else {
      return reply("405 Method Not Allowed", PreviewPage.Part("GET and HEAD only\n"), more: "Allow: GET, HEAD\r\n")
    }
    refresh()
    let part = page.part(at: String(words[1].prefix { $0 != "?" }))
    return reply(part == nil ? "404 Not Found" : "200 OK", part ?? .init("not here\n"), isHead: words[0] == "HEAD")
  }

  /// Files that change while they are read are picked up by the next request.
  private func refresh() {
    let version = SiteStamp(folder).text
    guard version != page.version else { return }
    page = PreviewPage(version: version, result: Result { try make() })
  }

  private func reply(_ status: String, _ part: PreviewPage.Part, more: String = "", isHead: Bool = false) -> [UInt8] {
    let head =
      "HTTP/1.1 \(status)\r\nContent-Type: \(part.type)\r\nContent-Length: \(part.octets.count)\r\n"
      + "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
      + "Content-Security-Policy: \(part.policy)\r\nConnection: close\r\n\(more)\r\n"
    return Array(head.utf8) + (isHead ? [] : part.octets)
  }
}

/// Changes whenever a file of the site does, except for files that Courant generates.
private struct SiteStamp {
  let text: String

  init(_ folder: String) {
    var hasher = Hasher()
    let keys: Set<URLResourceKey> = [.contentModificationDateKey, .fileSizeKey]
    let top = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []  // no folder: the preview reports it
    for name in top.sorted() where !["public", "var", "preview"].contains(name) && !name.hasPrefix(".") {
      let root = folder + "/" + name
      let below = (FileManager.default.subpaths(atPath: root) ?? []).map { root + "/" + $0 }
      for path in [root] + below.sorted() {
        let values = try? URL(fileURLWithPath: path).resourceValues(forKeys: keys)  // deleted since: a change
        hasher.combine(path)
        hasher.combine(values?.contentModificationDate)
        hasher.combine(values?.fileSize)
      }
    }
    text = String(UInt(bitPattern: hasher.finalize()), radix: 36)
  }
}
