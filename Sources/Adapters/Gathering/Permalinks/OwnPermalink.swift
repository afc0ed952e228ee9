internal import Foundation
internal import Model
internal import Settings
internal import Text

/// The page of an article at an address of the operator's choice: `permalink` or `url` in its front matter, or `[site] permalink`.
extension FolderSource {
  enum OwnPermalink {
    /// The article has its usual page.
    case none
    case page(PageAddress)
    case fault(Finding)
  }

  /// - Parameter path: the file, for messages.
  func ownPermalink(of matter: FrontMatter, path: String) -> OwnPermalink {
    guard kind == .articles, links == nil, site.hasPages, let setting = permalinkSetting(of: matter) else {
      return .none
    }
    let values = matter.linkValues(for: nil, path: matter.place.pageName, folders: [])
    guard let values else { return .none }
    // That of the site was checked when the settings were read.
    guard let template = try? LinkTemplate(setting.text) else { return .none }
    let made = template.filled(values.value)
    let folders = made.split(separator: "/").map { name in
      let plain = name.removingPercentEncoding ?? String(name)
      return setting.isOfSite ? slug(plain) : composed(plain)
    }
    if let reason = objection(to: folders) {
      return .fault(finding("its address would be /\(folders.joined(separator: "/"))/, \(reason)", setting, path))
    }
    return .page(PageAddress(folders: folders, site: site))
  }

  private func finding(_ sentence: String, _ setting: PermalinkSetting, _ path: String) -> Finding {
    Finding(path, line: setting.position?.line, column: setting.position?.column, sentence)
  }

  private func objection(to folders: [String]) -> String? {
    let path = folders.joined(separator: "/")
    if folders.isEmpty { return "the front page; choose another one" }
    if let folder = ReservedFolder.first(of: path) {
      return "and /\(folder)/ is for Courant's own pages; choose another one"
    }
    if path == "articles" { return "the list of all articles; choose another one" }
    if site.isAnswered(path) { return "which `courant serve` answers; choose another one" }
    if site.standing.contains(where: { $0.name == path }) { return "the page of pages/\(path).md; choose another one" }
    let isUsable = folders.allSatisfy {
      $0.utf8.count <= 200 && !$0.hasPrefix(".") && $0.unicodeScalars.allSatisfy(isOrdinary)
    }
    return isUsable && path.utf8.count <= FieldLimit.address ? nil : "which is not a usable path; choose another one"
  }

  /// Nil if neither the article nor the site sets an address. Values that are not paths are for other programs.
  private func permalinkSetting(of matter: FrontMatter) -> PermalinkSetting? {
    for key in ["permalink", "url"] {
      guard let setting = matter.reader.setting(key), let text = setting.string?.trimmed, text.hasPrefix("/"),
        !text.hasPrefix("//"), !text.contains("{"), !text.contains("?"), !text.contains("#"),
        (try? LinkTemplate(text)) != nil
      else { continue }
      let last = text.split(separator: "/").last.map(String.init) ?? ""
      // Pages are folders, so /2020/x.html cannot be one.
      if last.contains(".") { continue }
      return PermalinkSetting(text: text, isOfSite: false, position: setting.position)
    }
    return site.permalink.map { PermalinkSetting(text: $0, isOfSite: true, position: nil) }
  }
}

private struct PermalinkSetting {
  let text: String
  let isOfSite: Bool
  let position: TextPosition?
}

private func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: false
  default: scalar != "/" && scalar != "\\"
  }
}
