internal import Cryptography
internal import Foundation
internal import Synchronization

/// A store with the interface of S3, for tests: one bucket, in memory, on 127.0.0.1. It checks signatures.
package final class BucketServer: Sendable {
  package struct Object: Hashable, Sendable {
    package let etag: String
    package let body: String
    /// Of the PUT, keyed by name in lower case.
    package let fields: [String: String]
  }

  /// How it answers.
  package struct Habits: Sendable {
    package var keyID = "AKIDTEST"
    package var secret = "test/secret+key"
    package var name = "news"
    /// Without, conditions are answered by 501, as some stores do.
    package var knowsConditions = true
    package var pageSize = 1_000
    /// Nil for the usual answer. `request` is such as `PUT index.html`, `count` how often it was made before.
    package var fault: @Sendable (_ request: String, _ count: Int) -> HTTPScript? = { _, _ in nil }

    package init() {}
  }

  private let shelf: BucketShelf
  private let server: HTTPServer

  package init(_ habits: Habits = Habits()) throws {
    let shelf = BucketShelf(habits)
    self.shelf = shelf
    server = try HTTPServer { request in .response(shelf.answer(request)) }
  }

  package var endpoint: String { server.origin }
  /// By key.
  package var objects: [String: Object] { shelf.objects }
  /// Such as `PUT index.html`, in order of arrival.
  package var requests: [String] { shelf.requests }
  package var connections: Int { server.connections }

  package func forgetRequests() { shelf.forgetRequests() }

  /// As another program does.
  package func put(_ body: String, at key: String) { shelf.put(body, at: key) }
  package func remove(_ key: String) { shelf.remove(key) }
  package func stop() { server.stop() }
}

/// The objects of a ``BucketServer``.
private final class BucketShelf: Sendable {
  private struct State {
    var objects: [String: BucketServer.Object] = [:]
    var requests: [String] = []
    var counts: [String: Int] = [:]
  }

  private let state = Mutex(State())
  private let habits: BucketServer.Habits

  init(_ habits: BucketServer.Habits) { self.habits = habits }

  var objects: [String: BucketServer.Object] { state.withLock { $0.objects } }
  var requests: [String] { state.withLock { $0.requests } }
  func forgetRequests() { state.withLock { $0.requests = [] } }
  func remove(_ key: String) { state.withLock { $0.objects[key] = nil } }
  func put(_ body: String, at key: String) {
    state.withLock { $0.objects[key] = BucketServer.Object(etag: Self.etag(of: body), body: body, fields: [:]) }
  }

  func answer(_ request: HTTPServer.Request) -> HTTPScript {
    let words = request.line.split(separator: " ")
    let parts = words[1].split(separator: "?", maxSplits: 1)
    let path = String(parts[0])
    let query = parts.count == 2 ? String(parts[1]) : ""
    let bucket = "/" + habits.name
    guard path == bucket || path.hasPrefix(bucket + "/") else { return Self.error(404, "NoSuchBucket") }
    let key = path.dropFirst(bucket.count + 1).removingPercentEncoding ?? ""
    let name = key.isEmpty ? "LIST" : "\(words[0]) \(key)"
    let count = state.withLock { state in
      state.requests.append(name)
      defer { state.counts[name, default: 0] += 1 }
      return state.counts[name, default: 0]
    }
    if let fault = habits.fault(name, count) { return fault }
    guard let id = request.credential, id == habits.keyID else { return Self.error(403, "InvalidAccessKeyId") }
    guard isSigned(request, String(words[0]), path, query) else { return Self.error(403, "SignatureDoesNotMatch") }
    switch words[0] {
    case "PUT": return put(request, key)
    case "DELETE":
      remove(key)
      return HTTPScript(204)
    case "GET" where key.isEmpty: return list(query)
    default: return look(key, isHead: words[0] == "HEAD")
    }
  }

