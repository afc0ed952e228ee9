/// One request over http or https: a GET, or a POST if it has a body. Redirects are not followed.
package struct HTTPRequest: Sendable {
  package var url: HTTPAddress
  /// The body of a POST; nil for a GET.
  package var body: HTTPBody?
  /// A HEAD or a DELETE in place of a GET, or a PUT; there is no ``body`` then.
  package var other: HTTPMethod?
  /// Fields in addition to `User-Agent`; values are as in ``HTTPResponse/first(_:)``.
  package var fields: [HTTPField] = []
  package var userAgent: String
  /// `user:password`, for HTTP basic authentication.
  package var credentials: String?
  /// Path of a PEM file with authorities that are trusted in addition to the system's.
  package var caFile: String?
  /// URL of a proxy; nil for none. The environment is ignored.
  package var proxy: String?
  /// Whether the address may be on this machine or in a private network.
  package var allowsPrivate = false
  /// Whether a later request may use a connection that may be private. Only for a loop whose requests all may.
  package var sharesPrivate = false
  /// Counted after decompression.
  package var mostBytes = 10_000_000
  /// The time limit for everything from name resolution to the last byte of the body.
  package var timeout = Duration.seconds(30)
  package var connectTimeout = Duration.seconds(10)

  package init(url: HTTPAddress, userAgent: String) {
    self.url = url
    self.userAgent = userAgent
  }
}

/// A method other than GET and POST.
package enum HTTPMethod: Sendable {
  case head
  case delete
  case put(HTTPUpload)
}

/// The body of a PUT.
package enum HTTPUpload: Sendable {
  case bytes([UInt8])
  /// A file of this size. It must stay open until the request has ended.
  case file(Int32, size: Int)

  package var size: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .file(_, let size): size
    }
  }
}

/// The body of a POST.
package struct HTTPBody: Hashable, Sendable {
  /// The value of `Content-Type`; nil to send none.
  package let type: String?
  /// The body, without NUL.
  package let text: String

  package init(_ text: String, type: String?) {
    self.text = text
    self.type = type
  }
}

package struct HTTPField: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

package struct HTTPResponse: Hashable, Sendable {
  package let status: Int
  /// In the order of the response, with names in lower case. Each byte of a value is one code point (ISO 8859-1), so that it
  /// can be sent back byte for byte. White space at both ends is removed.
  package let fields: [HTTPField]
  /// Decompressed as `Content-Encoding` says.
  package let body: [UInt8]
  /// Absolute; nil unless the response names another location.
  package let location: String?
  /// When the server's certificate ends, in UTC, as `2026-11-30 12:00`; nil without TLS.
  package var certificateEnd: String?

  package init(status: Int, fields: [HTTPField], body: [UInt8] = [], location: String? = nil) {
    self.status = status
    self.fields = fields
    self.body = body
    self.location = location
  }

  /// Nil if the field is missing or empty.
  package func first(_ name: String) -> String? {
    fields.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}

/// Why there is no response.
package struct HTTPFailure: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The name does not resolve, or nothing listens there.
    case unreachable
    case timedOut
    case tooLarge
    /// Its address is not on the internet.
    case privateAddress
    case certificate
    case badURL
    /// The connection or the response broke.
    case broken
  }

  package let kind: Kind
  /// Begins in lower case and has no full stop.
  package let sentence: String

  package init(_ kind: Kind, _ sentence: String) {
    self.kind = kind
    self.sentence = sentence
  }
}
