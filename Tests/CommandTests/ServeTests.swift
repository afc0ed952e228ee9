import CourantTesting
import Files
import Foundation
import Glibc
import Testing

/// `courant serve` as a process, with a mail server and real requests.
@Suite(.serialized) struct ServeTests {
  private let press: PressRoom

  init() throws {
    press = try PressRoom(readers: 1, mail: "unsubscribe = \"unsubscribe@example.org\"\n[web]\n")
    _ = try press.run("2026-11-22T12:00:00Z")
  }

  private func serve(_ words: String...) throws -> (CourantProcess, port: UInt16) {
    let process = try CourantProcess(["serve", "--listen", "127.0.0.1:0", "--site", press.site.path] + words)
    let port = try #require(process.firstLine().split(separator: ":").last.flatMap { UInt16($0) })
    return (process, port)
  }

  private func end(_ process: CourantProcess) -> CourantProcess.End {
    kill(process.pid, SIGTERM)
    return process.wait()
  }

  @Test func aReaderSubscribesConfirmsChoosesAndLeaves() throws {
    let (process, port) = try serve()
    defer { process.kill() }
    let sent = Exchange(port).post("/subscribe", "email=new%40example.org&digest=weekly")
    #expect(sent.hasPrefix("HTTP/1.1 303 "))
    #expect(sent.contains("ocation: /subscribe?sent\r\n"))
    let mail = try #require(press.server.message(to: "new@example.org"))
    let confirm = try #require(mail.firstMatch(of: /https:\/\/news\.example\.org(\/confirm\/[A-Za-z0-9]+)/)).1
    #expect(Exchange(port).get(String(confirm)).contains("new@example.org will get:"))
    let confirmed = Exchange(port).post(String(confirm), "confirm=yes")
    let place = try #require(confirmed.firstMatch(of: /ocation: (\/preferences\/([A-Za-z0-9]+)\?confirmed)/))
    #expect(Exchange(port).get(String(place.1)).contains("Done: you are subscribed"))
    let leaving = "/unsubscribe/" + place.2
    #expect(Exchange(port).post(leaving, "List-Unsubscribe=One-Click").hasSuffix("\r\n\r\nunsubscribed\n"))
    #expect(Exchange(port).get(leaving).contains("Done: you get no more of these emails"))
    let ended = end(process)
    #expect(ended.code == 0)
    #expect(ended.errors == "")
  }

