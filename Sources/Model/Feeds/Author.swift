/// Public information about a person who writes articles (`authors.toml`).
package struct Author: Hashable, Sendable {
  /// As articles name them.
  package let name: String
  /// For example `Neurologist`; nil if it is not written.
  package var role: String?
  /// Their conflicts of interest, or that there are none; nil if it is not written.
  package var conflicts: String?
  /// Their own page elsewhere: an http(s) URL.
  package var url: String?

  package init(name: String) { self.name = name }

  /// Compares names: capitals, kinds of dash and spaces do not matter.
  package var slug: TopicSlug { TopicSlug(name) }

  /// The folder of their page under `public/`, for example `authors/ann-archer/`.
  package var folder: String { "authors/" + slug.folderName + "/" }

  /// The folder of earlier versions, if they spelled it differently.
  package var formerFolder: String? { TopicSlug.former(name).map { "authors/" + $0.folderName + "/" } }
}

extension Site {
  /// The entry of `authors.toml` for an author of this name; nil if there is none.
  package func author(named name: String) -> Author? {
    if authors.isEmpty { return nil }
    let slug = TopicSlug(name)
    return authors.first { $0.slug == slug }
  }
}
