internal import COpenSSLTLS

/// The owner of a P-256 key, which takes a tenth of a millisecond to generate.
@safe struct PrivateKey: ~Copyable {
  let pointer: OpaquePointer

  init() throws(OpenSSLFault) {
    guard let key = unsafe courant_new_p256_key() else { throw OpenSSLFault(call: "EVP_EC_gen") }
    unsafe pointer = key
  }

  init(pem: String) throws(OpenSSLFault) {
    let text = try MemoryBIO(pem)
    guard let key = unsafe PEM_read_bio_PrivateKey(text.pointer, nil, nil, nil) else {
      throw OpenSSLFault(call: "PEM_read_bio_PrivateKey")
    }
    unsafe pointer = key
  }

  deinit { unsafe EVP_PKEY_free(pointer) }

  /// Unencrypted PKCS #8 (RFC 7468 §10).
  func pem() throws(OpenSSLFault) -> String {
    let text = try MemoryBIO()
    guard unsafe PEM_write_bio_PrivateKey(text.pointer, pointer, nil, nil, 0, nil, nil) == 1 else {
      throw OpenSSLFault(call: "PEM_write_bio_PrivateKey")
    }
    return String(decoding: text.drain(), as: UTF8.self)
  }
}
