package import Model
internal import Time

/// The stored properties of an article that still have their initial values. A test that fills in an article checks them, so
/// that a new field is not forgotten.
package func unsetFields(of article: Article) -> Set<String> {
  let blank = Article(id: Article.ID(""), title: "", published: Instant(seconds: 0), link: "")
  let pairs = zip(Mirror(reflecting: article).children, Mirror(reflecting: blank).children)
  let unset = pairs.filter { "\($0.value)" == "\($1.value)" }
  return Set(unset.compactMap { $0.0.label }).subtracting(["rare"]).union(unsetRareFields(of: article))
}

/// Those that few articles have are in an object of their own, if there are any.
private func unsetRareFields(of article: Article) -> [String] {
  func fields(_ article: Article) -> Mirror.Children? {
    Mirror(reflecting: article).descendant("rare", "some", "fields").map { Mirror(reflecting: $0).children }
  }
  if let fields = fields(article) { return fields.filter { "\($0.value)" == "nil" }.compactMap(\.label) }
  var one = article
  one.layout = "report"
  return fields(one)?.compactMap(\.label) ?? []
}
