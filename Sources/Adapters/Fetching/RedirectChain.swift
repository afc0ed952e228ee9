import Curl
import Model
import Time

/// A request and the redirects that it meets, each judged before it is followed.
struct RedirectChain {
  private let request: FetchRequest
  private let start: HTTPAddress
  /// The address to request next, or requested last.
  private(set) var place: HTTPAddress
  private let validated: HTTPAddress?
  private var redirects: [FetchAnswer.Redirect] = []
  /// The addresses requested since the last cookie arrived. A cookie wall redirects to the same address again and then
  /// lets the client in.
  private var visited: Set<String>
  /// The rest of ``FetchRequest/timeout``.
  private var remaining: Duration

  private static let most = 5

  init(_ request: FetchRequest) throws(FetchFailure) {
    guard let start = HTTPAddress(request.url) else {
      throw FetchFailure(.refusedURL, "its url cannot be read; only http and https are asked")
    }
    self.request = request
    self.start = start
    place = start
    visited = [start.text]
    validated = request.validators.origin.map { HTTPAddress($0) } ?? start
    remaining = request.timeout
    if let failure = refusal(of: start) { throw failure }
  }

  var hasBegun: Bool { !redirects.isEmpty }

  /// The GET of ``place``. Validators and credentials go to their own origin only.
  ///
  /// - Parameter limit: the time left for the whole step.
  func hop(limit: Duration) -> HTTPRequest {
    var hop = HTTPRequest(url: place, userAgent: request.userAgent)
    hop.fields = [HTTPField("Accept", request.accept)]
    if validated?.hasOrigin(of: place) == true {
      if let etag = request.validators.etag { hop.fields.append(HTTPField("If-None-Match", etag)) }
      if let date = request.validators.lastModified { hop.fields.append(HTTPField("If-Modified-Since", date)) }
    }
    if start.hasOrigin(of: place) { hop.credentials = request.credentials ?? start.credentials }
    hop.caFile = request.caFile
    hop.proxy = request.proxy
    hop.allowsPrivate = request.allowsPrivate
    hop.mostBytes = request.mostBytes
    hop.timeout = min(remaining, limit)
    return hop
  }

  /// Nil if ``place`` is to be requested now.
  ///
  /// - Parameters:
  ///   - took: the time of the hop.
  ///   - now: for dates in header fields, if the server does not state its time.
  mutating func follow(
    _ result: Result<HTTPResponse, HTTPFailure>, took: Duration, now: Instant
  ) -> FetchAnswer? {
    remaining -= took
    do {
      let response = try result.get()
      guard let target = try redirect(response) else { return try answer(response, now: now) }
      redirects.append(FetchAnswer.Redirect(status: response.status, target: target.text))
      place = target
      visited.insert(target.text)
      guard remaining > .zero else { throw late }
      return nil
    } catch let failure as FetchFailure {
      return failed(failure)
    } catch let failure as HTTPFailure {
      return failed(failure.kind == .timedOut ? late : FetchFailure(failure))
    } catch {
      return failed(FetchFailure(.unreachable, "\(error)"))
    }
  }

  func failed(_ failure: FetchFailure) -> FetchAnswer {
    var answer = FetchAnswer(.failed(failure), url: place.text)
    answer.redirects = redirects
    return answer
  }

  var late: FetchFailure {
    let tenths = Int64(request.timeout / .milliseconds(100))
    let seconds = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return FetchFailure(.timedOut, "no complete answer within \(seconds) s")
  }
}

extension RedirectChain {
  /// The target if the response is a redirect; otherwise nil.
  private mutating func redirect(_ response: HTTPResponse) throws(FetchFailure) -> HTTPAddress? {
    guard [301, 302, 303, 307, 308].contains(response.status), let location = response.location else { return nil }
    guard let target = HTTPAddress(location) else {
      throw FetchFailure(.redirected, "it redirects to a place that is neither http nor https")
    }
    if response.first("set-cookie") != nil { visited = [] }
    if visited.contains(target.text) {
      throw FetchFailure(.redirected, "it redirects in a circle, back to \(target.text)")
    }
    guard redirects.count < Self.most else { throw FetchFailure(.redirected, "it redirects more than 5 times") }
    if place.scheme == "https", target.scheme == "http", !request.allowsDowngrade {
      throw FetchFailure(
        .redirected, "it redirects from https to http (\(target.text)); allow_http_downgrade = true permits it")
    }
    guard [80, 443, start.port].contains(target.port) else {
      throw FetchFailure(.redirected, "it redirects to port \(target.port) (\(target.text)), which is refused")
    }
    if let failure = refusal(of: target) { throw failure }
    return target
  }

  private func refusal(of place: HTTPAddress) -> FetchFailure? {
    guard !request.allowsPrivate, let reason = place.privateReason else { return nil }
    return FetchFailure(.privateAddress, privateSentence(reason))
  }

  private func answer(_ response: HTTPResponse, now: Instant) throws(FetchFailure) -> FetchAnswer {
    var answer = FetchAnswer(try self.result(response), url: place.text)
    answer.redirects = redirects
    answer.validators = Validators(etag: response.first("etag"), lastModified: response.first("last-modified"))
    answer.contentType = response.first("content-type")
    answer.freshFor = response.freshFor(at: now)
    answer.retryAfter = response.retryAfter(at: now)
    answer.isChallenge = response.first("cf-mitigated") != nil
    return answer
  }

  private func result(_ response: HTTPResponse) throws(FetchFailure) -> FetchAnswer.Result {
    switch response.status {
    case 304: return .unchanged
    case 200...299: return .document(try unpackedOnce(response.body, most: request.mostBytes))
    default: return .status(response.status)
    }
  }
}

extension FetchFailure {
  init(_ failure: HTTPFailure) {
    switch failure.kind {
    case .unreachable, .broken: self.init(.unreachable, failure.sentence)
    case .timedOut: self.init(.timedOut, failure.sentence)
    case .tooLarge: self.init(.tooLarge, failure.sentence)
    case .privateAddress: self.init(.privateAddress, privateSentence(failure.sentence))
    case .certificate: self.init(.certificate, failure.sentence)
    case .badURL: self.init(.refusedURL, failure.sentence)
    }
  }
}

private func privateSentence(_ reason: String) -> String { "\(reason); allow_private = true permits it" }