  @Test func aReaderAsksForAPrivateFeedAndReadsItUntilItIsRevoked() throws {
    let feed = "title = \"Members\"\ndescription = \"M.\"\ntopics = [\"*\"]\nprivate = true\n"
    try press.site.folder.write(feed, to: "feeds/members.toml")
    #expect(try press.run("2026-11-22T12:01:00Z").code == 0)
    let (process, port) = try serve()
    defer { process.kill() }
    let reader = "r1@example.org"
    let weak = try press.command("subscribers", "list", "--json").output
    #expect(weak.contains(reader))
    let given = try press.command("subscribers", "feeds", reader, "--new")
    #expect(given.code == 0)
    let paths = given.output.split(separator: "\n").map { String($0.replacing("https://news.example.org", with: "")) }
    #expect(paths.count == 3)
    for path in paths { #expect(Exchange(port).get(path).hasPrefix("HTTP/1.1 200 ")) }
    let shown = try press.command("subscribers", "feeds", reader)
    #expect(shown.output.hasPrefix("\(reader): members; has had an address since "))
    let again = try press.command("subscribers", "feeds", reader, "--new").output.split(separator: "\n")
      .map { String($0.replacing("https://news.example.org", with: "")) }
    #expect(Exchange(port).get(paths[0]).hasPrefix("HTTP/1.1 404 "))
    #expect(Exchange(port).get(again[0]).hasPrefix("HTTP/1.1 200 "))
    let all = try press.command("subscribers", "feeds", "--revoke", "--all")
    #expect(all.output == "revoked the addresses of 1 reader\n")
    #expect(Exchange(port).get(again[0]).hasPrefix("HTTP/1.1 404 "))
    let one = try press.command("subscribers", "feeds", reader, "--revoke")
    #expect(one.output == "\(reader): had no address of private feeds\n")
    let nobody = "nobody@example.org"
    for words in [[nobody], [nobody, "--new"], [], [reader, "--all"], [reader, "--new", "--revoke"]] {
      let refused = try CourantProcess(["subscribers", "feeds", "--site", press.site.path] + words).wait()
      #expect(refused.code != 0, "\(words)")
    }
    let ended = end(process)
    #expect(ended.errors == "")
    let token = String(again[0].split(separator: "/")[2])
    let acts = try press.command("audit").output
    #expect(acts.contains("new feed address") && acts.contains("revoke feed address"))
    for text in [ended.output, ended.errors, shown.output, acts] { #expect(!text.contains(token)) }
  }

  /// A process that closes the ledger last deletes its log, so `serve` must keep its locks while others come and go.
  @Test func changesByServeOutliveCommandsThatOpenTheLedger() throws {
    let (process, port) = try serve()
    defer { process.kill() }
    _ = Exchange(port).get("/subscribe")
    for minute in 1...2 {
      #expect(try press.command("status").code == 0)
      _ = Exchange(port).post("/subscribe", "email=new\(minute)%40example.org&digest=weekly")
      let mail = try #require(press.server.message(to: "new\(minute)@example.org"))
      let confirm = try #require(mail.firstMatch(of: /(\/confirm\/[A-Za-z0-9]+)/)).1
      let place = Exchange(port).post(String(confirm), "confirm=yes")
      let token = try #require(place.firstMatch(of: /\/preferences\/([A-Za-z0-9]+)\?confirmed/)).1
      #expect(try press.command("subscribers", "list").output.contains("new\(minute)@example.org"))
      #expect(Exchange(port).post("/unsubscribe/" + token, "List-Unsubscribe=One-Click").hasSuffix("unsubscribed\n"))
      #expect(try press.command("why", "new\(minute)@example.org").output.contains("nothing is mailed"))
    }
    #expect(end(process).code == 0)
  }

  /// B 20, through a socket: the ledger does not change by a byte.
  @Test func aCheckFromOutsideFindsEverythingRightAndChangesNothing() throws {
    let (process, port) = try serve()
    defer { process.kill() }
    let settings = press.site.folder.text("schedule.conf") ?? ""
    let here = settings.replacing("https://news.example.org", with: "http://127.0.0.1:\(port)")
    try press.site.folder.write(here, to: "schedule.conf")
    _ = Exchange(port).get("/subscribe")
    let before = try ledgerBytes()
    let checked = try press.command("check", "--web")
    #expect(checked.output.ranges(of: " (right)\n").count == 11, "\(checked)")
    // The only fault is the http URL, to which providers send nothing.
    #expect(checked.code == 78)
    #expect(
      checked.output.contains(
        "schedule.conf: [site] url: mails have no one-click link, because mail providers send nothing to http; use https\n"
      ))
    #expect(try ledgerBytes() == before)
    #expect(end(process).code == 0)
    #expect(press.site.folder.files().filter { $0.hasPrefix("var/leaving") } == [])
    let json = try press.command("check", "--web", "--json")
    #expect(json.code == 78)
    #expect(json.output.contains("start the web server and `courant serve`"))
    #expect(try press.command("check", "--web", "--offline").code == 64)
  }

  /// A 25, B 1: scanners open every link of every email, with queries and by HEAD. The ledger does not change by a byte.
  @Test func openingEveryLinkOfEveryMailChangesNothing() throws {
    _ = try press.run("2026-11-23T07:00:05Z")
    let (process, port) = try serve()
    defer { process.kill() }
    _ = Exchange(port).post("/subscribe", "email=new%40example.org&digest=weekly")
    _ = Exchange(port).post("/preferences", "email=r1%40example.org")
    let mails = try [("new", "/confirm/"), ("r1", "/access/"), ("r1", "/unsubscribe/")].map { name, link in
      try #require(press.server.message(to: name + "@example.org", with: link))
    }
    let links = Set(
      mails.flatMap { $0.matches(of: /https:\/\/news\.example\.org(\/[a-z-]+\/[A-Za-z0-9]{39})/).map { String($0.1) } })
    #expect(
      Set(links.map { $0.split(separator: "/")[0] }) == ["access", "confirm", "preferences", "refuse", "unsubscribe"])
    let before = try ledgerBytes()
    for link in links {
      for query in ["", "?confirm=yes", "?leave=all", "?do=erase-now&erase", "?List-Unsubscribe=One-Click"] {
        #expect(Exchange(port).get(link + query).hasPrefix("HTTP/1.1 200 "))
        #expect(Exchange(port).head(link + query).hasPrefix("HTTP/1.1 200 "))
      }
    }
    #expect(try ledgerBytes() == before)
    #expect(end(process).code == 0)
  }

  private func ledgerBytes() throws -> [[UInt8]] {
    try ["", "-wal"].map { try readFile(press.site.path + "/var/courant.sqlite" + $0) }
  }

