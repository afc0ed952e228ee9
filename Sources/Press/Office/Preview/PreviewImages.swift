internal import Foundation
internal import Model
internal import Press
internal import PublicPlace

/// Images that readers will load from the site and whose files are on this machine. Until the site is published, a
/// preview can show only these.
extension PressRun {
  /// The absolute paths of the files, by URL as written in the HTML.
  func localImages(in html: String) throws -> [String: String] {
    let written = html.matches(of: /\ssrc="([^"]*)"/).map { String($0.output.1) }
    let addresses = Set(written).filter { $0.hasPrefix(site.url + "/") }
    if addresses.isEmpty { return [:] }
    let assets = try publishedAssets()
    var images: [String: String] = [:]
    for address in addresses {
      let path = address.dropFirst(site.url.utf8.count + 1).prefix { $0 != "?" && $0 != "#" }
      guard let decoded = path.replacing("&amp;", with: "&").removingPercentEncoding else { continue }
      if let file = assets[decoded] {
        images[address] = file
      } else if let folder = output as? PublicFolder, folder.exists(decoded) {
        images[address] = folder.root + "/" + decoded
      }
    }
    return images
  }
}
