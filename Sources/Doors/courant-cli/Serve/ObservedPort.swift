import Cryptography
import Model
import Web

/// Counts, times and logs the answers of `courant serve`.
struct ObservedPort: Sendable {
  let meter: WebMeter
  /// Nil if requests are not logged.
  let log: EventLog?
  /// The page that a request asks for.
  let routeName: @Sendable (WebRequest) -> String
  /// Whether a request comes from the web server in front, whose identifiers of requests are used.
  let isFromProxy: @Sendable (WebRequest) -> Bool

  func around(_ port: @escaping WebPort) -> WebPort {
    return { request in
      let begun = ContinuousClock.now
      var response = await port(request)
      let took = ContinuousClock.now - begun
      let route = routeName(request)
      meter.count(route, method: request.knownMethod, status: response.status, took: took)
      guard let log else { return response }
      let id = identifier(of: request)
      response.set("X-Request-Id", id)
      var event = LogEvent("request")
      event.add("id", id)
      event.add("route", route)
      event.add("method", request.knownMethod)
      event.add("status", response.status)
      event.add("duration", took)
      log.write(event)
      return response
    }
  }

  /// That of the web server in front, or a random one.
  private func identifier(of request: WebRequest) -> String {
    if isFromProxy(request), let sent = request.field("x-request-id"), isPlainIdentifier(sent) { return sent }
    return lowercaseHex(randomBytes(8) ?? [])
  }
}

private func isPlainIdentifier(_ text: String) -> Bool {
  text.wholeMatch(of: /[A-Za-z0-9-]{8,64}/) != nil
}