  private func put(_ request: HTTPServer.Request, _ key: String) -> HTTPScript {
    let match = request.fields["if-match"]
    let noneMatch = request.fields["if-none-match"]
    if !habits.knowsConditions, match != nil || noneMatch != nil { return Self.error(501, "NotImplemented") }
    let object = BucketServer.Object(
      etag: Self.etag(of: request.body), body: request.body, fields: request.fields)
    return state.withLock { state in
      let old = state.objects[key]
      if noneMatch != nil, old != nil { return Self.error(412, "PreconditionFailed") }
      if match != nil, old == nil { return Self.error(404, "NoSuchKey") }
      if let match, match != old?.etag { return Self.error(412, "PreconditionFailed") }
      state.objects[key] = object
      return HTTPScript(200, [("ETag", object.etag)])
    }
  }

  private func look(_ key: String, isHead: Bool) -> HTTPScript {
    guard let object = objects[key] else { return isHead ? HTTPScript(404) : Self.error(404, "NoSuchKey") }
    let kept = object.fields.filter { $0.key.hasPrefix("x-amz-meta-") }.map { ($0.key, $0.value) }
    return HTTPScript(200, [("ETag", object.etag)] + kept, text: isHead ? "" : object.body)
  }

  /// The token is the last key of the page before.
  private func list(_ query: String) -> HTTPScript {
    var values: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      values[String(parts[0])] = parts.count == 2 ? parts[1].removingPercentEncoding : ""
    }
    let after = values["continuation-token"] ?? ""
    let all = objects.filter { $0.key.hasPrefix(values["prefix"] ?? "") && $0.key > after }.sorted { $0.key < $1.key }
    let page = all.prefix(habits.pageSize)
    let contents = page.map {
      "<Contents><Key>\(Self.escaped($0.key))</Key><ETag>\(Self.escaped($0.value.etag))</ETag></Contents>"
    }
    let isCut = page.count < all.count
    let token = isCut ? "<NextContinuationToken>\(Self.escaped(page.last?.key ?? ""))</NextContinuationToken>" : ""
    return HTTPScript(
      text: "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
        + "<IsTruncated>\(isCut)</IsTruncated>\(contents.joined())\(token)</ListBucketResult>")
  }

  static func error(_ status: Int, _ code: String) -> HTTPScript {
    HTTPScript(
      status, [("Date", "Tue, 01 Dec 2026 07:00:00 GMT")],
      text: "<?xml version=\"1.0\"?><Error><Code>\(code)</Code><Message>In the store's words</Message></Error>")
  }

  private static func etag(of body: String) -> String { "\"\(lowercaseHex(sha256(body.utf8).prefix(16)))\"" }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: "\"", with: "&quot;")
  }

  /// Whether the signature is that of what arrived.
  private func isSigned(_ request: HTTPServer.Request, _ method: String, _ path: String, _ query: String) -> Bool {
    let fields = request.fields
    guard let given = fields["authorization"], let time = fields["x-amz-date"],
      let hash = fields["x-amz-content-sha256"],
      let names = given.firstMatch(of: /SignedHeaders=([^,]+)/)?.1.split(separator: ";").map(String.init)
    else { return false }
    let isWhole = hash == lowercaseHex(sha256(request.body.utf8)) || request.body.contains("\u{FFFD}")
    var signable = SignableRequest(method, path, bodyHash: hash)
    signable.fields = names.map { SignablePair($0, fields[$0] ?? "") }
    signable.query = query.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      return SignablePair(parts[0], parts.count == 2 ? parts[1] : "")
    }
    let region = given.split(separator: "/").dropFirst(2).first.map(String.init) ?? ""
    let signer = RequestSigner(keyID: habits.keyID, secret: habits.secret, region: region, service: "s3")
    return isWhole && names.contains("host") && given == signer.authorization(for: signable, at: time)
  }
}

extension BucketServer {
  /// An answer with the code of an error, as stores give it.
  package static func error(_ status: Int, _ code: String) -> HTTPScript { BucketShelf.error(status, code) }
}

extension HTTPServer.Request {
  /// The id of the key that signed it.
  fileprivate var credential: String? {
    fields["authorization"]?.firstMatch(of: /Credential=([^\/]+)/).map { String($0.1) }
  }
}
