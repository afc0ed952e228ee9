package import Model

/// The password of the relay's user: `COURANT_SMTP_PASSWORD` unless that is missing or empty, otherwise the content of the
/// password file without its final line ending. Nil if the relay has no user, or neither is set.
///
/// A file that others can read is refused.
package func password(
  for relay: MailSettings.Relay, folder: String, environment: [String: String]
) throws(Finding) -> String? {
  guard relay.user != nil else { return nil }
  if let password = environment["COURANT_SMTP_PASSWORD"], !password.isEmpty {
    return try checkedSecret(password, "COURANT_SMTP_PASSWORD", what: "password")
  }
  guard let path = relay.passwordFile else { return nil }
  return try readSecret(path, in: folder, key: "password_file", what: "password")
}
