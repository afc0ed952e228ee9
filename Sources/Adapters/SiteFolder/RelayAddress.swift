internal import Foundation
internal import Model
internal import Settings

extension SettingReader {
  func relay(_ key: String) -> MailSettings.Relay? {
    guard let setting = setting(key), let text = string(key) else { return nil }
    do throws(RelayFault) {
      return try MailSettings.Relay(address: text)
    } catch {
      let offset = text.utf8.distance(from: text.startIndex, to: error.part.startIndex)
      report(at: setting.position(ofByte: offset), error.sentence)
      return nil
    }
  }
}

/// An error in the URL of a relay, with the part that is wrong.
private struct RelayFault: Error {
  let part: Substring
  let sentence: String
}

extension MailSettings.Relay {
  /// `smtp://[USER@]HOST[:PORT]` or `smtps://…`; the ports default to 25 and 465 (RFC 5321 §4.5.4.2, RFC 8314 §7.3). An
  /// `@` in the user name may be written as `@` or `%40`; an IPv6 address must be in brackets.
  fileprivate init(address: String) throws(RelayFault) {
    guard let match = address.wholeMatch(of: /(smtps?):\/\/(?:(.*)@)?(\[[^\]]*\]|[^:\/\[\]]*)(?::([^\/]*))?\/?/) else {
      let sentence = "this is no mail server; write smtp://HOST:PORT or smtps://HOST:PORT."
      throw RelayFault(part: address[...], sentence: sentence)
    }
    let (_, scheme, login, host, port) = match.output
    let user: String? = if let login { try relayUser(login) } else { nil }
    let isMeantAsIPv6 = host.hasPrefix("[") || port?.contains(":") == true
    let hint = isMeantAsIPv6 ? " An IPv6 address stands in brackets, such as smtp://[::1]:25." : ""
    guard let name = hostName(host) else {
      throw RelayFault(
        part: host, sentence: (host.isEmpty ? "the host is missing." : "`\(host)` is no host name.") + hint)
    }
    let standardPort = scheme == "smtps" ? 465 : 25
    guard let number = port.map(portNumber) ?? standardPort else {
      let sentence = "`\(port ?? "")` is no port; write a number from 1 to 65535.\(hint)"
      throw RelayFault(part: port ?? host, sentence: sentence)
    }
    self.init(host: name, port: number, isImplicitTLS: scheme == "smtps", user: user)
  }
}

private func relayUser(_ login: Substring) throws(RelayFault) -> String {
  if let colon = login.firstIndex(of: ":") {
    let sentence =
      "a password does not belong here; put it into the environment as COURANT_SMTP_PASSWORD or into a file that "
      + "only you can read, and name it by password_file."
    throw RelayFault(part: login[colon...], sentence: sentence)
  }
  let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
  guard let name = login.removingPercentEncoding, !name.isEmpty, !name.unicodeScalars.contains(where: isControl) else {
    throw RelayFault(part: login, sentence: "`\(login)` is no user; write a sign such as % as %25.")
  }
  return name
}

/// A host name in lower case or an IP address, without brackets.
private func hostName(_ text: Substring) -> String? {
  guard text.hasPrefix("[") else { return isHostName(text) ? text.lowercased() : nil }
  let address = String(text.dropFirst().dropLast())
  var storage = in6_addr()
  return inet_pton(AF_INET6, address, &storage) == 1 ? address.lowercased() : nil
}

private func portNumber(_ digits: Substring) -> Int? {
  guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits) else { return nil }
  return (1...65_535).contains(number) ? number : nil
}
