internal import CCurl
internal import Glibc

/// One easy handle, for requests one after the other: those of one chain of redirects, which share their cookies.
///
/// Confined to the thread of the ``HTTPLoop`` that runs it.
@safe package final class HTTPTransfer {
  let handle: EasyHandle
  private var request: HTTPRequest
  private var lines = HeaderLines()
  private var head = ResponseHead()
  private var body: [UInt8] = []
  private var isTooLarge = false
  /// How many bytes of a PUT were handed to libcurl.
  private var uploaded = 0
  private var certificates = ServerCertificates()
  /// Why an address was not connected to, if none was.
  private var refusal: String?
  /// The result of the last request; nil while it is under way.
  package internal(set) var result: Result<HTTPResponse, HTTPFailure>?

  /// Cookies begin empty.
  package init(_ request: HTTPRequest) throws(HTTPFailure) {
    self.request = request
    do {
      handle = try EasyHandle()
      try prepareOnce()
      try prepare()
    } catch {
      throw HTTPFailure(.broken, "libcurl cannot be used: \(error.words)")
    }
  }

  /// The next request. The one before must have ended.
  package func follow(_ request: HTTPRequest) throws(HTTPFailure) {
    self.request = request
    head = ResponseHead()
    body = []
    isTooLarge = false
    uploaded = 0
    refusal = nil
    certificates = ServerCertificates()
    result = nil
    handle.clearError()
    do {
      try prepare()
    } catch {
      throw HTTPFailure(.broken, "libcurl cannot be used: \(error.words)")
    }
  }

  /// Notes how libcurl ended the request.
  func end(_ code: CURLcode) {
    if code == CURLE_OK {
      let location = handle.redirectURL
      var response = HTTPResponse(status: handle.status, fields: head.fields, body: body, location: location)
      response.certificateEnd = certificates.ownEnd
      result = .success(response)
    } else {
      result = .failure(failure(code))
    }
    body = []
  }
}

/// The options that are set on libcurl.
extension HTTPTransfer {
  private func prepareOnce() throws(EasyHandle.Fault) {
    try handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
    try handle.set(CURLOPT_ACCEPT_ENCODING, "")  // all that libcurl knows
    try handle.set(CURLOPT_COOKIEFILE, "")  // cookies in memory, for this handle alone
    try handle.set(CURLOPT_NOPROXY, "")
    // A name look-up cannot be stopped; without this, the end of a transfer waits for it.
    try handle.set(CURLOPT_QUICK_EXIT, 1)
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    let pointer = unsafe handle.pointer
    try handle.check(unsafe courant_set_data_callback(pointer, CURLOPT_HEADERFUNCTION, onField))
    try handle.check(unsafe courant_set_pointer(pointer, CURLOPT_HEADERDATA, context))
    try handle.check(unsafe courant_set_data_callback(pointer, CURLOPT_WRITEFUNCTION, onBytes))
    try handle.check(unsafe courant_set_pointer(pointer, CURLOPT_WRITEDATA, context))
    // libcurl passes messages of the TLS handshake only to this callback, and only if it is verbose.
    try handle.set(CURLOPT_VERBOSE, 1)
    try handle.check(unsafe courant_set_debug_callback(pointer, onTrace))
    try handle.check(unsafe courant_set_pointer(pointer, CURLOPT_DEBUGDATA, context))
    try handle.check(unsafe courant_set_data_callback(pointer, CURLOPT_READFUNCTION, onUpload))
    try handle.check(unsafe courant_set_pointer(pointer, CURLOPT_READDATA, context))
    try handle.check(unsafe courant_set_seek_callback(pointer, onRewind))
    try handle.check(unsafe courant_set_pointer(pointer, CURLOPT_SEEKDATA, context))
    try handle.check(unsafe courant_set_socket_callback(pointer, onSocket))
    try handle.check(unsafe courant_set_pointer(pointer, CURLOPT_OPENSOCKETDATA, context))
  }

  private func prepare() throws(EasyHandle.Fault) {
    try handle.set(CURLOPT_URL, request.url.text)
    try handle.set(CURLOPT_USERAGENT, request.userAgent)
    try handle.set(CURLOPT_TIMEOUT_MS, request.timeout.inMilliseconds)
    try handle.set(CURLOPT_CONNECTTIMEOUT_MS, min(request.connectTimeout, request.timeout).inMilliseconds)
    try handle.set(CURLOPT_PROXY, request.proxy ?? "")  // "": not even that of the environment
    try handle.set(CURLOPT_MAXFILESIZE, request.mostBytes)
    // A connection that may be private is never used by a request that must not be.
    try handle.set(CURLOPT_FORBID_REUSE, request.allowsPrivate && !request.sharesPrivate ? 1 : 0)
    if let credentials = request.credentials {
      try handle.set(CURLOPT_USERPWD, credentials)
    } else {
      try handle.clear(CURLOPT_USERPWD)
    }
    try prepareTrust()
    try prepareBody()
    let lines = HeaderLines(request.allFields)
    try handle.check(unsafe courant_set_pointer(handle.pointer, CURLOPT_HTTPHEADER, lines.pointer))
    self.lines = lines
  }

  private func prepareBody() throws(EasyHandle.Fault) {
    try handle.clear(CURLOPT_CUSTOMREQUEST)
    if let other = request.other { return try prepare(other) }
    guard let body = request.body else { return try handle.set(CURLOPT_HTTPGET, 1) }
    try handle.set(CURLOPT_POST, 1)
    try handle.set(CURLOPT_POSTFIELDSIZE, body.text.utf8.count)
    try handle.set(CURLOPT_COPYPOSTFIELDS, body.text)
  }

