internal import Foundation

/// The other articles of a source, as one of them names them in its links.
struct Neighbours {
  /// The folder of the article, inside the source: empty or ending in a slash.
  let folder: String
  private let known: KnownLinks

  /// - Parameter link: where the article in a file of the source is read; nil if the file holds none that is published.
  init(folder: String, link: @escaping (_ pathInside: String) -> String?) {
    (self.folder, known) = (folder, KnownLinks(link))
  }

  /// Where `other.md#part` leads; nil if that is no article of the source.
  func address(of written: String) -> String? {
    guard !written.hasPrefix("/"), !written.contains("://") else { return nil }
    let path = written.prefix { $0 != "#" && $0 != "?" }
    guard let file = path.removingPercentEncoding.flatMap({ inside(folder + $0) }) else { return nil }
    return known[file].map { $0 + written[path.endIndex...].drop { $0 != "#" } }
  }

  /// Where Jekyll's `{% post_url name %}` leads: the name is a file's, without its ending, beside the article or in the
  /// source's folder of posts.
  func address(ofPost name: String) -> String? {
    for folder in [folder, "", "_posts/"] {
      for ending in [".md", ".markdown", "/index.md"] {
        guard let file = inside(folder + name + ending), let link = known[file] else { continue }
        return link.replacing("(", with: "%28").replacing(")", with: "%29")
      }
    }
    return nil
  }

  /// Without `.` and `..`; nil if it leaves the source or is not the name of an article.
  private func inside(_ path: String) -> String? {
    var kept: [Substring] = []
    for component in path.split(separator: "/") where component != "." {
      if component != ".." {
        guard !component.hasPrefix(".") else { return nil }
        kept.append(component)
      } else if kept.popLast() == nil {
        return nil
      }
    }
    guard let name = kept.last, FileKind(name: String(name)) == .article else { return nil }
    return kept.joined(separator: "/")
  }
}

/// Each file is asked for once, however often an article names it.
private final class KnownLinks {
  private let link: (String) -> String?
  private var found: [String: String?] = [:]

  init(_ link: @escaping (String) -> String?) { self.link = link }

  subscript(_ file: String) -> String? {
    if let known = found[file] { return known }
    let link = link(file)
    found[file] = .some(link)
    return link
  }
}
