/// Makes HTML from any source safe for a feed, a page or an email: a well-formed fragment of allowed elements with
/// absolute URLs, which every parser reads the same way.
///
/// The parser's tree is never written back: the sanitiser writes its own tags from an allow-list.
/// Clean input stays unchanged.
package struct HTMLSanitizer {
  private let base: String
  private let page: String
  private let find: (String) -> String?

  /// - Parameters:
  ///   - base: the absolute URL against which links and images are resolved.
  ///   - page: the URL at which the fragment is read, if different; links to its headings (`#notes`) lead there.
  ///   - find: returns the URL of a file that the fragment names; nil for an unknown file.
  package init(base: String, page: String? = nil, find: @escaping (String) -> String? = { _ in nil }) {
    self.base = base
    self.page = page ?? base
    self.find = find
  }

  package struct Sanitized {
    package let html: String
    /// Whether an element was left out with all its content, so that its text must not be shown anywhere else either.
    package let leavesOut: Bool
  }

  /// - Parameter most: the number of bytes after which nothing more is written. A longer result is incomplete.
  package func sanitized(_ fragment: String, most: Int = .max) -> Sanitized {
    var pass = SanitizingPass(base: base, page: page, find: find, most: most)
    HTMLTree(fragment: fragment).visit(&pass)
    return Sanitized(html: pass.finish(), leavesOut: pass.leavesOut)
  }
}
