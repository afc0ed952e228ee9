/// One request and its answer, made on the calling thread, without cookies.
package struct HTTPExchange: Sendable {
  package let result: Result<HTTPResponse, HTTPFailure>
  /// The time from the name look-up to the last byte.
  package let took: Duration

  package init(_ result: Result<HTTPResponse, HTTPFailure>, took: Duration) {
    self.result = result
    self.took = took
  }

  package init(_ request: HTTPRequest) {
    let began = ContinuousClock.now
    do throws(HTTPFailure) {
      let loop = try HTTPLoop()
      let transfer = try HTTPTransfer(request)
      try loop.start(transfer)
      while !loop.isEmpty { _ = try loop.run(limit: .seconds(1)) }
      result = transfer.result ?? .failure(HTTPFailure(.broken, "there was no answer"))
    } catch {
      result = .failure(error)
    }
    took = .now - began
  }
}
