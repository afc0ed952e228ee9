internal import CCurl

/// Opens a connection with `CURLOPT_CONNECT_ONLY`: sends EHLO and starts TLS if it is required.
struct SMTPOpening {
  struct Opened: ~Copyable {
    let handle: EasyHandle
    let socket: curl_socket_t
    let isEncrypted: Bool
    let capabilities: Capabilities
  }

  private let endpoint: SMTPEndpoint

  init(_ endpoint: SMTPEndpoint) { self.endpoint = endpoint }

  /// libcurl tries a name's next address only if TCP fails. If a server replies but is not ready, the other addresses
  /// are tried as well (RFC 5321 §5.1); if it was silent, only one of them. The first failure is reported.
  func open() throws(OpeningFailure) -> Opened {
    var used: String?
    do {
      return try open(at: nil, using: &used)
    } catch {
      for address in otherAddresses(than: used).prefix(error.isSilence ? 1 : Self.mostAddresses) {
        if let opened = try? open(at: address, using: &used) { return opened }  // the first failure is sufficient
      }
      throw error
    }
  }

  private static let mostAddresses = 8

  /// Empty if TCP failed: libcurl has already tried them all.
  private func otherAddresses(than used: String?) -> [String] {
    let all = hostAddresses(endpoint.bareHost)
    guard let used, all.contains(used) else { return [] }
    return all.filter { $0 != used }
  }

  /// - Parameter address: one of the host's addresses; nil lets libcurl look it up.
  /// - Parameter used: the address to which TCP connected.
  private func open(at address: String?, using used: inout String?) throws(OpeningFailure) -> Opened {
    if let fault = endpoint.fault { throw OpeningFailure(.connect, fault, isPermanent: true) }
    do {
      let handle = try EasyHandle()
      let transcript = try Transcript(of: handle, endpoint)
      try configure(handle)
      let code =
        try address.map { try resolve(to: $0, handle, transcript) }
        ?? transcript.record {
          unsafe curl_easy_perform(handle.pointer)
        }
      used = handle.connectedAddress
      if let failure = Diagnosis(endpoint, transcript, handle).failure(code) { throw failure }
      handle.clearError()
      let socket = try handle.activeSocket
      return Opened(
        handle: handle, socket: socket, isEncrypted: endpoint.isImplicitTLS || transcript.hasStartedTLS,
        capabilities: transcript.capabilities)
    } catch let failure as OpeningFailure {
      throw failure
    } catch {
      throw OpeningFailure(.connect, "\(endpoint) cannot be used: libcurl says \(error)", isPermanent: true)
    }
  }
}

extension SMTPOpening {
  /// Connects to the given address of the name; TLS still checks the name.
  private func resolve(
    to address: String, _ handle: borrowing EasyHandle, _ transcript: Transcript
  ) throws(EasyHandle.Fault) -> CURLcode {
    let literal = address.contains(":") ? "[\(address)]" : address
    let list = unsafe curl_slist_append(nil, "\(endpoint.bareHost):\(endpoint.port):\(literal)")
    defer { unsafe curl_slist_free_all(list) }
    try handle.check(unsafe courant_set_pointer(handle.pointer, CURLOPT_RESOLVE, list))
    defer { _ = unsafe courant_set_pointer(handle.pointer, CURLOPT_RESOLVE, nil) }
    return transcript.record { unsafe curl_easy_perform(handle.pointer) }
  }

  private func configure(_ handle: borrowing EasyHandle) throws(EasyHandle.Fault) {
    try handle.set(CURLOPT_URL, endpoint.url)
    try handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    // By default libcurl takes proxies from the environment, and cron runs without the operator's environment.
    try handle.set(CURLOPT_PROXY, "")
    try handle.set(CURLOPT_CONNECT_ONLY, 1)
    let whole = endpoint.connectTimeout + endpoint.greetingTimeout
    try handle.set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(whole))
    try handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, milliseconds(whole) / 1000 + 1)
    try configureTLS(handle)
  }

  private func configureTLS(_ handle: borrowing EasyHandle) throws(EasyHandle.Fault) {
    let isDemanded = endpoint.encryption == .required || endpoint.protectsLogin
    switch endpoint.encryption {
    case _ where isDemanded: try handle.set(CURLOPT_USE_SSL, courant_usessl_all)
    case .off: try handle.set(CURLOPT_USE_SSL, courant_usessl_none)
    default: try handle.set(CURLOPT_USE_SSL, courant_usessl_try)
    }
    try handle.set(CURLOPT_SSL_VERIFYPEER, isDemanded ? 1 : 0)
    try handle.set(CURLOPT_SSL_VERIFYHOST, isDemanded ? 2 : 0)
    if let caFile = endpoint.caFile { try handle.set(CURLOPT_CAINFO, caFile) }
  }
}

private func milliseconds(_ duration: Duration) -> Int {
  max(1, Int(duration / .milliseconds(1)))
}
