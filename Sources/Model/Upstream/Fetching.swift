/// One HTTP GET.
package struct FetchRequest: Hashable, Sendable {
  /// Absolute, http or https.
  package var url: String
  /// Sent back byte for byte; both nil for an unconditional request.
  package var validators = Validators()
  package var accept = "*/*"
  package var userAgent: String
  /// `user:password`, only sent to the origin of ``url``.
  package var credentials: String?
  /// Absolute path of a PEM file.
  package var caFile: String?
  package var proxy: String?
  package var allowsPrivate = false
  package var allowsDowngrade = false
  /// Counted after decompression.
  package var mostBytes = 10_000_000
  /// The total time limit: name resolution, redirects, body.
  package var timeout = Duration.seconds(30)

  package init(url: String, userAgent: String) {
    self.url = url
    self.userAgent = userAgent
  }

  /// Copies from the settings where a source may be and how to reach it.
  ///
  /// - Parameter folder: that of the site; the names of files in `settings` are relative to it.
  package mutating func follow(_ settings: UpstreamSettings, in folder: String) {
    caFile = settings.caFile.map { folder + "/" + $0 }
    proxy = settings.proxy
    allowsPrivate = settings.allowsPrivate
    allowsDowngrade = settings.allowsDowngrade
  }
}

/// `ETag` and `Last-Modified` of an answer, never invented and never reformatted.
package struct Validators: Hashable, Sendable, Codable {
  package var etag: String?
  package var lastModified: String?
  /// Scheme, host and port that they belong to (``WebOrigin/text``), and are sent to; nil: those of the request's URL.
  package var origin: String?

  package init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }

  package var isEmpty: Bool { etag == nil && lastModified == nil }
}

/// An answer, after any redirects.
package struct FetchAnswer: Hashable, Sendable {
  package enum Result: Hashable, Sendable {
    /// 200–299, with its decoded body.
    case document([UInt8])
    /// 304.
    case unchanged
    /// Any other status.
    case status(Int)
    case failed(FetchFailure)
  }

  package var result: Result
  /// The URL that answered.
  package var url: String
  /// The whole chain, with the status of each redirect: empty if there was none.
  package var redirects: [Redirect] = []
  package var validators = Validators()
  package var contentType: String?
  /// `max-age` and `Expires`; nil if the server sent neither.
  package var freshFor: Duration?
  /// `Retry-After`, counted from now.
  package var retryAfter: Duration?
  /// Whether the header fields demand proof that the client is a person (`cf-mitigated`).
  package var isChallenge = false

  package init(_ result: Result, url: String) {
    self.result = result
    self.url = url
  }

  package struct Redirect: Hashable, Sendable {
    package let status: Int
    /// Absolute.
    package let target: String

    package init(status: Int, target: String) {
      self.status = status
      self.target = target
    }

    /// 301 and 308.
    package var isPermanent: Bool { status == 301 || status == 308 }
  }
}

package struct FetchFailure: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case unreachable, timedOut, tooLarge, privateAddress, redirected, certificate, refusedURL, notStarted
  }

  package let kind: Kind
  /// Begins in lower case and has no full stop, without the URL.
  package let sentence: String

  package init(_ kind: Kind, _ sentence: String) {
    self.kind = kind
    self.sentence = sentence
  }
}

/// The consecutive requests of one poll of a source; a feed needs only one.
package protocol Conversation {
  /// The next request. Nil ends the conversation.
  ///
  /// - Parameter answer: the response to the previous request; nil at the beginning.
  mutating func next(after answer: FetchAnswer?) -> FetchRequest?
}

/// Fetches from many hosts at once. Only one request at a time goes to a host, with a pause after each.
package protocol Fetcher: AnyObject {
  /// Returns when all conversations have ended. After `limit`, requests that have not begun get
  /// ``FetchFailure/Kind/notStarted``, and those under way end.
  ///
  /// - Parameter ended: is called on the caller's thread for each conversation as it ends, with its position.
  func run(
    _ conversations: [any Conversation], limit: Duration, ended: (Int, any Conversation) throws -> Void) throws
}
