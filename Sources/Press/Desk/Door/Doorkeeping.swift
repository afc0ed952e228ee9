internal import Cryptography
internal import Model
internal import Web

/// Where a request may come from, and who sent it.
extension DeskVisit {
  /// Without the port, in lower case.
  private var host: String { hostName(request.field("host") ?? "") }

  /// A page of another site must not read the desk through a host name that resolves to this machine. A socket is reached only
  /// by a web server, which checks names itself.
  var isForThisDesk: Bool {
    if request.peer == .socket { return true }
    return ListenAddress("\(host):0")?.isOnThisMachine == true || host == "[::1]" || host == house.urlHost
  }

  /// Whether a form was sent by one of our own pages, according to the browser.
  var comesFromHere: Bool {
    if let site = request.field("sec-fetch-site"), site != "same-origin", site != "none" { return false }
    guard let origin = request.field("origin") else { return true }
    let own = ["http", "https"].map { $0 + "://" + (request.field("host") ?? "") }
    return own.contains(origin) || origin == house.settings.url.flatMap(originOfURL)
  }

  /// Whether the browser connected over https, so that a cookie may be `Secure`. Safari does not keep such a cookie for
  /// `http://localhost` (https://github.com/mdn/content/issues/41366).
  var isEncrypted: Bool {
    guard house.settings.url?.lowercased().hasPrefix("https://") == true else { return false }
    return host == house.urlHost || isFromProxy && request.field("x-forwarded-proto") == "https"
  }

  /// Whether the connection is from the web server in front, which may sign operators in.
  var isFromProxy: Bool {
    switch request.peer {
    case .socket: true
    case .address(let text): text == house.settings.trustedProxy
    }
  }

  /// For the record of acts.
  var machine: String { client.text.isEmpty ? "socket" : client.text }

  /// Whether a POST has the token of its session.
  var hasToken: Bool {
    guard let signed, let sent = fields?[Self.tokenField] else { return false }
    return constantTimeEqual(Array(sent.utf8), Array(signed.token.utf8))
  }

  // MARK: - The cookie

  /// With the prefix, browsers keep the cookie only if it is `Secure`, for this host and for all paths.
  private var cookieName: String { isEncrypted ? "__Host-courant" : "courant-desk" }

  static let sessionLength = Duration.seconds(12 * 3600)

  func cookie(_ secret: String, lasting length: Duration = Self.sessionLength) -> WebResponse.Field {
    let secure = isEncrypted ? "; Secure" : ""
    let age = length.components.seconds
    return WebResponse.Field(
      "Set-Cookie", "\(cookieName)=\(secret); Path=/; HttpOnly\(secure); SameSite=Strict; Max-Age=\(age)")
  }

  /// The secret of the session; nil if the browser sent none.
  var sessionSecret: String? {
    let pairs = request.fields.filter { $0.name == "cookie" }.flatMap { $0.value.split(separator: ";") }
    let own = pairs.map { $0.drop { $0 == " " } }.filter { $0.hasPrefix(cookieName + "=") }
    guard own.count == 1, let value = own.first?.dropFirst(cookieName.count + 1) else { return nil }
    return DeskSecret.isPlausible(String(value)) ? String(value) : nil
  }
}

/// `example.org` of `Example.org:8443`; `[::1]` of `[::1]:80`.
func hostName(_ authority: String) -> String {
  let lower = authority.lowercased()
  if lower.hasPrefix("["), let end = lower.firstIndex(of: "]") { return String(lower[...end]) }
  return String(lower.prefix { $0 != ":" })
}

private func originOfURL(_ url: String) -> String? {
  guard let scheme = url.firstRange(of: "://") else { return nil }
  return (url[..<scheme.upperBound] + url[scheme.upperBound...].prefix { $0 != "/" }).lowercased()
}

/// The secrets in links and cookies: 40 hexadecimal digits, of which the ledger stores only the hash.
package enum DeskSecret {
  package static func make() -> String? { randomBytes(20).map { lowercaseHex($0) } }

  package static func hash(_ secret: String) -> String { lowercaseHex(sha256(Array("desk:\(secret)".utf8))) }

  static func isPlausible(_ text: String) -> Bool {
    text.utf8.count == 40 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The form token of a session, or of an operator whom the web server signed in.
  static func formToken(_ key: [UInt8], _ text: String) -> String {
    lowercaseHex(hmacSHA256(key: key, Array("desk form:\(text)".utf8)).prefix(20))
  }
}