  private func prepare(_ method: HTTPMethod) throws(EasyHandle.Fault) {
    try handle.set(CURLOPT_HTTPGET, 1)
    switch method {
    case .head: try handle.set(CURLOPT_NOBODY, 1)
    case .delete: try handle.set(CURLOPT_CUSTOMREQUEST, "DELETE")
    case .put(let upload):
      let pointer = unsafe handle.pointer
      try handle.set(CURLOPT_UPLOAD, 1)
      try handle.check(unsafe courant_set_offset(pointer, CURLOPT_INFILESIZE_LARGE, curl_off_t(upload.size)))
    }
  }

  /// libcurl reads the authorities of the system once for all connections only if there is no folder of them.
  private func prepareTrust() throws(EasyHandle.Fault) {
    if let caFile = request.caFile {
      try handle.set(CURLOPT_CAINFO, caFile)
    } else {
      try handle.clear(CURLOPT_CAPATH)
    }
  }
}

/// What libcurl calls.
extension HTTPTransfer {
  /// False ends the transfer.
  func note(field bytes: UnsafeRawBufferPointer) -> Bool {
    guard body.isEmpty else { return true }  // a trailer changes nothing
    return unsafe head.append(bytes)
  }

  /// False ends the transfer.
  func note(body bytes: UnsafeRawBufferPointer) -> Bool {
    guard body.count + bytes.count <= request.mostBytes else {
      isTooLarge = true
      return false
    }
    unsafe body.append(contentsOf: bytes)
    return true
  }

  /// Fills the buffer with the next bytes of the body. Returns their count, 0 at the end; nil if they cannot be read.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
    guard case .put(let upload) = request.other else { return 0 }
    let count = min(buffer.count, upload.size - uploaded)
    guard count > 0 else { return 0 }
    switch upload {
    case .bytes(let bytes): unsafe buffer.copyBytes(from: bytes[uploaded..<(uploaded + count)])
    case .file(let descriptor, _):
      let read = unsafe pread(descriptor, buffer.baseAddress, count, off_t(uploaded))
      guard read > 0 else { return nil }
      uploaded += read
      return read
    }
    uploaded += count
    return count
  }

  /// The body is sent once more from this byte: a connection that was kept turned out to be closed.
  func rewind(to offset: Int) { uploaded = offset }

  func note(handshake bytes: UnsafeRawBufferPointer) { unsafe certificates.note(bytes) }

  /// Whether a socket may be connected to this address. With a proxy, it is that of the proxy, which is trusted.
  func allows(_ address: SocketAddress?) -> Bool {
    if request.allowsPrivate || request.proxy != nil { return true }
    guard let address else {
      refusal = "its address is neither IPv4 nor IPv6"
      return false
    }
    guard let reason = address.privateReason else { return true }
    refusal = reason
    return false
  }
}

extension HTTPTransfer {
  private func failure(_ code: CURLcode) -> HTTPFailure {
    if isTooLarge || code == CURLE_FILESIZE_EXCEEDED {
      return HTTPFailure(.tooLarge, "its document is larger than \(request.mostBytes / 1_000_000) MB")
    }
    if let refusal, code == CURLE_COULDNT_CONNECT { return HTTPFailure(.privateAddress, refusal) }
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: return HTTPFailure(.unreachable, "the name \(request.url.host) has no address")
    case CURLE_COULDNT_CONNECT: return HTTPFailure(.unreachable, "cannot connect: \(handle.connectWords)")
    case CURLE_OPERATION_TIMEDOUT where !handle.hasConnected:
      return HTTPFailure(.unreachable, "no connection within \(request.connectTimeout.inMilliseconds / 1000) s")
    case CURLE_OPERATION_TIMEDOUT: return HTTPFailure(.timedOut, "no complete answer in time")
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      return HTTPFailure(.certificate, certificateSentence(code))
    case CURLE_SSL_CACERT_BADFILE: return HTTPFailure(.certificate, "ca_file cannot be used: \(words(code))")
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return HTTPFailure(.badURL, words(code))
    default: return HTTPFailure(.broken, "the answer broke off: \(words(code))")
    }
  }

  /// A sentence about a refused certificate. The numbers are OpenSSL's (`X509_V_ERR_…`).
  private func certificateSentence(_ code: CURLcode) -> String {
    switch handle.verifyResult {
    case 10:
      guard let end = certificates.end else { break }
      return "its certificate has expired: it was valid until \(end) UTC; only the owner of the server can renew it"
    case 9:
      guard let start = certificates.start else { break }
      return "its certificate is not valid before \(start) UTC; check the clock of this machine"
    case 18...21:
      return "its certificate is not trusted: \(words(code)); if its authority is yours, name its file in `ca_file`"
    default: break
    }
    return "its certificate is not trusted: \(words(code))"
  }

  private func words(_ code: CURLcode) -> String {
    handle.errorText.isEmpty ? EasyHandle.Fault(code: code).words : handle.errorText
  }
}

extension HTTPRequest {
  /// The fields, with the body's type. A line without a value keeps libcurl from sending its default field.
  fileprivate var allFields: [HTTPField] {
    if let body { return fields + [HTTPField("Content-Type", body.type ?? "")] }
    guard case .put(let upload) = other, upload.size <= Self.mostBytesWithoutPermission else { return fields }
    return fields + [HTTPField("Expect", "")]
  }

  /// A larger body is sent only after `100 Continue` (RFC 9110, section 10.1.1), so that a refusal saves it. For a smaller one the
  /// round trip costs more than the bytes.
  private static let mostBytesWithoutPermission = 1_048_576
}
