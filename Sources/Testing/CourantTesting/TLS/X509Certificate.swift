internal import COpenSSLTLS

/// The owner of a certificate (RFC 5280).
@safe struct X509Certificate: ~Copyable {
  let pointer: OpaquePointer

  /// Version 3, with a random serial number; nothing else is set.
  init() throws(OpenSSLFault) {
    guard let certificate = unsafe X509_new() else { throw OpenSSLFault(call: "X509_new") }
    unsafe pointer = certificate
    _ = unsafe X509_set_version(pointer, 2)
    _ = unsafe ASN1_INTEGER_set(X509_get_serialNumber(pointer), Int.random(in: 1...Int.max))
  }

  init(pem: String) throws(OpenSSLFault) {
    let text = try MemoryBIO(pem)
    guard let certificate = unsafe PEM_read_bio_X509(text.pointer, nil, nil, nil) else {
      throw OpenSSLFault(call: "PEM_read_bio_X509")
    }
    unsafe pointer = certificate
  }

  deinit { unsafe X509_free(pointer) }

  /// Sets the subject and its public key.
  func set(subject: String, key: borrowing PrivateKey) throws(OpenSSLFault) {
    let added = unsafe X509_NAME_add_entry_by_txt(
      X509_get_subject_name(pointer), "CN", 0x1001 /* MBSTRING_ASC */, subject, -1, -1, 0)
    try check(added, "X509_NAME_add_entry_by_txt")
    try check(unsafe X509_set_pubkey(pointer, key.pointer), "X509_set_pubkey")
  }

  /// Days from now; negative values are in the past.
  func setValidity(days: Range<Int>) throws(OpenSSLFault) {
    let day = 86_400
    let first = unsafe X509_gmtime_adj(X509_getm_notBefore(pointer), days.lowerBound * day)
    let last = unsafe X509_gmtime_adj(X509_getm_notAfter(pointer), days.upperBound * day)
    guard unsafe first != nil, unsafe last != nil else { throw OpenSSLFault(call: "X509_gmtime_adj") }
  }

  /// Adds an extension in the form of `openssl.cnf`, for example `DNS:localhost` for `NID_subject_alt_name`.
  func add(_ kind: Int32, _ value: String) throws(OpenSSLFault) {
    guard let addition = unsafe X509V3_EXT_conf_nid(nil, nil, kind, value) else {
      throw OpenSSLFault(call: "X509V3_EXT_conf_nid")
    }
    defer { unsafe X509_EXTENSION_free(addition) }
    try check(unsafe X509_add_ext(pointer, addition, -1), "X509_add_ext")
  }

  /// The last step: nothing may be changed afterwards.
  func sign(by issuer: borrowing X509Certificate, _ key: borrowing PrivateKey) throws(OpenSSLFault) {
    try check(
      unsafe X509_set_issuer_name(pointer, X509_get_subject_name(issuer.pointer)), "X509_set_issuer_name")
    // Returns the length of the signature.
    guard unsafe X509_sign(pointer, key.pointer, EVP_sha256()) > 0 else { throw OpenSSLFault(call: "X509_sign") }
  }

  func pem() throws(OpenSSLFault) -> String {
    let text = try MemoryBIO()
    try check(unsafe PEM_write_bio_X509(text.pointer, pointer), "PEM_write_bio_X509")
    return String(decoding: text.drain(), as: UTF8.self)
  }

  private func check(_ result: Int32, _ call: String) throws(OpenSSLFault) {
    guard result == 1 else { throw OpenSSLFault(call: call) }
  }
}
