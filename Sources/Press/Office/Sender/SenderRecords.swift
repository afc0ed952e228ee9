internal import DNS
internal import Cryptography
internal import MIME

/// The fault of the DKIM records at a key's name; nil if they match the key.
func faultOfRecord(_ strings: [String], for key: SigningKey) -> String? {
  let records = strings.compactMap { DKIMRecord($0) }
  guard let record = records.first else { return strings.isEmpty ? "is missing" : "is not a DKIM record" }
  if records.count > 1 { return "has \(records.count) DKIM records" }
  if record.publicKey.isEmpty { return "revokes the key" }
  if record.algorithm != key.algorithmName {
    return "is for \(record.algorithm), but the key is \(key.algorithmName)"
  }
  return record.publicKey == String(decoding: base64(key.publicKey), as: UTF8.self) ? nil : "is for another key"
}

/// What makes an SPF record weak or invalid.
func spfWeaknesses(_ record: SPFRecord) -> [String] {
  var weaknesses: [String] = []
  if let term = record.faultyTerm { weaknesses.append("is invalid: `\(term.prefix(60))` is not SPF; correct it") }
  if record.lookups > 10 {
    weaknesses.append("is invalid, because it needs \(record.lookups) DNS lookups; use at most 10")
  }
  switch record.rest {
  case .pass: weaknesses.append("ends in +all, so anyone may send in your name; write ~all")
  case .neutral, .unsaid: weaknesses.append("does not mention other servers; end it with ~all")
  case .fail, .softFail, .redirected: break
  }
  return weaknesses
}

/// Consumer mail providers; no one else may send in their names.
let freemailDomains: Set<String> = [
  "aol.com", "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.co.uk",
  "hotmail.com", "hotmail.de", "hotmail.es", "hotmail.fr", "icloud.com", "laposte.net", "libero.it", "live.co.uk",
  "live.com", "live.de", "live.fr", "mac.com", "mail.com", "mail.ru", "me.com", "msn.com", "orange.fr", "outlook.com",
  "outlook.de", "outlook.es", "outlook.fr", "pm.me", "proton.me", "protonmail.com", "qq.com", "rocketmail.com",
  "t-online.de", "web.de", "yahoo.ca", "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yahoo.com.br",
  "yahoo.de", "yahoo.es", "yahoo.fr", "yahoo.it", "yandex.com", "yandex.ru", "ymail.com", "zohomail.com", "163.com",
]
