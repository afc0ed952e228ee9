package import Model
internal import Synchronization

/// Answers requests from a script, without sockets, one conversation after the other.
package final class ScriptedFetcher: Fetcher, Sendable {
  package typealias Script = @Sendable (FetchRequest) -> FetchAnswer

  private let script: Mutex<Script>
  private let log = Mutex<[FetchRequest]>([])

  package init(_ script: @escaping Script = { FetchAnswer(.status(404), url: $0.url) }) {
    self.script = Mutex(script)
  }

  /// Answers differently from now on.
  package func follow(_ script: @escaping Script) { self.script.withLock { $0 = script } }

  /// All requests so far, in their order.
  package var requests: [FetchRequest] { log.withLock { $0 } }

  package func run(
    _ conversations: [any Conversation], limit: Duration, ended: (Int, any Conversation) throws -> Void
  ) throws {
    let answer = script.withLock { $0 }
    for (position, conversation) in conversations.enumerated() {
      var conversation = conversation
      var last: FetchAnswer?
      while let request = conversation.next(after: last) {
        log.withLock { $0.append(request) }
        last = answer(request)
      }
      try ended(position, conversation)
    }
  }
}
