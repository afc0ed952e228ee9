internal import Foundation
internal import Gathering
internal import Model

/// Files beside articles that Courant neither reads nor copies.
extension PressRun {
  /// One line for a folder and an ending.
  func unpublishedFiles() -> [Finding] {
    site.sources.flatMap { source -> [Finding] in
      let names = FileManager.default.subpaths(atPath: folder + "/" + source.folder) ?? []
      let passedOver = names.filter(isPassedOver).map { source.folder + "/" + $0 }
      let files = passedOver.filter { !isInBundle($0, below: source.folder) }
      let kinds = Dictionary(grouping: files.sorted()) { file in
        (file as NSString).deletingLastPathComponent + "\u{0}" + (file as NSString).pathExtension.lowercased()
      }
      return kinds.values.map(Self.finding)
    }
  }

  private static func finding(_ files: [String]) -> Finding {
    let others = files.count > 1 ? " (and \(files.count - 1) more of its kind)" : ""
    let sentence =
      "is not published\(others): only images, sound, video and PDF are, outside an article's own folder;"
      + " move it there, or put it into public/ yourself"
    return Finding(files[0], sentence, weight: .advice)
  }

  /// Not of hidden folders, drafts of editors, other programs' own files, or files that say what hides.
  private func isPassedOver(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") || $0.hasPrefix("_") }) else {
      return false
    }
    let ending = (String(name) as NSString).pathExtension.lowercased()
    return Self.shownElsewhere.contains(ending)
  }

  /// Whether a file lies in the folder of an article or below it.
  private func isInBundle(_ path: String, below source: String) -> Bool {
    var above = (path as NSString).deletingLastPathComponent
    while above.utf8.count > source.utf8.count {
      let articles = ["/index.md", ".md"].map { folder + "/" + above + $0 }
      if articles.contains(where: FileManager.default.fileExists) { return true }
      above = (above as NSString).deletingLastPathComponent
    }
    return false
  }

  /// What other sites publish beside articles: fonts, data, documents, subtitles, style and programs of pages.
  private static let shownElsewhere: Set<String> = [
    "woff2", "woff", "ttf", "otf", "eot", "css", "js", "mjs", "csv", "tsv", "xlsx", "xls", "ods", "docx", "doc", "odt",
    "pptx", "ppt", "odp", "epub", "zip", "gz", "tgz", "vtt", "srt", "tif", "tiff", "heic", "heif", "svgz", "jxl", "eps",
    "psd", "bib", "ris", "html", "htm",
  ]
}
