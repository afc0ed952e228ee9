internal import Curl
internal import Model
internal import Time

/// Sends requests to a store, 16 at a time over connections that stay open, and repeats those that fail for a moment.
final class StoreRound {
  private let signature: StoreSignature
  private let loop: HTTPLoop
  private let clock: () -> Instant
  private let pause: Duration
  private let isStopped: () -> Bool

  private static let mostInFlight = 16
  /// How often an overloaded store is asked: with pauses of 0.25 s, 0.5 s and so on, for about 8 s.
  private static let mostTries = 6
  /// A store that cannot be reached is not worth as much time.
  private static let mostTriesUnreached = 3

  /// - Parameters:
  ///   - pause: before the second try; each later one is twice as long.
  ///   - isStopped: whether the run is to end soon: no request is begun then.
  init(
    _ signature: StoreSignature, clock: @escaping () -> Instant, pause: Duration, isStopped: @escaping () -> Bool
  ) throws(BucketFault) {
    self.signature = signature
    self.clock = clock
    self.pause = pause
    self.isStopped = isStopped
    do throws(HTTPFailure) { loop = try HTTPLoop() } catch { throw BucketFault(signature.address, error) }
  }

  /// A request on its way.
  private struct Call {
    let position: Int
    var tries = 0
    var opens = ContinuousClock.now
  }

  typealias Answer = Result<HTTPResponse, BucketFault>

  /// The progress of a round.
  private struct Work {
    var answers: [Answer?]
    var waiting: ArraySlice<Call>
    var delayed: [Call] = []
    var running: [ObjectIdentifier: Call] = [:]
    /// Why no request is begun any more.
    var fault: BucketFault?

    init(_ count: Int) {
      answers = [Answer?](repeating: nil, count: count)
      waiting = (0..<count).map { Call(position: $0) }[...]
    }

    var isDone: Bool { running.isEmpty && (fault != nil || waiting.isEmpty && delayed.isEmpty) }

    /// The next call that may begin.
    mutating func next() -> Call? {
      guard fault == nil, running.count < StoreRound.mostInFlight else { return nil }
      if let index = delayed.firstIndex(where: { $0.opens <= .now }) { return delayed.remove(at: index) }
      return waiting.popFirst()
    }
  }

  /// The answers, in the order of the requests: 2xx, 404, 412 and 501. Anything else is a fault, after which no request is
  /// begun; those that were not share it.
  ///
  /// - Parameter isPatient: whether failures are worth another try.
  func answers(to requests: [StoreRequest], isPatient: Bool = true) -> [Answer] {
    var work = Work(requests.count)
    while !work.isDone {
      if work.fault == nil, isStopped() {
        work.fault = BucketFault(signature.address, "stopped by a signal; the next run continues")
      }
      do throws(BucketFault) {
        begin(requests, &work)
        for transfer in try advance(until: work.delayed.map(\.opens).min()) {
          guard let call = work.running.removeValue(forKey: ObjectIdentifier(transfer)) else { continue }
          end(call, transfer, requests[call.position], isPatient, &work)
        }
      } catch {
        // libcurl's loop has failed, so no transfer can end.
        work.fault = work.fault ?? error
        break
      }
    }
    let rest = work.fault ?? BucketFault(signature.address, "the store gave no answer")
    return work.answers.map { $0 ?? .failure(rest) }
  }

  /// Begins as many as may be in flight. One that cannot be sent is the fault.
  private func begin(_ requests: [StoreRequest], _ work: inout Work) {
    while let call = work.next() {
      do throws(BucketFault) {
        let transfer = try begin(requests[call.position])
        work.running[ObjectIdentifier(transfer)] = call
      } catch {
        work.fault = error
      }
    }
  }

  /// Keeps the answer, or calls again later.
  private func end(
    _ call: Call, _ transfer: HTTPTransfer, _ request: StoreRequest, _ isPatient: Bool, _ work: inout Work
  ) {
    guard let result = transfer.result else { return }
    var call = call
    call.tries += 1
    if isPatient, work.fault == nil, mayRepeat(result, call.tries) {
      call.opens = .now + pause * Double(1 << (call.tries - 1))
      return work.delayed.append(call)
    }
    let answer = judge(result, of: request)
    work.answers[call.position] = answer
    if case .failure(let found) = answer { work.fault = work.fault ?? found }
  }

  private func begin(_ request: StoreRequest) throws(BucketFault) -> HTTPTransfer {
    guard let sent = signature.request(request, at: clock()) else {
      throw BucketFault(signature.address, "the address of `\(request.path ?? "")` cannot be requested")
    }
    do throws(HTTPFailure) {
      let transfer = try HTTPTransfer(sent)
      try loop.start(transfer)
      return transfer
    } catch {
      throw BucketFault(signature.address, error)
    }
  }

  private func advance(until end: ContinuousClock.Instant?) throws(BucketFault) -> [HTTPTransfer] {
    let limit = end.map { max(.milliseconds(1), min(.seconds(1), $0 - .now)) } ?? .seconds(1)
    do throws(HTTPFailure) { return try loop.run(limit: limit) } catch { throw BucketFault(signature.address, error) }
  }
}

extension StoreRound {
  /// Whether a failure is likely to pass. All requests may be repeated: the bytes of a PUT are the same each time.
  private func mayRepeat(_ result: Result<HTTPResponse, HTTPFailure>, _ tries: Int) -> Bool {
    switch result {
    case .success(let response):
      let isPassing = [408, 409, 429, 500, 502, 503, 504].contains(response.status) || isLate(response)
      return isPassing && tries < Self.mostTries
    case .failure(let failure):
      return [.unreachable, .timedOut, .broken].contains(failure.kind) && tries < Self.mostTriesUnreached
    }
  }

  /// The store waited too long for the body.
  private func isLate(_ response: HTTPResponse) -> Bool {
    response.status == 400 && StoreAnswer(response).code == "RequestTimeout"
  }

  private func judge(_ result: Result<HTTPResponse, HTTPFailure>, of request: StoreRequest) -> Answer {
    switch result {
    case .failure(let failure): return .failure(BucketFault(signature.address, failure))
    case .success(let response):
      let isBucketMissing = response.status == 404 && StoreAnswer(response).code == "NoSuchBucket"
      if (200...299).contains(response.status) || [404, 412, 501].contains(response.status), !isBucketMissing {
        return .success(response)
      }
      let keyID = signature.keys.id
      return .failure(BucketFault(signature.address, response, to: request.words, keyID: keyID))
    }
  }
}
