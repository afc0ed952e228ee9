import Cryptography
import Delivery
import Foundation
import HTTPServing
import Model
import Office
import Press
import Time
import Web

/// Shows a ``Showcase`` in the browser of an author on this machine, and again whenever the site changes.
final class ShowcaseServer: Sendable {
  private let folder: String
  private let shelf: ShowcaseShelf

  /// - Parameter now: nil for the machine's clock.
  init(_ folder: String, theme: String?, now: Instant?) {
    self.folder = folder
    shelf = ShowcaseShelf { await ThemePreview.made(folder, theme: theme, now: now ?? Moment.clock) }
  }

  /// Runs until a signal stops it.
  func run(port: UInt16) throws {
    let stop = StopSignal.ofThisProcess()
    var limits = HTTPDoor.Limits()
    limits.drain = .seconds(1)
    let door = HTTPDoor(
      .host("127.0.0.1", port: Int(port)), limits: limits,
      listening: { address in
        print(address + "/")
        fflush(nil)
      }, port: { await self.answer($0) })
    do {
      try awaited { try await door.run(until: { await stop.raised() }) }
    } catch {
      throw CommandError("127.0.0.1:\(port): cannot listen: \(error)", .waiting)
    }
  }

  func answer(_ request: WebRequest) async -> WebResponse {
    // Another site's page must not be able to read this one through a host name that resolves to 127.0.0.1.
    let host = (request.field("host") ?? "").prefix { $0 != ":" }
    guard host == "127.0.0.1" || host == "localhost" else { return .text(400, "not for this address") }
    guard request.isSafe else {
      var refusal = WebResponse.text(405, "GET and HEAD only")
      refusal.set("Allow", "GET, HEAD")
      return refusal
    }
    var response = await response(at: request.path)
    response.set("Content-Length", "\(response.body.count)")
    response.set("Cache-Control", "no-store")
    response.set("X-Content-Type-Options", "nosniff")
    response.set("Referrer-Policy", "no-referrer")
    if request.method == "HEAD" { response.body = [] }
    return response
  }

  private func response(at path: String) async -> WebResponse {
    let version = SettingsStamp(folder, and: ["static", "pages"]).digest
    if path == "/version" || path == "/show/version" { return .plain(version) }
    let showcase = await shelf.showcase(of: version)
    let name = path.hasPrefix("/show/") && path.hasSuffix(".html") ? path.dropFirst(6).dropLast(5) : nil
    let isFrame = path == "/" || path == "/index.html" || name != nil || showcase.items.isEmpty
    if isFrame { return frame(showcase, version, showing: name.map(String.init)) }
    return file(at: path, showcase) ?? .text(404, "not here")
  }

  /// - Parameter name: of a page or email; nil for the index, which is also shown while nothing can be rendered.
  private func frame(_ showcase: Showcase, _ version: String, showing name: String?) -> WebResponse {
    let nonce = lowercaseHex(randomBytes(16) ?? [])
    let frame = ShowcaseFrame(showcase, live: .init(version: version, nonce: nonce))
    let page = name.flatMap(frame.page)
    if name != nil, page == nil, !showcase.items.isEmpty { return .text(404, "not here") }
    return .html(
      Array((page ?? frame.index).utf8),
      policy: "default-src 'none'; style-src 'nonce-\(nonce)'; script-src 'nonce-\(nonce)'; connect-src 'self'; "
        + "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
  }

  /// A page, an email, or what they show.
  private func file(at path: String, _ showcase: Showcase) -> WebResponse? {
    let path = String(path.dropFirst())
    for candidate in [path, path + "index.html"] {
      guard let bytes = showcase.files[candidate] else { continue }
      if candidate.hasSuffix(".html") { return .html(bytes, policy: Self.shownPolicy) }
      return WebResponse(200, [.init("Content-Type", MediaType.content(ofFile: candidate))], body: bytes)
    }
    // Style sheets may name files from the root of the server.
    return Self.file(path.hasPrefix("site/") ? String(path.dropFirst(5)) : path, of: folder)
  }

  /// Nothing leaves this machine, and no script runs.
  private static let shownPolicy =
    "default-src 'none'; img-src 'self' data:; media-src 'self'; font-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

  /// A file that the site publishes: from `static/`, or as it was published last.
  ///
  /// - Parameter path: relative to `public/`, percent-encoded.
  static func file(_ path: String, of folder: String) -> WebResponse? {
    let site = Site(title: "", url: "http://127.0.0.1", language: "en", zone: .utc, publisher: "")
    let request = WebRequest("GET", "/" + path)
    return PublicFiles(folder: folder + "/static", below: site).answer(request)
      ?? PublicFiles(folder: folder + "/public", below: site).answer(request)
  }
}

/// The newest showcase. It is made once for each version, however many requests wait for it.
private actor ShowcaseShelf {
  private let make: @Sendable () async -> Showcase
  private var newest: (version: String, showcase: Task<Showcase, Never>)?

  init(_ make: @escaping @Sendable () async -> Showcase) { self.make = make }

  /// - Parameter version: of the files as they are now. Those that change while they are read are noticed by the next request.
  func showcase(of version: String) async -> Showcase {
    if let newest, newest.version == version { return await newest.showcase.value }
    let task = Task { [make] in await make() }
    newest = (version, task)
    return await task.value
  }
}

extension WebResponse {
  fileprivate static func html(_ body: [UInt8], policy: String) -> WebResponse {
    WebResponse(
      200, [.init("Content-Type", "text/html; charset=utf-8"), .init("Content-Security-Policy", policy)], body: body)
  }

  fileprivate static func plain(_ text: String) -> WebResponse {
    WebResponse(200, [.init("Content-Type", "text/plain; charset=utf-8")], body: Array(text.utf8))
  }
}
