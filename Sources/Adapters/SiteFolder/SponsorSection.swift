internal import Foundation
internal import Model
internal import Settings
internal import Text

extension SettingReader {
  /// The advertisement in the table `sponsor`; nil if there is none, or if it cannot be used, which is reported.
  ///
  /// - Parameter base: the site's URL.
  /// - Parameter folder: the site folder; nil if its files are not looked at.
  func sponsor(_ key: String, base: String, folder: String?) -> Sponsor? {
    guard let section = table(key) else { return nil }
    let text = section.required("text", example: #""The Sleep Shop: beds for tired readers.""#, section.line)
    let link = section.secureLink("link")
    let image = section.sponsorImage("image", base: base, folder: folder)
    let label = section.line("label")
    let until = section.day("until")
    guard let text else { return nil }
    if text.count > Self.longestText {
      section.report("text", "`text` has \(text.count) characters; use at most \(Self.longestText)")
    }
    var sponsor = Sponsor(text: text)
    sponsor.link = link
    sponsor.image = image
    sponsor.label = label
    sponsor.until = until
    return sponsor
  }

  private static var longestText: Int { 600 }

  private func secureLink(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if isSecureLink(text) { return text }
    report(key, "`\(key)` must be an https URL, for example \"https://shop.example.org/\"")
    return nil
  }

  private func isSecureLink(_ text: String) -> Bool {
    text.wholeMatch(of: /(?i:https):\/\/[A-Za-z0-9\[][A-Za-z0-9._~:\/?#\[\]!$&'()*+,;=%@-]*/) != nil
  }

  private func sponsorImage(_ key: String, base: String, folder: String?) -> Article.Picture? {
    let alt = self.line("image_alt")
    guard let text = line(key) else {
      if alt != nil, setting(key) == nil {
        report("image_alt", "`image_alt` has no effect without `\(key)`; add that, or remove `image_alt`")
      }
      return nil
    }
    guard let address = sponsorImageAddress(key, text, base: base, folder: folder) else { return nil }
    if let alt { return Article.Picture(url: address, alt: alt) }
    if setting("image_alt") == nil {
      report(key, "`\(key)` needs a description for readers who do not see it; add, for example, image_alt = \"A bed\"")
    }
    return nil
  }

  private func sponsorImageAddress(_ key: String, _ text: String, base: String, folder: String?) -> String? {
    if isSecureLink(text) { return text }
    let path = String(text.drop { $0 == "/" })
    let isPath = path.wholeMatch(of: /[A-Za-z0-9_-][A-Za-z0-9._~-]*(\/[A-Za-z0-9_-][A-Za-z0-9._~-]*)*/) != nil
    guard isPath else {
      report(
        key, "`\(key)` must be an https URL or a file of static/, for example \"/shop.png\" for static/shop.png")
      return nil
    }
    if let folder, !FileManager.default.fileExists(atPath: "\(folder)/static/\(path)") {
      report(key, "there is no file static/\(path); put the image there, or write an https URL")
      return nil
    }
    return base + "/" + path
  }

  /// A date without a time, `2026-12-31`.
  private func day(_ key: String) -> String? {
    guard let setting = setting(key) else { return nil }
    if case .date(let text) = setting.value, text.count == 10 { return text }
    report(key, "`\(key)` must be a date without quotes, for example \(key) = 2026-12-31; found \(setting.kind)")
    return nil
  }
}
