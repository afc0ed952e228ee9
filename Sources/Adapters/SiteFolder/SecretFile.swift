internal import Foundation
internal import Model

/// The content of a file that holds a secret, without its final line ending. A file that others can read is refused, as
/// ssh does with keys.
///
/// - Parameters:
///   - path: relative to `folder`.
///   - key: the key in schedule.conf that names the file.
///   - what: `password` or `key`, for messages.
func readSecret(_ path: String, in folder: String, key: String, what: String) throws(Finding) -> String {
  var secret = try readPrivateText(path, in: folder, key: key, what: what)[...]
  if secret.utf8.last == 0x0A { secret = Substring(secret.unicodeScalars.dropLast()) }
  if secret.utf8.last == 0x0D { secret = Substring(secret.unicodeScalars.dropLast()) }
  return try checkedSecret(String(secret), path, what: what)
}

/// All of a file that only its owner can read; see ``readSecret(_:in:key:what:)``.
func readPrivateText(_ path: String, in folder: String, key: String, what: String) throws(Finding) -> String {
  var status = stat()
  guard stat(folder + "/" + path, &status) == 0 else {
    throw Finding(path, "there is no such file, but `\(key)` in schedule.conf names it; create it")
  }
  guard status.st_mode & 0o077 == 0 else {
    throw Finding(path, "others can read this \(what); run `chmod 600 \(path)`")
  }
  return try readText(path, in: folder)
}

/// A NUL would end the secret early in SASL PLAIN (RFC 4616 §2); a line ending comes from a file with more than one
/// line.
func checkedSecret(_ secret: String, _ place: String, what: String) throws(Finding) -> String {
  let isUsable = !secret.isEmpty && !secret.utf8.contains { [0x00, 0x0A, 0x0D].contains($0) }
  if isUsable { return secret }
  throw Finding(place, "the \(what) must be one non-empty line")
}
