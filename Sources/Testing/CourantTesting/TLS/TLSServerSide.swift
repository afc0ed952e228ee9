internal import COpenSSLTLS

/// The server's side of one TLS connection, without a socket: encrypted octets go in and come out.
@safe struct TLSServerSide: ~Copyable {
  enum Step { case done, needsMore, failed }

  private let pointer: OpaquePointer
  /// Encrypted octets; OpenSSL also owns both queues.
  private let incoming: MemoryBIO
  private let outgoing: MemoryBIO

  init(_ identity: TLSIdentity) throws(OpenSSLFault) {
    let certificate = try X509Certificate(pem: identity.certificate)
    let key = try PrivateKey(pem: identity.key)
    guard let context = unsafe SSL_CTX_new(TLS_server_method()) else { throw OpenSSLFault(call: "SSL_CTX_new") }
    defer { unsafe SSL_CTX_free(context) }  // the connection also holds a reference
    guard unsafe SSL_CTX_use_certificate(context, certificate.pointer) == 1,
      unsafe SSL_CTX_use_PrivateKey(context, key.pointer) == 1
    else { throw OpenSSLFault(call: "SSL_CTX_use_certificate") }
    let incoming = try MemoryBIO()
    let outgoing = try MemoryBIO()
    guard let connection = unsafe SSL_new(context) else { throw OpenSSLFault(call: "SSL_new") }
    // SSL_set_bio takes ownership of one reference to each.
    unsafe BIO_up_ref(incoming.pointer)
    unsafe BIO_up_ref(outgoing.pointer)
    unsafe SSL_set_bio(connection, incoming.pointer, outgoing.pointer)
    unsafe SSL_set_accept_state(connection)
    unsafe pointer = connection
    self.incoming = incoming
    self.outgoing = outgoing
  }

  deinit { unsafe SSL_free(pointer) }

  func feed(_ octets: [UInt8]) { incoming.append(octets) }

  /// The encrypted octets to send now.
  func drainOutgoing() -> [UInt8] { outgoing.drain() }

  func shakeHands() -> Step {
    ERR_clear_error()
    let result = unsafe SSL_do_handshake(pointer)
    if result == 1 { return .done }
    return unsafe SSL_get_error(pointer, result) == SSL_ERROR_WANT_READ ? .needsMore : .failed
  }

  /// The decrypted octets; empty if more input is needed, nil if the client sent close_notify or violated the protocol.
  func read() -> [UInt8]? {
    var octets: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      ERR_clear_error()
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe SSL_read(pointer, $0.baseAddress, Int32($0.count)) }
      guard count > 0 else {
        let isOver = unsafe SSL_get_error(pointer, count) != SSL_ERROR_WANT_READ
        return isOver && octets.isEmpty ? nil : octets
      }
      octets += chunk[..<Int(count)]
    }
  }

  /// Encrypts one record of at most 16 kB, which ``drainOutgoing()`` then returns.
  func write(_ octets: [UInt8]) {
    _ = unsafe octets.withUnsafeBytes { unsafe SSL_write(pointer, $0.baseAddress, Int32($0.count)) }
  }

  /// Sends close_notify (RFC 8446 §6.1): without it a client must treat the end as an attack.
  func sayGoodbye() { _ = unsafe SSL_shutdown(pointer) }
}
