internal import Curl

/// A connection between two messages.
struct IdleConnection {
  let connection: SMTPConnection
  /// Whether the last message was refused before its data: the server may still have its envelope.
  var needsReset = false
  /// The envelope sent with the final dot of the last message; the replies to it are in flight or already here.
  var announced: Envelope?

  /// Whether the server sent a 421 or closed the connection while it was idle.
  var hasBeenClosed: Bool {
    guard announced == nil else { return false }  // replies received now belong to the announcement
    do throws(SMTPConnection.Loss) {
      return try connection.pendingReply() != nil
    } catch {
      return true
    }
  }
}
