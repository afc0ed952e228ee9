internal import Curl

/// A connection between two messages.
struct Line {
  let connection: SMTPConnection
  /// The last message was refused before its data: the server may still hold an envelope.
  var needsReset = false
  /// Went out with the final dot of the last message: the server's answers to it are on their way, or here.
  var announced: Envelope?

  /// Whether the server said goodbye, or only left, while nothing was going on.
  var hasBeenClosed: Bool {
    guard announced == nil else { return false }  // what is here answers the announcement, and is read as such
    do throws(SMTPConnection.Loss) {
      return try connection.pendingReply() != nil
    } catch {
      return true
    }
  }
}
