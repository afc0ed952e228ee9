package import Model
internal import Time

/// The stored properties of an article that still have their initial values. A test that fills in an article checks them, so
/// that a new field is not forgotten.
package func unsetFields(of article: Article) -> Set<String> {
  let blank = Article(id: Article.ID(""), title: "", published: Instant(seconds: 0), link: "")
  let pairs = zip(Mirror(reflecting: article).children, Mirror(reflecting: blank).children)
  let unset = pairs.filter { "\($0.value)" == "\($1.value)" }
  return Set(unset.compactMap { $0.0.label })
}
