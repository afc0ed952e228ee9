internal import Foundation
package import Model

/// The password of the relay's user: `COURANT_SMTP_PASSWORD` if it is set and not empty, otherwise the content of the
/// password file without its final line ending. Nil if the relay has no user, or neither is set.
///
/// A file that others can read is refused, as ssh does with keys.
package func password(
  for relay: MailSettings.Relay, folder: String, environment: [String: String]
) throws(Finding) -> String? {
  guard relay.user != nil else { return nil }
  if let password = environment["COURANT_SMTP_PASSWORD"], !password.isEmpty { return try checked(password, nil) }
  guard let path = relay.passwordFile else { return nil }
  var status = stat()
  guard stat(folder + "/" + path, &status) == 0 else {
    throw Finding(path, "there is no such file, but `password_file` in schedule.conf names it; create it")
  }
  guard status.st_mode & 0o077 == 0 else {
    throw Finding(path, "others can read this password; run `chmod 600 \(path)`")
  }
  var password = try readText(path, in: folder)[...]
  if password.utf8.last == 0x0A { password = Substring(password.unicodeScalars.dropLast()) }
  if password.utf8.last == 0x0D { password = Substring(password.unicodeScalars.dropLast()) }
  return try checked(String(password), path)
}

/// A NUL would end the password early in SASL PLAIN (RFC 4616 §2); a line ending comes from a
/// file with more than one line.
private func checked(_ password: String, _ path: String?) throws(Finding) -> String {
  let isUsable = !password.isEmpty && !password.utf8.contains { [0x00, 0x0A, 0x0D].contains($0) }
  if isUsable { return password }
  throw Finding(path ?? "COURANT_SMTP_PASSWORD", "the password must be one line and not empty")
}
