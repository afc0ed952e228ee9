internal import Foundation
internal import Model
internal import Settings

extension SettingReader {
  /// `smtp://[USER@]HOST[:PORT]` or `smtps://…`, with the ports 25 and 465 unless given (RFC 5321 §4.5.4.2, RFC 8314
  /// §7.3). A user's own `@` may be written as it is or as `%40`; an IPv6 address stands in brackets.
  func relay(_ key: String) -> MailSettings.Relay? {
    guard let setting = setting(key), let text = string(key) else { return nil }
    guard let match = text.wholeMatch(of: /(smtps?):\/\/(?:(.*)@)?(\[[^\]]*\]|[^:\/\[\]]*)(?::([^\/]*))?\/?/) else {
      report(key, "`\(key)` is no mail server; write smtp://HOST:PORT or smtps://HOST:PORT.")
      return nil
    }
    let (isImplicitTLS, login, host, port) = (match.1 == "smtps", match.2, match.3, match.4)
    let place = { (part: Substring) in
      setting.mark(ofByte: text.utf8.distance(from: text.startIndex, to: part.startIndex))
    }
    guard let user = relayUser(login, place) else { return nil }
    guard let name = hostName(host) else {
      report(at: place(host), "`\(host)` is no host name; an IPv6 address stands in brackets, such as smtp://[::1]:25.")
      return nil
    }
    let number = port.map { Int($0) ?? 0 } ?? (isImplicitTLS ? 465 : 25)
    guard (1...65_535).contains(number) else {
      report(at: place(port ?? host), "`\(port ?? "")` is no port; write a number from 1 to 65535.")
      return nil
    }
    return MailSettings.Relay(host: name, port: number, isImplicitTLS: isImplicitTLS, user: user.name)
  }

  /// Nil after a mistake; a nil name if there is no login.
  private func relayUser(_ login: Substring?, _ place: (Substring) -> Mark) -> (name: String?, Void)? {
    guard let login else { return (nil, ()) }
    if let colon = login.firstIndex(of: ":") {
      let sentence =
        "a password does not belong in `smtp`; put it into the environment as COURANT_SMTP_PASSWORD or "
        + "into a file that only you can read, and name it by password_file."
      report(at: place(login[colon...]), sentence)
      return nil
    }
    let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
    guard let name = String(login).removingPercentEncoding, !name.isEmpty,
      !name.unicodeScalars.contains(where: isControl)
    else {
      report(at: place(login), "`\(login)` is no user; write a sign such as % as %25.")
      return nil
    }
    return (name, ())
  }

  /// A host name in lower case or an IP address, without brackets.
  private func hostName(_ text: Substring) -> String? {
    guard text.hasPrefix("[") else { return isHostName(text) ? text.lowercased() : nil }
    let address = String(text.dropFirst().dropLast())
    var storage = in6_addr()
    return inet_pton(AF_INET6, address, &storage) == 1 ? address.lowercased() : nil
  }
}
