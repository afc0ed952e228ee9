internal import Synchronization
package import Text

/// Counts and times the answers of this process, for Prometheus.
package final class WebMeter: Sendable {
  private struct Answer: Hashable, Comparable {
    let route: String
    let method: String
    let status: Int

    static func < (a: Answer, b: Answer) -> Bool { (a.route, a.method, a.status) < (b.route, b.method, b.status) }
  }

  fileprivate struct Times {
    /// How many took at most so long, and longer than the bound before.
    var counts = [Int](repeating: 0, count: WebMeter.bounds.count + 1)
    var sum = Duration.zero
  }

  private struct State {
    var answers: [Answer: Int] = [:]
    var times: [String: Times] = [:]
  }

  /// In seconds.
  fileprivate static let bounds: [Double] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

  private let state = Mutex(State())

  package init() {}

  /// - Parameter route: the name of a page, never a path.
  package func count(_ route: String, method: String, status: Int, took time: Duration) {
    let seconds = time / .seconds(1)
    let place = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock { state in
      state.answers[Answer(route: route, method: method, status: status), default: 0] += 1
      state.times[route, default: Times()].counts[place] += 1
      state.times[route, default: Times()].sum += time
    }
  }

  package var families: [MetricFamily] {
    let state = state.withLock { $0 }
    var requests = MetricFamily("courant_http_requests_total", .counter, "Requests that courant serve answered.")
    for (answer, count) in state.answers.sorted(by: { $0.key < $1.key }) {
      requests.add(
        Double(count), (name: "route", value: answer.route), (name: "method", value: answer.method),
        (name: "code", value: "\(answer.status)"))
    }
    var times = MetricFamily(
      "courant_http_request_duration_seconds", .histogram, "How long answers took, without the network.")
    for (route, measured) in state.times.sorted(by: { $0.key < $1.key }) { times.add(measured, of: route) }
    return [requests, times]
  }
}

extension MetricFamily {
  fileprivate mutating func add(_ times: WebMeter.Times, of route: String) {
    let label = (name: "route", value: route)
    var sum = 0
    for (bound, count) in zip(WebMeter.bounds, times.counts) {
      sum += count
      add(Double(sum), label, (name: "le", value: "\(bound)"), suffix: "_bucket")
    }
    sum += times.counts.last ?? 0
    add(Double(sum), label, (name: "le", value: "+Inf"), suffix: "_bucket")
    add(times.sum / .seconds(1), label, suffix: "_sum")
    add(Double(sum), label, suffix: "_count")
  }
}
