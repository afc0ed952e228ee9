internal import COpenSSLTLS

/// A certificate and its key, both in PEM.
package struct TLSIdentity: Hashable, Sendable {
  let certificate: String
  let key: String
}

/// An authority for a single test. Its certificate is the only file, and is deleted with the authority.
package final class CertificateAuthority {
  private let folder: TemporaryFolder
  private let key: PrivateKey
  private let certificate: X509Certificate

  /// - Parameter name: the name under which clients find it in their list of authorities.
  package init(name: String = "Courant test authority") throws {
    folder = try TemporaryFolder()
    key = try PrivateKey()
    certificate = try X509Certificate()
    try certificate.set(subject: name, key: key)
    try certificate.setValidity(days: -1..<1)
    try certificate.add(NID_basic_constraints, "critical,CA:TRUE")
    try certificate.sign(by: certificate, key)
    try folder.write(certificate.pem(), to: "ca.pem")
  }

  /// Path of its certificate, in PEM.
  package var file: String { folder.path + "/ca.pem" }

  /// - Parameters:
  ///   - names: for example `DNS:localhost,IP:127.0.0.1`.
  ///   - days: counted from now; negative values are in the past.
  package func identity(
    for names: String = "DNS:localhost,IP:127.0.0.1", days: Range<Int> = -1..<1
  ) throws -> TLSIdentity {
    let key = try PrivateKey()
    let certificate = try X509Certificate()
    try certificate.set(subject: "Courant test server", key: key)
    try certificate.setValidity(days: days)
    try certificate.add(NID_subject_alt_name, names)
    try certificate.sign(by: self.certificate, self.key)
    return TLSIdentity(certificate: try certificate.pem(), key: try key.pem())
  }
}
