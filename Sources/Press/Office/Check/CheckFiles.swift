internal import Files
internal import Foundation
internal import Gathering
internal import Model

/// Files next to articles that Courant neither reads nor copies.
extension SiteCheck {
  /// One finding per folder and file extension.
  func unpublishedFiles() -> [Finding] {
    site.sources.flatMap { source -> [Finding] in
      let names = FileManager.default.subpaths(atPath: folder + "/" + source.folder) ?? []
      let folderSource = FolderSource(settings: source, site: site, root: folder)
      let passedOver = names.filter { isPassedOver($0) && !folderSource.excludes($0) }.map { source.folder + "/" + $0 }
      let files = passedOver.filter { file in
        Self.neverPublished.contains((file as NSString).pathExtension.lowercased())
          || !isInBundle(file, below: source.folder)
      }
      let kinds = Dictionary(grouping: files.sorted()) { file in
        enclosingFolder(of: file) + "\u{0}" + (file as NSString).pathExtension.lowercased()
      }
      return kinds.values.map(Self.finding)
    }
  }

  private static func finding(_ files: [String]) -> Finding {
    let others = files.count > 1 ? " (and \(files.count - 1) more of its kind)" : ""
    let ending = (files[0] as NSString).pathExtension.lowercased()
    let why =
      neverPublished.contains(ending)
      ? "pages, style sheets and scripts next to articles never are; put it into static/"
      : "only an article's own folder may publish files of this kind; move it there, or into static/"
    return Finding(files[0], "is not published\(others): \(why)", weight: .warning)
  }

  /// Whether a file is not reported: because it is in a hidden folder, was created by an editor or another program for its own
  /// use, or decides what is hidden.
  private func isPassedOver(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") || $0.hasPrefix("_") }) else {
      return false
    }
    let ending = (String(name) as NSString).pathExtension.lowercased()
    return Self.neverPublished.contains(ending) || Self.bundled.contains(ending)
  }

  /// Whether a file is in the folder of an article or below it.
  private func isInBundle(_ path: String, below source: String) -> Bool {
    var above = enclosingFolder(of: path)
    while above.utf8.count > source.utf8.count {
      let articles = ["/index.md", ".md"].map { folder + "/" + above + $0 }
      if articles.contains(where: FileManager.default.fileExists) { return true }
      above = enclosingFolder(of: above)
    }
    return false
  }

  /// Files that browsers would run.
  private static let neverPublished: Set<String> = ["css", "js", "mjs", "html", "htm"]

  /// Kinds that are published in the folder of an article only: fonts, and images that few browsers show.
  private static let bundled: Set<String> = [
    "woff2", "woff", "ttf", "otf", "eot", "heif", "svgz", "jxl", "eps", "psd",
  ]
}
