internal import CCurl
internal import Glibc

/// Turns libcurl's code and the server's replies into a sentence that the operator can act on.
struct Diagnosis {
  private let endpoint: SMTPEndpoint
  private let replies: [SMTPReply]
  private let stage: OpeningFailure.Stage
  /// The bytes received in place of a reply.
  private let garbage: String?
  /// libcurl's error message.
  private let errorText: String
  /// errno of the failed connect; 0 if there was none.
  private let systemError: Int32

  init(_ endpoint: SMTPEndpoint, _ transcript: Transcript, _ handle: borrowing EasyHandle) {
    self.endpoint = endpoint
    replies = transcript.replies
    garbage = transcript.garbage
    // After an offer of STARTTLS, the next step is STARTTLS.
    let asksForTLS = endpoint.encryption != .off && transcript.stage == .login && transcript.offersTLS
    stage = asksForTLS && !endpoint.isImplicitTLS && !transcript.hasStartedTLS ? .tls : transcript.stage
    // Some of libcurl's messages end in a space.
    errorText = String(handle.errorText.trimmingSuffix(while: \.isWhitespace))
    systemError = handle.systemError
  }

  /// Nil if the connection is ready and as secure as the endpoint requires.
  func failure(_ code: CURLcode) -> OpeningFailure? {
    if code != CURLE_OK, let garbage, !garbage.isEmpty { return notSMTP(garbage) }
    return switch code {
    case CURLE_OK: nil
    case CURLE_COULDNT_RESOLVE_HOST: unknownHost
    case CURLE_COULDNT_CONNECT: noConnection
    case CURLE_OPERATION_TIMEDOUT, CURLE_ABORTED_BY_CALLBACK: silence
    case CURLE_USE_SSL_FAILED: noEncryption
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR: badCertificate
    case CURLE_SSL_CONNECT_ERROR: brokenTLS
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING: closed
    default: other(code)
    }
  }
}

extension Diagnosis {
  private func notSMTP(_ words: String) -> OpeningFailure {
    OpeningFailure(
      stage, "\(endpoint): reply to \(question) is not SMTP: \"\(words)\"; check the port",
      isPermanent: false)
  }

  private var unknownHost: OpeningFailure {
    OpeningFailure(
      .connect, "\(endpoint): host not found; check the name and the network", isPermanent: false)
  }

  private var noConnection: OpeningFailure {
    guard systemError != ECONNREFUSED else {
      return OpeningFailure(
        .connect, "\(endpoint): connection refused; check that the mail server is running", isPermanent: false)
    }
    return OpeningFailure(.connect, "\(endpoint): cannot connect: \(errorText)", isPermanent: false)
  }

  private var silence: OpeningFailure {
    OpeningFailure(
      stage, "\(endpoint): no reply to \(question) in time", isPermanent: false, isSilence: true)
  }

  private var question: String {
    switch stage {
    case .connect: "the connection"
    case .hello: "EHLO"
    case .tls: "STARTTLS"
    case .login: "the login"
    }
  }

  private var noEncryption: OpeningFailure {
    let reason =
      endpoint.encryption == .required
      ? "tls = \"required\" needs it" : "a password is never sent in clear text"
    let said = refusal.map { " (\($0))" } ?? ""
    return OpeningFailure(
      .tls, "\(endpoint): no encryption\(said), but \(reason)", isPermanent: refusal?.isTransient != true,
      reply: refusal)
  }

  private var badCertificate: OpeningFailure {
    OpeningFailure(.tls, "\(endpoint): certificate not accepted: \(errorText)", isPermanent: true)
  }

  private var brokenTLS: OpeningFailure {
    OpeningFailure(
      .tls, "\(endpoint): TLS failed: \(errorText.isEmpty ? "connection lost" : errorText)",
      isPermanent: false)
  }

  private var closed: OpeningFailure {
    if let refusal { return refused(refusal) }
    return OpeningFailure(stage, "\(endpoint): closed the connection before it was ready", isPermanent: false)
  }

  private func other(_ code: CURLcode) -> OpeningFailure {
    if let refusal { return refused(refusal) }
    let words = unsafe errorText.isEmpty ? String(cString: curl_easy_strerror(code)) : errorText
    return OpeningFailure(stage, "\(endpoint): cannot be used: \(words)", isPermanent: false)
  }

  private func refused(_ reply: SMTPReply) -> OpeningFailure {
    OpeningFailure(stage, "\(endpoint): refused: \(reply)", isPermanent: !reply.isTransient, reply: reply)
  }

  /// The last reply if it is a refusal.
  private var refusal: SMTPReply? { replies.last.flatMap { $0.code >= 400 ? $0 : nil } }
}

extension String {
  fileprivate func trimmingSuffix(while isPart: (Character) -> Bool) -> Substring {
    self[..<(lastIndex { !isPart($0) }.map(index(after:)) ?? startIndex)]
  }
}

extension SMTPReply {
  fileprivate var isTransient: Bool { code < 500 }
}
