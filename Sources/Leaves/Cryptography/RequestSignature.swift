/// Signs HTTP requests as services with the interface of Amazon's S3 expect it: Signature Version 4 (AWS General Reference,
/// "Signature Version 4 signing process").
package struct RequestSigner: Sendable {
  /// Identifies the secret; it is sent in clear.
  private let keyID: String
  private let secret: String
  private let region: String
  private let service: String

  package init(keyID: String, secret: String, region: String, service: String) {
    self.keyID = keyID
    self.secret = secret
    self.region = region
    self.service = service
  }

  /// The value of `Authorization`.
  ///
  /// - Parameter time: in UTC, as `20130524T000000Z`; the request must have it in `x-amz-date`.
  package func authorization(for request: SignableRequest, at time: String) -> String {
    let day = String(time.prefix(8))
    let scope = "\(day)/\(region)/\(service)/aws4_request"
    let canonical = lowercaseHex(sha256(request.canonical.utf8))
    let text = "\(Self.algorithm)\n\(time)\n\(scope)\n\(canonical)"
    let signature = lowercaseHex(hmacSHA256(key: key(of: day), Array(text.utf8)))
    return
      "\(Self.algorithm) Credential=\(keyID)/\(scope), SignedHeaders=\(request.signedNames), Signature=\(signature)"
  }

  /// One key per day, so that a key that leaks is soon of no use.
  private func key(of day: String) -> [UInt8] {
    var key = Array("AWS4\(secret)".utf8)
    for part in [day, region, service, "aws4_request"] { key = hmacSHA256(key: key, Array(part.utf8)) }
    return key
  }

  private static let algorithm = "AWS4-HMAC-SHA256"
}

/// A header field, or a name and a value of a query.
package struct SignablePair: Sendable {
  let name: String
  let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// The parts of a request that a signature covers.
package struct SignableRequest: Sendable {
  let method: String
  let path: String
  /// SHA-256 of the body in hexadecimal digits.
  let bodyHash: String
  /// Names and values, percent-encoded as they are sent; `""` for a name without a value.
  package var query: [SignablePair] = []
  /// All fields to sign, `Host` among them.
  package var fields: [SignablePair] = []

  /// - Parameter path: percent-encoded as it is sent. S3 signs it like that; most other services encode it again.
  package init(_ method: String, _ path: String, bodyHash: String) {
    self.method = method
    self.path = path
    self.bodyHash = bodyHash
  }

  /// The hash of a body without bytes.
  package static let hashOfNothing = lowercaseHex(sha256([]))

  var signedNames: String { sortedFields.map(\.name).joined(separator: ";") }

  /// "Task 1: Create a canonical request".
  var canonical: String {
    let sortedQuery = query.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    let queryText = sortedQuery.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    let lines = sortedFields.map { "\($0.name):\($0.value)\n" }.joined()
    return [method, path, queryText, lines, signedNames, bodyHash].joined(separator: "\n")
  }

  /// In lower case. Outer spaces of values are removed, and inner runs of them become one.
  private var sortedFields: [SignablePair] {
    fields.map { SignablePair($0.name.lowercased(), Self.squeezed($0.value)) }.sorted { $0.name < $1.name }
  }

  private static func squeezed(_ value: String) -> String { value.split(separator: " ").joined(separator: " ") }
}
