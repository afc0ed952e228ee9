internal import CCurl

/// Runs many transfers on the thread that calls it.
@safe package final class HTTPLoop {
  private let pointer: OpaquePointer
  /// By their easy handles.
  private var running: [OpaquePointer: HTTPTransfer] = unsafe [:]

  package init() throws(HTTPFailure) {
    guard EasyHandle.isReady, let handle = unsafe curl_multi_init() else {
      throw HTTPFailure(.broken, "libcurl cannot be used")
    }
    unsafe pointer = handle
    // One request at a time per connection, so that ``HTTPRequest/allowsPrivate`` of one never applies to another.
    _ = unsafe courant_set_multi_long(handle, CURLMOPT_PIPELINING, Int(CURLPIPE_NOTHING))
  }

  deinit {
    let transfers = unsafe Array(running.values)
    for transfer in transfers { _ = unsafe curl_multi_remove_handle(pointer, transfer.handle.pointer) }
    _ = unsafe curl_multi_cleanup(pointer)
  }

  package var isEmpty: Bool { unsafe running.isEmpty }

  /// The loop keeps the transfer until it has ended.
  package func start(_ transfer: HTTPTransfer) throws(HTTPFailure) {
    let easy = unsafe transfer.handle.pointer
    let code = unsafe curl_multi_add_handle(pointer, easy)
    guard code == CURLM_OK else { throw Self.failure(code) }
    unsafe running[easy] = transfer
  }

  /// Advances all transfers, waiting at most `limit` if none has ended. Returns those that have.
  package func run(limit: Duration) throws(HTTPFailure) -> [HTTPTransfer] {
    let ended = try advance()
    guard ended.isEmpty, limit > .zero else { return ended }
    let wait = Int32(clamping: min(limit.inMilliseconds, 60_000))
    let code = unsafe curl_multi_poll(pointer, nil, 0, wait, nil)
    guard code == CURLM_OK else { throw Self.failure(code) }
    return try advance()
  }

  private func advance() throws(HTTPFailure) -> [HTTPTransfer] {
    var count: Int32 = 0
    let code = unsafe curl_multi_perform(pointer, &count)
    guard code == CURLM_OK else { throw Self.failure(code) }
    var ended: [HTTPTransfer] = []
    while let message = unsafe curl_multi_info_read(pointer, &count) {
      guard unsafe message.pointee.msg == CURLMSG_DONE, let easy = unsafe message.pointee.easy_handle else { continue }
      let result = unsafe message.pointee.data.result
      _ = unsafe curl_multi_remove_handle(pointer, easy)
      guard let transfer = unsafe running.removeValue(forKey: easy) else { continue }
      transfer.end(result)
      ended.append(transfer)
    }
    return ended
  }

  private static func failure(_ code: CURLMcode) -> HTTPFailure {
    HTTPFailure(.broken, unsafe "libcurl cannot be used: \(String(cString: curl_multi_strerror(code)))")
  }
}
