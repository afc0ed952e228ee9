internal import COpenSSL

/// The owner of an OpenSSL key pair.
@safe struct PrivateKey: ~Copyable {
  private let pointer: OpaquePointer

  /// Reads PKCS #8 (RFC 7468 §10) and the formats that older tools write.
  init(pem: [UInt8]) throws(SigningKeyFault) {
    guard let text = unsafe BIO_new_mem_buf(pem, Int32(clamping: pem.count)) else { throw .unreadable }
    defer { unsafe BIO_free(text) }
    // By default OpenSSL asks for a pass phrase on the terminal; this callback refuses.
    let noPassPhrase: @convention(c) (UnsafeMutablePointer<CChar>?, Int32, Int32, UnsafeMutableRawPointer?) -> Int32 = {
      _, _, _, _ in -1
    }
    guard let key = unsafe PEM_read_bio_PrivateKey(text, nil, noPassPhrase, nil) else {
      ERR_clear_error()
      throw .unreadable
    }
    unsafe pointer = key
  }

  /// Generates a key pair, which takes a quarter of a second (2048 bits) to a few seconds (4096).
  init(_ kind: SigningKey.Kind) throws(SigningKeyFault) {
    let key =
      switch kind {
      case .rsa(let bits): unsafe courant_new_rsa_key(bits)
      case .ed25519: unsafe courant_new_ed25519_key()
      }
    guard let key = unsafe key else { throw .unmade }
    unsafe pointer = key
  }

  deinit { unsafe EVP_PKEY_free(pointer) }

  /// Nil for a type of key that cannot sign mail.
  var kind: SigningKey.Kind? {
    switch unsafe EVP_PKEY_get_base_id(pointer) {
    case EVP_PKEY_RSA: .rsa(bits: Int(unsafe EVP_PKEY_get_bits(pointer)))
    case EVP_PKEY_ED25519: .ed25519
    default: nil
    }
  }

  /// RSASSA-PKCS1-v1_5 over SHA-256 of the message (RFC 8017 §8.2), or Ed25519 over the message itself (RFC 8032
  /// §5.1.6). Both are deterministic. Nil only if memory runs out.
  func signature(of message: [UInt8], hashed: Bool) -> [UInt8]? {
    guard let context = unsafe EVP_MD_CTX_new() else { return nil }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestSignInit(context, nil, hashed ? EVP_sha256() : nil, nil, pointer) == 1 else { return nil }
    var length = Int(unsafe EVP_PKEY_get_size(pointer))
    var isSigned = false
    let signature = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      isSigned = unsafe EVP_DigestSign(context, buffer.baseAddress, &length, message, message.count) == 1
      count = isSigned ? length : 0
    }
    return isSigned ? signature : nil
  }

  /// SubjectPublicKeyInfo in DER (RFC 5280 §4.1).
  var publicInfo: [UInt8] {
    let length = unsafe i2d_PUBKEY(pointer, nil)
    guard length > 0 else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      var end = buffer.baseAddress
      count = Int(unsafe i2d_PUBKEY(pointer, &end))
    }
  }

  /// Unencrypted PKCS #8.
  func pem() throws(SigningKeyFault) -> [UInt8] {
    guard let text = unsafe BIO_new(BIO_s_mem()) else { throw .unmade }
    defer { unsafe BIO_free(text) }
    guard unsafe PEM_write_bio_PrivateKey(text, pointer, nil, nil, 0, nil, nil) == 1 else { throw .unmade }
    let pending = Int(unsafe BIO_ctrl_pending(text))
    return unsafe [UInt8](unsafeUninitializedCapacity: pending) { buffer, count in
      count = max(0, Int(unsafe BIO_read(text, buffer.baseAddress, Int32(buffer.count))))
    }
  }
}
