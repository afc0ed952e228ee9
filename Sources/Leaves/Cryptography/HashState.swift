internal import COpenSSL

/// SHA-256 of bytes that come one piece after another. A copy goes on by itself, so a common beginning is hashed once.
package struct HashState: Sendable {
  private var state = SHA256_CTX()

  package init() { _ = unsafe courant_sha256_begin(&state) }

  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe courant_sha256_add(&state, buffer.baseAddress, buffer.count)
    }
  }

  /// 32 bytes, of all that was added so far.
  package func digest() -> [UInt8] {
    var copy = state
    return unsafe [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      _ = unsafe courant_sha256_end(&copy, digest.baseAddress)
      count = 32
    }
  }
}
