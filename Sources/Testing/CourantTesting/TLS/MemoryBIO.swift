internal import COpenSSLTLS

/// A failed call of OpenSSL.
struct OpenSSLFault: Error {
  let call: String
}

/// The owner of an OpenSSL memory BIO, a queue of octets.
@safe struct MemoryBIO: ~Copyable {
  let pointer: OpaquePointer

  init() throws(OpenSSLFault) {
    guard let bio = unsafe BIO_new(BIO_s_mem()) else { throw OpenSSLFault(call: "BIO_new") }
    unsafe pointer = bio
  }

  init(_ text: String) throws(OpenSSLFault) {
    try self.init()
    append(Array(text.utf8))
  }

  deinit { unsafe BIO_free(pointer) }

  func append(_ octets: [UInt8]) {
    _ = unsafe octets.withUnsafeBytes { unsafe BIO_write(pointer, $0.baseAddress, Int32($0.count)) }
  }

  /// All its octets; afterwards it is empty.
  func drain() -> [UInt8] {
    var octets: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe BIO_read(pointer, $0.baseAddress, Int32($0.count)) }
      guard count > 0 else { return octets }
      octets += chunk[..<Int(count)]
    }
  }
}
