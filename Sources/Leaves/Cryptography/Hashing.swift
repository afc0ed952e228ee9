internal import COpenSSL

/// SHA-256 (FIPS 180-4): 32 bytes.
package func sha256(_ bytes: some Collection<UInt8>) -> [UInt8] {
  let message = Array(bytes)
  return unsafe [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
    unsafe SHA256(message, message.count, digest.baseAddress)
    count = 32
  }
}

/// SHA-1 (FIPS 180-4): 20 bytes. Only for names, such as UUIDs of version 5.
package func sha1(_ bytes: [UInt8]) -> [UInt8] {
  unsafe [UInt8](unsafeUninitializedCapacity: 20) { digest, count in
    unsafe SHA1(bytes, bytes.count, digest.baseAddress)
    count = 20
  }
}

/// HMAC-SHA256 (RFC 2104): 32 bytes.
package func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
  unsafe [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
    var length: UInt32 = 0
    unsafe HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, digest.baseAddress, &length)
    count = 32
  }
}

/// HMAC-MD5 (RFC 2104): 16 bytes. Only for CRAM-MD5.
package func hmacMD5(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
  unsafe [UInt8](unsafeUninitializedCapacity: 16) { digest, count in
    var length: UInt32 = 0
    unsafe HMAC(EVP_md5(), key, Int32(key.count), message, message.count, digest.baseAddress, &length)
    count = 16
  }
}

/// Whether two byte strings are equal, in a time that depends only on their length.
package func constantTimeEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  guard a.count == b.count else { return false }
  return unsafe CRYPTO_memcmp(a, b, a.count) == 0
}

/// Random bytes for keys, from OpenSSL's generator, which the kernel seeds. Nil if it has no entropy, which never
/// happens after a machine has started.
package func randomBytes(_ count: Int) -> [UInt8]? {
  var bytes = [UInt8](repeating: 0, count: count)
  guard unsafe RAND_bytes(&bytes, Int32(count)) == 1 else { return nil }
  return bytes
}

/// Two digits per byte.
package func lowercaseHex(_ bytes: some Sequence<UInt8>) -> String {
  // Concrete here: a generic loop would be several times slower, because it is not specialized across modules.
  let bytes = Array(bytes)
  return unsafe String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
    for (place, byte) in bytes.enumerated() {
      unsafe digits[2 * place] = hexDigit(byte >> 4)
      unsafe digits[2 * place + 1] = hexDigit(byte & 15)
    }
    return 2 * bytes.count
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
