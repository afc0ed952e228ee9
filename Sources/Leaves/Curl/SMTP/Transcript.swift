internal import CCurl

/// The server's replies while libcurl opens the connection.
@safe final class Transcript {
  private(set) var replies: [SMTPReply] = []
  private var parser = ReplyParser()
  /// The handle that writes here; used only during `record`, while its owner is alive.
  private let pointer: OpaquePointer
  private let connectTimeout: Duration
  /// Limit for everything after TCP.
  private let greetingTimeout: Duration
  private let start = ContinuousClock.now

  init(of handle: borrowing EasyHandle, _ endpoint: SMTPEndpoint) throws(EasyHandle.Fault) {
    unsafe pointer = handle.pointer
    connectTimeout = endpoint.connectTimeout
    greetingTimeout = endpoint.greetingTimeout
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    try handle.set(CURLOPT_NOPROGRESS, 0)
    try handle.check(unsafe courant_set_progress_callback(pointer, onProgress))
    try handle.check(unsafe courant_set_pointer(pointer, CURLOPT_XFERINFODATA, context))
    try handle.check(unsafe courant_set_data_callback(pointer, CURLOPT_HEADERFUNCTION, onReplyLine))
    try handle.check(unsafe courant_set_pointer(pointer, CURLOPT_HEADERDATA, context))
  }

  /// Runs the transfer and keeps this object alive until it ends; afterwards the handle no longer calls back.
  func record(_ transfer: () -> CURLcode) -> CURLcode {
    let code = withExtendedLifetime(self) { transfer() }
    _ = unsafe courant_set_pointer(pointer, CURLOPT_HEADERDATA, nil)
    _ = unsafe courant_set_data_callback(pointer, CURLOPT_HEADERFUNCTION, nil)
    _ = unsafe courant_set_long(pointer, CURLOPT_NOPROGRESS, 1)
    return code
  }

  /// Parsed from the last reply to EHLO: extensions offered before STARTTLS do not count (RFC 3207 §4.2).
  var capabilities: Capabilities {
    replies.last { $0.code == 250 }.map(Capabilities.init(hello:)) ?? Capabilities()
  }

  /// After the greeting, a 220 is the reply to STARTTLS.
  var hasStartedTLS: Bool { replies.count { $0.code == 220 } > 1 }

  /// Whether the last reply to EHLO offers STARTTLS.
  var offersTLS: Bool {
    replies.last { $0.code == 250 }?.lines.dropFirst().contains { $0.uppercased() == "STARTTLS" } == true
  }

  /// The beginning of a line that is not a reply, if one arrived.
  private(set) var garbage: String?

  /// The stage that the last reply belongs to.
  var stage: OpeningFailure.Stage {
    guard let last = replies.last, replies.first?.code == 220 else { return .connect }
    switch last.code {
    case 220: return replies.count == 1 ? .hello : .tls
    case 250, 334, 235: return .login
    default: return .hello
    }
  }

  fileprivate func append(_ octets: UnsafeRawBufferPointer) {
    unsafe parser.append(octets)
    do throws(ReplyParser.Malformed) {
      while let reply = try parser.next() { replies.append(reply) }
    } catch {
      garbage = if case .noCode(let beginning) = error { beginning } else { "a reply of more than 64 kB" }
    }
  }

  /// Whether the server does not speak SMTP; libcurl would keep reading and wait. An empty line alone is tolerated.
  fileprivate var isHopeless: Bool { garbage?.isEmpty == false }

  /// CURLOPT_CONNECTTIMEOUT counts from the name look-up to the last reply; here each of the two
  /// parts has its own limit.
  fileprivate var isTooLate: Bool {
    var connected = 0.0
    guard unsafe courant_get_double(pointer, CURLINFO_CONNECT_TIME, &connected) == CURLE_OK else { return false }
    let elapsed = ContinuousClock.now - start
    return connected == 0 ? elapsed > connectTimeout : elapsed - .seconds(connected) > greetingTimeout
  }
}

private let onReplyLine: courant_data_callback = { bytes, size, count, context in
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let transcript = unsafe Unmanaged<Transcript>.fromOpaque(context).takeUnretainedValue()
  unsafe transcript.append(UnsafeRawBufferPointer(start: bytes, count: size * count))
  return transcript.isHopeless ? 0 : size * count
}

/// A non-zero result ends the transfer.
private let onProgress: courant_progress_callback = { context, _, _, _, _ in
  guard let context = unsafe context else { return 0 }
  return unsafe Unmanaged<Transcript>.fromOpaque(context).takeUnretainedValue().isTooLate ? 1 : 0
}
