internal import CCurl

/// The way from nothing to a connection that is ready for MAIL, by `CURLOPT_CONNECT_ONLY`.
struct SMTPOpening {
  struct Opened: ~Copyable {
    let handle: EasyHandle
    let socket: curl_socket_t
    let isEncrypted: Bool
    let capabilities: Capabilities
  }

  private let endpoint: SMTPEndpoint

  init(_ endpoint: SMTPEndpoint) { self.endpoint = endpoint }

  func open() throws(OpeningFailure) -> Opened {
    if let fault = endpoint.fault { throw OpeningFailure(.connect, fault, isPermanent: true) }
    do {
      let handle = try EasyHandle()
      let transcript = try Transcript(of: handle, connectTimeout: endpoint.connectTimeout)
      try configure(handle)
      let code = transcript.record { unsafe curl_easy_perform(handle.pointer) }
      if let failure = Diagnosis(endpoint, transcript, handle).failure(code) { throw failure }
      handle.forgetComplaint()
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
  private func configure(_ handle: borrowing EasyHandle) throws(EasyHandle.Fault) {
    try handle.set(CURLOPT_URL, endpoint.url)
    try handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    // Proxies come from the environment otherwise, and cron's is not the operator's.
    try handle.set(CURLOPT_PROXY, "")
    try handle.set(CURLOPT_CONNECT_ONLY, 1)
    let whole = endpoint.connectTimeout + endpoint.greetingTimeout
    try handle.set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(whole))
    try handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, milliseconds(whole) / 1000 + 1)
    try configureTLS(handle)
    guard let login = endpoint.login else { return }
    try handle.set(CURLOPT_USERNAME, login.user)
    try handle.set(CURLOPT_PASSWORD, login.password)
    // Without this libcurl prefers GSSAPI or NTLM when the server offers them and the user holds "@" or "\".
    try handle.set(CURLOPT_LOGIN_OPTIONS, "AUTH=CRAM-MD5;AUTH=PLAIN;AUTH=LOGIN")
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
