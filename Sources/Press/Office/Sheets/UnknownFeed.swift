package import Model
internal import Text

extension Site {
  /// A sentence about a followed feed that the digest lacks; nil if it has all of them.
  package func unknownFeed(of following: Following, in digest: Digest) -> String? {
    guard case .some(let names) = following else { return nil }
    let known = feeds(of: digest).map(\.name)
    return names.first { !known.contains($0) }.map { name in
      "the digest \(digest.name) has no feed `\(name)`" + suggestion(for: name.text, among: known.map(\.text))
    }
  }
}
