internal import COpenSSL
internal import Glibc

/// The period in which a certificate is valid (RFC 5280 §4.1.2.5): two moments in UTC, written like `2026-11-30 12:00`, so that
/// they sort in order of time.
package struct CertificateValidity: Hashable, Sendable {
  package let start: String
  package let end: String

  /// Reads a certificate; nil if the bytes are not one.
  ///
  /// - Parameter certificate: DER, from a server that is not trusted yet.
  package init?(_ certificate: [UInt8]) {
    let times: (String, String)? = unsafe certificate.withUnsafeBufferPointer { bytes in
      var start = bytes.baseAddress
      guard let parsed = unsafe d2i_X509(nil, &start, bytes.count) else { return nil }
      defer { unsafe X509_free(parsed) }
      guard let before = unsafe Self.text(X509_get0_notBefore(parsed)),
        let after = unsafe Self.text(X509_get0_notAfter(parsed))
      else { return nil }
      return (before, after)
    }
    guard let times else {
      ERR_clear_error()
      return nil
    }
    start = times.0
    end = times.1
  }

  private static func text(_ time: UnsafePointer<ASN1_TIME>?) -> String? {
    var civil = unsafe tm()
    guard let time = unsafe time, unsafe ASN1_TIME_to_tm(time, &civil) == 1 else { return nil }
    let date = unsafe [padded(civil.tm_year + 1900, 4), padded(civil.tm_mon + 1, 2), padded(civil.tm_mday, 2)]
    return unsafe date.joined(separator: "-") + " " + padded(civil.tm_hour, 2) + ":" + padded(civil.tm_min, 2)
  }

  private static func padded(_ number: Int32, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
