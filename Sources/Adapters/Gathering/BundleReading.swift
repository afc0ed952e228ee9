internal import Model
internal import Settings

/// Reads the index files of bundles.
extension FolderSource {
  /// The effect of the bundle in a folder on everything below it.
  func state(ofBundle folder: String, _ holds: Holds) -> BundleState {
    holds.state(of: folder) { bundleState(of: $0, holds) }
  }

  /// The effect of a bundle's index file on everything below it.
  func bundleState(of index: String, _ holds: Holds) -> BundleState {
    // Its links do not matter here, and may lead to files below it.
    switch examine(index, under: holds, .none).reading {
    case .article(let article, _): return .article(Hold(from: article.published, until: article.expires))
    case .draft: return matter(of: index, under: holds).map { $0.saysOnlyLists ? .page : .hidden } ?? .hidden
    case .unreadable: return .hidden
    case .fault:
      if let bytes = try? root.read(index), !bytes.holdFrontMatter { return .page }
      // A page without a date is not an article but a list of the articles below it, as in Jekyll and Eleventy.
      guard let matter = matter(of: index, under: holds) else { return .hidden }
      return matter.hasDate || !matter.hiding.questions.isEmpty ? .hidden : .page
    }
  }

  /// The front matter of a file; nil if it cannot be read.
  func matter(of path: String, under holds: Holds) -> FrontMatter? {
    guard let bytes = try? root.read(path), case .success(let text) = ArticleText.split(bytes, path: path) else {
      return nil
    }
    return frontMatter(of: text, at: path, under: holds)
  }
}
