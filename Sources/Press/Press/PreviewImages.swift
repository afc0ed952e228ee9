internal import Foundation
internal import Model
internal import PublicPlace

/// Images that readers will load from the site and whose files are on this machine. Until the site is published, a
/// preview can show only these.
extension PressRun {
  /// The absolute paths of the files, by URL as written in the HTML.
  func localImages(in html: String) throws -> [String: String] {
    let written = html.matches(of: /\ssrc="([^"]*)"/).map { String($0.output.1) }
    let addresses = Set(written).filter { $0.hasPrefix(site.url + "/") }
    if addresses.isEmpty { return [:] }
    let visible = try ledger.shelvedArticles().filter { $0.article.isVisible(at: now) }
    let assets = Dictionary(try assets(visible).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var images: [String: String] = [:]
    for address in addresses {
      let path = address.dropFirst(site.url.utf8.count + 1).prefix { $0 != "?" && $0 != "#" }
      guard let decoded = path.replacing("&amp;", with: "&").removingPercentEncoding else { continue }
      if case .copied(let original, _)? = assets[decoded]?.file.source {
        images[address] = folder + "/" + original
      } else if output.exists(decoded) {
        images[address] = output.root + "/" + decoded
      }
    }
    return images
  }
}

extension Preview {
  /// The HTML with images on this machine replaced by the URLs that `address` returns for their files.
  package func html(showing address: (_ file: String) -> String) -> String {
    images.reduce(html) { html, image in
      html.replacing(" src=\"\(image.key)\"", with: " src=\"\(address(image.value))\"")
    }
  }
}