  @Test func leavingWorksWhileSettingsAreBroken() throws {
    let (first, port) = try serve()
    _ = Exchange(port).post("/subscribe", "email=r1%40example.org&digest=weekly")
    let mail = try #require(press.server.message(to: "r1@example.org"))
    let token = try #require(mail.firstMatch(of: /\/preferences\/([A-Za-z0-9]+)/)).1
    #expect(end(first).code == 0)
    let settings = press.site.folder.text("schedule.conf") ?? ""
    try press.site.folder.write("[site\n" + settings, to: "schedule.conf")
    let (second, next) = try serve()
    defer { second.kill() }
    #expect(Exchange(next).get("/subscribe").hasPrefix("HTTP/1.1 503 "))
    #expect(Exchange(next).post("/unsubscribe/" + token, "List-Unsubscribe=One-Click").hasSuffix("unsubscribed\n"))
    let ended = end(second)
    #expect(ended.code == 0)
    #expect(ended.errors.hasPrefix("schedule.conf:1:"))
  }

  @Test func withoutTheTableTheErrorNamesIt() throws {
    let settings = press.site.folder.text("schedule.conf") ?? ""
    try press.site.folder.write(settings.replacing("[web]\n", with: ""), to: "schedule.conf")
    let ended = try press.command("serve", "--listen", "127.0.0.1:0")
    #expect(ended.code == 78)
    #expect(ended.errors == "schedule.conf: `courant serve` needs the table [web]; add a line [web]\n")
  }

  @Test func thePublicFolderCanAlsoBeServed() throws {
    let (process, port) = try serve("--static")
    defer { process.kill() }
    #expect(Exchange(port).get("/").contains("action=\"/subscribe\""))
    #expect(Exchange(port).get("/feeds/all/rss.xml").contains("<rss"))
    #expect(Exchange(port).get("/../schedule.conf").hasPrefix("HTTP/1.1 404 "))
    #expect(Exchange(port).get("/%2e%2e/schedule.conf").hasPrefix("HTTP/1.1 404 "))
    let feed = Exchange(port).get("/feeds/of/all/atom.xml")
    #expect(feed.contains("About a"))
    let tag = try #require(feed.firstMatch(of: /ETag: ("[^"]*")/.ignoresCase())).1
    let again = Exchange(port).get("/feeds/of/all/atom.xml", "If-None-Match: \(tag)\r\n")
    #expect(again.hasPrefix("HTTP/1.1 304 "))
    #expect(Exchange(port).get("/feeds/of/nothing/atom.xml").hasPrefix("HTTP/1.1 404 "))
    // It is kept only until an article changes.
    try press.site.article("late", dated: "2026-11-21")
    _ = try press.run("2026-11-22T13:00:00Z")
    #expect(Exchange(port).get("/feeds/of/all/atom.xml").contains("About late"))
    #expect(Exchange(port).get("/search?q=late").contains("About late"))
    #expect(end(process).code == 0)
  }

  @Test func theFormForOtherSitesIsPlainHTML() throws {
    let printed = try press.command("form", "--digest", "weekly")
    #expect(printed.code == 0)
    #expect(printed.output.contains("action=\"https://news.example.org/subscribe\""))
    #expect(!printed.output.contains("script"))
    let refused = try press.command("form", "--digest", "weekly", "--next", "https://evil.example/")
    #expect(refused.code == 78)
  }
}

/// One request on one connection.
struct Exchange {
  private let port: UInt16

  /// The value of `Host`.
  var host = "x"

  init(_ port: UInt16) { self.port = port }

  func get(_ path: String, _ fields: String = "") -> String {
    send("GET \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\(fields)\r\n")
  }

  func head(_ path: String) -> String { send("HEAD \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") }

  func post(_ path: String, _ body: String) -> String {
    send(
      "POST \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  private func send(_ request: String) -> String {
    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(client) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { return "" }
    _ = request.withCString { Glibc.send(client, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
    var octets: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 8192)
    while case let count = recv(client, &chunk, chunk.count, 0), count > 0 { octets += chunk[..<count] }
    return String(decoding: octets, as: UTF8.self)
  }
}

extension SMTPServer {
  /// The message for this reader, undone of quoted-printable. Waits for it, at most ten seconds.
  func message(to address: String, with text: String = "") -> String? {
    for _ in 0..<200 {
      let all = messages.filter { $0.recipient == address }.map {
        String(decoding: $0.octets, as: UTF8.self).replacing("=\r\n", with: "").replacing("=3D", with: "=")
      }
      if let found = all.first(where: { text.isEmpty || $0.contains(text) }) { return found }
      usleep(50_000)
    }
    return nil
  }
}
