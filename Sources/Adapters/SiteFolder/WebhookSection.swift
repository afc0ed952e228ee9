internal import Foundation
package import Model
internal import Settings
internal import Text

/// Reads `[webhooks]`. Mistakes are reported.
func readWebhooks(in schedule: SettingReader) -> [WebhookSettings] {
  schedule.tables("webhooks").compactMap { name, position, section in
    let url = section.required("url", example: #""https://crm.example.org/courant""#, section.hookAddress)
    let secret = section.required("secret_file", example: #""crm.secret""#, section.line)
    let events = section.events("events")
    let allowsPrivate = section.boolean("allow_private") ?? false
    guard name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,39}/) != nil else {
      section.report(
        at: position,
        "the name of a webhook must have 1 to 40 letters, digits, dots, hyphens and underscores, and begin with a "
          + "letter or digit; found `\(forDisplay(name, atMost: 40))`")
      return nil
    }
    guard let url, let secret else { return nil }
    var webhook = WebhookSettings(name, url: url, secretFile: secret)
    webhook.events = events ?? webhook.events
    webhook.allowsPrivate = allowsPrivate
    return webhook
  }
}

extension SettingReader {
  fileprivate func hookAddress(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if isWebAddress(text), !text.contains("#") { return text }
    report(key, "`\(key)` must be the URL that takes events, for example \"https://crm.example.org/courant\"")
    return nil
  }

  fileprivate func events(_ key: String) -> Set<WebhookEvent.Kind>? {
    guard let words = strings(key) else { return nil }
    let all = WebhookEvent.Kind.allCases.map(\.rawValue)
    if words.isEmpty { report(key, "`\(key)` is empty; write at least one of \(all.joined(separator: ", "))") }
    let kinds = words.compactMap { word in
      if let kind = WebhookEvent.Kind(rawValue: word.text) { return kind }
      let hint = suggestion(for: word.text, among: all)
      report(
        at: word.setting.position,
        "`\(word.text)` is not an event; there are \(all.joined(separator: ", "))\(hint)")
      return nil
    }
    return Set(kinds)
  }
}

/// The key that signs for a webhook. Its file is one line, `whsec_` and the key in base64, and only its owner may read it
/// (Standard Webhooks 1.0.0, "Signature scheme").
package func signingSecret(of webhook: WebhookSettings, folder: String) throws(Finding) -> [UInt8] {
  let line = try readSecret(webhook.secretFile, in: folder, key: "secret_file", what: "secret")
  let prefix = "whsec_"
  guard line.hasPrefix(prefix), let key = Data(base64Encoded: String(line.dropFirst(prefix.count))),
    (24...64).contains(key.count)
  else {
    throw Finding(
      webhook.secretFile,
      "a webhook's secret is whsec_ and 24 to 64 bytes in base64; create it with "
        + "`echo whsec_$(openssl rand -base64 32) > \(webhook.secretFile)`")
  }
  return Array(key)
}
