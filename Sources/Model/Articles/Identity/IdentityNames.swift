/// Names new articles and recognises copies.
extension Identities {
  mutating func begin(_ file: FoundArticle, _ comparison: Comparison) throws -> Verdict {
    if file.writtenID == nil {
      if let original = original(of: file) { return .copies(original) }
      if let original = try resembled(by: file, comparison) { return .resembles(original) }
    }
    let name = freeName(for: file)
    let id = file.writtenID ?? Article.ID(name)
    var article = KnownArticle(
      id: id, name: name == file.name ? nil : name, page: page(id.isAddress ? name : id.text), place: file.place,
      presence: .shelved)
    article.name = name
    article.traits = file.traits
    if owners[id].map({ $0.presence != .shelved }) ?? true { own(article) }
    present.add(article)
    return .begins(name: name)
  }

  private func freeName(for file: FoundArticle) -> String {
    guard file.writtenID == nil, isTakenByAnother(file.name) else { return file.name }
    return (2...).lazy.map { "\(file.name)-\($0)" }.first { isFree($0) } ?? file.name
  }

  /// Whether the name belongs to a different article: one that has moved to another file, has left the shelf,
  /// or is about to leave it.
  private func isTakenByAnother(_ name: String) -> Bool {
    [owners[Article.ID(name)], pages[page(name)]].compactMap(\.self)
      .contains { $0.isRenamed || $0.presence == .departed || open[$0.id] != nil || moved.contains($0.id) }
  }

  private func isFree(_ name: String) -> Bool { owners[Article.ID(name)] == nil && pages[page(name)] == nil }
}

// MARK: - Copies

extension Identities {
  func original(of file: FoundArticle) -> FilePlace? { samePlace(as: file) ?? knownOriginal(of: file) }

  /// The place of an article with the same bytes or content. Short articles must match in every byte: two short notes may
  /// have the same title and date and differ only in their links.
  private func samePlace(as file: FoundArticle) -> FilePlace? {
    let sameBytes = file.traits.bytes.flatMap { present.placesByBytes[$0] } ?? []
    let sameContent = file.isLong ? present.placesByContent[TraitIndex.Content(file.traits)] ?? [] : []
    return (sameBytes + sameContent).first { $0 != file.place }
  }

  private func knownOriginal(of file: FoundArticle) -> FilePlace? {
    guard let known = earlier.repeats[file.place], known.bytes == file.traits.bytes else { return nil }
    return present.places[known.article]
  }

  private func resembled(by file: FoundArticle, _ comparison: Comparison) throws -> FilePlace? {
    guard file.isLong else { return nil }
    let namesakes = present.articlesByHeading[file.traits.heading] ?? []
    return try namesakes.first { try $0.place != file.place && comparison.repeats(file, $0) }?.place
  }
}
