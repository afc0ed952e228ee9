internal import Curl
internal import Model

/// Calls a dead man's switch over HTTP, as healthchecks.io and similar services expect: a POST to the check's URL followed by
/// `/start` or the exit code, with lines for people in the body (healthchecks.io/docs/signaling_failures).
package final class DeadMansSwitch: Watcher {
  private let agent: String
  private let timeout: Duration

  /// - Parameter timeout: per try.
  package init(agent: String, timeout: Duration = .seconds(10)) {
    self.agent = agent
    self.timeout = timeout
  }

  private static let tries = 3

  package func tell(_ url: String, _ body: String) -> String? {
    var fault = ""
    for _ in 0..<Self.tries {
      do throws(HTTPPost.Fault) {
        let post = try HTTPPost(to: url, agent: agent, connectTimeout: timeout)
        let status = try post.send(body, timeout: timeout)
        if (200...299).contains(status) { return nil }
        fault = "it answered \(status)"
        // Retrying does not help with a wrong URL.
        if (400...499).contains(status), status != 429 { return fault }
      } catch {
        fault = error.sentence
      }
    }
    return fault
  }
}
