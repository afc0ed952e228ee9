internal import Cryptography

/// The validity of the certificates a server sent, so that a failure can name the date. libcurl does not describe certificates
/// that it refuses.
struct ServerCertificates {
  private var validities: [CertificateValidity] = []

  /// The earliest end of validity, in UTC; nil if no certificate was sent.
  var end: String? { validities.map(\.end).min() }

  /// The end of the server's own certificate, which comes first.
  var ownEnd: String? { validities.first?.end }

  /// The latest start of validity.
  var start: String? { validities.map(\.start).max() }

  /// Reads a message of a TLS handshake; messages other than `Certificate` are ignored.
  ///
  /// RFC 5246 §7.4.2, and RFC 8446 §4.4.2, in which a context precedes the list and extensions follow each certificate.
  mutating func note(_ message: UnsafeRawBufferPointer) {
    guard unsafe message.first == Self.typeOfCertificate, message.count <= Self.mostBytes else { return }
    var rest = unsafe Array(message)[...].dropFirst(4)
    let isOlder = Self.number(rest.prefix(3)) == rest.count - 3
    guard isOlder || rest.first == 0 && Self.number(rest.dropFirst().prefix(3)) == rest.count - 4 else { return }
    rest = rest.dropFirst(isOlder ? 3 : 4)
    validities = []
    while validities.count < Self.mostCertificates, let certificate = Self.vector(&rest, lengthBytes: 3) {
      if !isOlder { _ = Self.vector(&rest, lengthBytes: 2) }
      if let validity = CertificateValidity(Array(certificate)) { validities.append(validity) }
    }
  }

  private static let typeOfCertificate: UInt8 = 11
  private static let mostBytes = 200_000
  private static let mostCertificates = 20

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  /// Takes the next vector; nil at the end, or if fewer bytes are left than its length states.
  private static func vector(_ rest: inout ArraySlice<UInt8>, lengthBytes: Int) -> ArraySlice<UInt8>? {
    guard rest.count >= lengthBytes else { return nil }
    let length = number(rest.prefix(lengthBytes))
    guard rest.count >= lengthBytes + length else { return nil }
    rest = rest.dropFirst(lengthBytes)
    defer { rest = rest.dropFirst(length) }
    return rest.prefix(length)
  }
}
