internal import COpenSSLTLS

/// A certificate and its key, both in PEM.
package struct TLSIdentity: Hashable, Sendable {
  let certificate: String
  let key: String
}

/// An authority that exists for one test. Its certificate is the only file; it is gone with the authority.
package final class CertificateAuthority {
  private let folder: TemporaryFolder
  private let key: PrivateKey
  private let certificate: X509Certificate

  /// - Parameter name: what a client looks up in its list of authorities.
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

  /// Where its certificate is, in PEM.
  package var file: String { folder.path + "/ca.pem" }

  /// - Parameter names: such as `DNS:localhost,IP:127.0.0.1`.
  /// - Parameter days: from now; negative ones are past.
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
