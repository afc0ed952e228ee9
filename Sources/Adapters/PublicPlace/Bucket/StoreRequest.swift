internal import Cryptography
internal import Curl
internal import Model
internal import Text
internal import Time

/// One request about a bucket, or about an object in it.
struct StoreRequest {
  enum Verb: String {
    case get = "GET"
    case head = "HEAD"
    case put = "PUT"
    case delete = "DELETE"
  }

  let verb: Verb
  /// Relative to the prefix of the bucket; nil for the bucket itself.
  let path: String?
  /// Not encoded.
  var query: [HTTPField] = []
  /// In addition to those of every request; ASCII.
  var fields: [HTTPField] = []
  /// The body of a PUT.
  var upload: HTTPUpload?
  /// SHA-256 of the body.
  var bodyHash = SignableRequest.hashOfNothing

  init(_ verb: Verb, _ path: String?) {
    self.verb = verb
    self.path = path
  }

  /// What it does, for messages.
  var words: String {
    switch verb {
    case .get: path == nil ? "list" : "read"
    case .head: "read"
    case .put: "write"
    case .delete: "delete"
    }
  }
}

/// Makes requests to one bucket.
struct StoreSignature {
  let address: BucketAddress
  let keys: BucketKeys
  let caFile: String?
  let agent: String

  /// Nil if the address cannot be requested.
  ///
  /// - Parameter time: of the machine's clock; stores refuse requests that are 15 minutes off.
  func request(_ request: StoreRequest, at time: Instant) -> HTTPRequest? {
    let path = place(of: request)
    let query = request.query.map { HTTPField(percentEncoded($0.name), percentEncoded($0.value)) }
    let written = query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    guard let url = HTTPAddress(origin + path + (query.isEmpty ? "" : "?" + written)) else { return nil }
    var sent = HTTPRequest(url: url, userAgent: agent)
    sent.caFile = caFile
    // The operator chose the endpoint, which may well be on this machine.
    sent.allowsPrivate = true
    sent.sharesPrivate = true
    sent.fields = signed(request, path, query, host: host(of: url), at: time.basicForm)
    sent.other = method(of: request)
    // 20 s, and more for large files: 50 kB/s are slow.
    sent.timeout = .seconds(20 + (request.upload?.size ?? 0) / 50_000)
    return sent
  }

  private func method(of request: StoreRequest) -> HTTPMethod? {
    switch request.verb {
    case .get: nil
    case .head: .head
    case .delete: .delete
    case .put: .put(request.upload ?? .bytes([]))
    }
  }

  private func signed(
    _ request: StoreRequest, _ path: String, _ query: [HTTPField], host: String, at time: String
  ) -> [HTTPField] {
    var fields = request.fields
    fields.append(HTTPField("x-amz-date", time))
    fields.append(HTTPField("x-amz-content-sha256", request.bodyHash))
    if let token = keys.token { fields.append(HTTPField("x-amz-security-token", token)) }
    var signable = SignableRequest(request.verb.rawValue, path, bodyHash: request.bodyHash)
    signable.query = query.map { SignablePair($0.name, $0.value) }
    signable.fields = (fields + [HTTPField("Host", host)]).map { SignablePair($0.name, $0.value) }
    let signer = RequestSigner(keyID: keys.id, secret: keys.secret, region: address.region, service: "s3")
    return fields + [HTTPField("Authorization", signer.authorization(for: signable, at: time))]
  }

  /// Without a slash at its end.
  private var origin: String {
    guard address.isInHost else { return address.endpoint }
    return address.endpoint.replacing("://", with: "://\(address.name).", maxReplacements: 1)
  }

  private func place(of request: StoreRequest) -> String {
    let bucket = address.isInHost ? "" : "/" + address.name
    guard let path = request.path else { return bucket.isEmpty ? "/" : bucket }
    return bucket + "/" + percentEncodedPath(address.key(of: path))
  }

  /// As libcurl writes it: the port is left out if it is that of the scheme.
  private func host(of url: HTTPAddress) -> String {
    url.port == (url.scheme == "https" ? 443 : 80) ? url.host : "\(url.host):\(url.port)"
  }
}

extension Instant {
  /// ISO 8601 without separators: `20261123T070000Z`.
  fileprivate var basicForm: String { rfc3339.filter { $0 != "-" && $0 != ":" } }
}
