internal import Curl
internal import Model

/// Calls a dead man's switch over HTTP, as healthchecks.io and its relatives expect it: a POST to the check's URL,
/// with `/start` or the exit code behind it, and lines for people in the body
/// (healthchecks.io/docs/signaling_failures).
package final class DeadMansSwitch: Watcher {
  private let agent: String
  private let timeout: Duration

  /// - Parameter timeout: for each of the tries.
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
        // A wrong address stays wrong.
        if (400...499).contains(status), status != 429 { return fault }
      } catch {
        fault = error.sentence
      }
    }
    return fault
  }
}
