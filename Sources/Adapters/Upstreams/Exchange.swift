internal import Cryptography
internal import Model
internal import Text

/// The answers of one poll.
struct Exchange {
  /// The answer to the request of the source's own URL.
  private(set) var own: FetchAnswer?
  /// The first response without which the poll cannot continue.
  private(set) var broken: FetchAnswer?

  var decisive: FetchAnswer? { broken ?? own }

  /// The body of a response that the poll needs; nil if it has none, and then nothing else is requested.
  mutating func take(_ answer: FetchAnswer) -> [UInt8]? {
    if own == nil { own = answer }
    if case .document(let bytes) = answer.result { return bytes }
    if broken == nil { broken = answer }
    return nil
  }

  /// The outcome of a poll that read nothing completely.
  ///
  /// - Parameters:
  ///   - request: the one for the source's own URL.
  ///   - failure: why the answer cannot be read.
  func outcome(of request: FetchRequest, _ failure: UpstreamFailure?) -> UpstreamOutcome {
    guard let own else { return .unanswered }
    if let failure { return .unreadable(failure) }
    if broken == nil, case .document = own.result { return .unchanged }
    return own.outcome(of: request) ?? .unanswered
  }

  /// A response that came too late to affect what has been read; it only decides when the source is fetched again.
  mutating func stop(with answer: FetchAnswer) {
    if broken == nil { broken = answer }
  }
}

extension FetchAnswer {
  /// The outcome of a poll that this answer alone decides; nil for a document.
  func outcome(of request: FetchRequest) -> UpstreamOutcome? {
    switch result {
    case .document: return nil
    case .unchanged:
      // RFC 9110 §15.4.5: only a conditional request is answered so.
      if request.validators.isEmpty {
        return .unreadable(
          UpstreamFailure(sentence: "the server answered 304 (not modified) to a request without conditions"))
      }
      return .unchanged
    case .status, .failed: return .unanswered
    }
  }
}

extension UpstreamQuestion {
  /// A request like the first, for another URL of the same poll.
  ///
  /// Permissions for the source's own host do not extend to other hosts that its answers name.
  func request(_ url: String, accept: String) -> FetchRequest {
    var request = first
    request.url = url
    request.accept = accept
    request.validators = Validators()
    let target = WebURL(url)
    let own = WebURL(first.url)
    if target?.host != own?.host || target?.scheme != own?.scheme { request.credentials = nil }
    if target.map({ $0.hostWithoutPort }) != own.map({ $0.hostWithoutPort }) { request.allowsPrivate = false }
    return request
  }

  /// The request of the source's own URL.
  func firstRequest(accept: String) -> FetchRequest {
    var request = first
    request.accept = accept
    return request
  }
}

extension WebURL {
  fileprivate var hostWithoutPort: Substring {
    host.hasPrefix("[") ? host.prefix { $0 != "]" } : host.prefix { $0 != ":" }
  }
}

extension UpstreamDocument {
  /// Known pages and papers are not read again, so missing ones are not gone, even from a mirrored source.
  mutating func saysNothingOfOthers(_ question: UpstreamQuestion) {
    if question.source.isMirror { isComplete = false }
  }
}

/// SHA-256 in hexadecimal.
func digest(of bytes: [UInt8]) -> String { lowercaseHex(sha256(bytes)) }
