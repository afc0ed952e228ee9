/// Decides which article each file is. A pure function, without files or a database.
///
/// A file may be renamed, moved to another folder or source, exchanged with another, or rewritten in place. Its article
/// keeps its id and its page, because published articles must not vanish and mailed ones must not be mailed again.
/// ``Evidence`` defines what proves that a file is an article, ``IdentityRule`` the order in which the rules are tried,
/// and `IdentityNames.swift` the names of new articles.
package struct Identities {
  package enum Verdict: Hashable, Sendable {
    /// It is an article in the ledger, with that article's id, name and page.
    case keeps(KnownArticle)
    /// It is a new article with this name.
    case begins(name: String)
    /// It repeats an article whose own file still exists.
    case copies(FilePlace)
    /// It is nearly the same as an existing article, with the same title and date.
    case resembles(FilePlace)
    /// It may be this article or a new one; its author must decide.
    case asks(KnownArticle, reason: String)
  }

  /// Articles whose file is gone or is being read again, and those that left the shelf: candidates for a file.
  var open: [Article.ID: KnownArticle] = [:]
  var openAt: [FilePlace: Article.ID] = [:]
  var openBy = TraitIndex()
  /// Articles that have a file.
  var present = TraitIndex()
  /// Articles found in a different place than before.
  var moved: Set<Article.ID> = []
  /// Articles whose author must decide whether a file belongs to them; they stay unchanged until then.
  private var asked: Set<Article.ID> = []
  /// Files whose authors must decide.
  private var questionable: Set<FilePlace> = []
  var owners: [Article.ID: KnownArticle] = [:]
  var pages: [String: KnownArticle] = [:]
  let gone: Set<FilePlace>
  let earlier: EarlierFiles
  let page: (String) -> String

  /// - Parameters:
  ///   - reread: the places of files that are about to be read again.
  ///   - gone: the places of files that no longer exist.
  ///   - earlier: what earlier runs reported about files.
  ///   - page: returns the page of an article with a given name, relative to `public/`.
  package init(
    known: [KnownArticle], reread: Set<FilePlace>, gone: Set<FilePlace>, earlier: EarlierFiles = EarlierFiles(),
    page: @escaping (String) -> String
  ) {
    self.gone = gone
    self.earlier = earlier
    self.page = page
    // If several articles are recorded at one place, the last in this order wins.
    for article in known.sorted(by: { $0.presence.rank < $1.presence.rank }) {
      own(article)
      let isOpen = article.presence != .shelved || reread.contains(article.place) || gone.contains(article.place)
      if isOpen { offer(article) } else { present.add(article) }
    }
  }

  /// Shelved articles whose file is gone and that were not found, or possibly found, in another file.
  package var lost: [KnownArticle] {
    open.values.filter { $0.presence == .shelved && gone.contains($0.place) && !asked.contains($0.id) }
      .sorted { $0.place < $1.place }
  }

  /// The places of articles that stay unchanged until their author has decided.
  package var waiting: Set<FilePlace> {
    let places = asked.compactMap { open[$0] }.filter { $0.presence == .shelved }.map(\.place)
    // An article cannot stay in a place that now belongs to another one.
    return Set(places).intersection(gone.union(questionable))
  }

  /// The article in the file at this place.
  package func article(at place: FilePlace) -> Article.ID? { present.ids[place] }

  /// Decides for files that are read together. If two files match an article equally well, the first one keeps it.
  package mutating func decide(_ files: [FoundArticle], _ texts: any ComparedTexts) throws -> [Verdict] {
    var comparison = Comparison(texts)
    var verdicts = [Verdict?](repeating: nil, count: files.count)
    for rule in IdentityRule.allCases {
      for pair in try pairs(files, verdicts, by: rule, &comparison) where verdicts[pair.file] == nil {
        // An earlier pair may already have taken this article.
        guard let article = open[pair.article] else { continue }
        verdicts[pair.file] = .keeps(keep(article, as: files[pair.file]))
      }
    }
    let displaced = displaced(remaining: verdicts.count { $0 == nil })
    for (position, file) in files.enumerated() where verdicts[position] == nil {
      verdicts[position] = try question(about: file, displaced, &comparison)
    }
    return try zip(files, verdicts).map { file, verdict in try verdict ?? begin(file, comparison) }
  }

  private mutating func question(
    about file: FoundArticle, _ displaced: [KnownArticle], _ comparison: inout Comparison
  ) throws -> Verdict? {
    guard file.writtenID == nil, original(of: file) == nil else { return nil }
    guard let (article, reason) = try doubt(about: file, displaced, &comparison) else { return nil }
    asked.insert(article.id)
    questionable.insert(file.place)
    return .asks(article, reason: reason)
  }
}

// MARK: - Known articles

extension Identities {
  private mutating func keep(_ known: KnownArticle, as file: FoundArticle) -> KnownArticle {
    open[known.id] = nil
    if known.place != file.place { moved.insert(known.id) }
    var article = known
    // Also index its former content, so that a copy of it does not become a new article.
    article.place = file.place
    present.add(article)
    article.isRenamed = isRenamed(known, in: file)
    article.traits = file.traits
    present.add(article)
    // The caller needs the place that the article came from.
    article.place = known.place
    own(article)
    return article
  }

  /// Whether the name from the file's path, or the id its author set, differs from the article's.
  private func isRenamed(_ article: KnownArticle, in file: FoundArticle) -> Bool {
    if file.writtenID == nil { return article.id.text != file.name }
    return article.id.isAddress && page(article.name) != page(file.name)
  }

  mutating func own(_ article: KnownArticle) {
    owners[article.id] = article
    pages[article.page] = article
  }

  private mutating func offer(_ article: KnownArticle) {
    open[article.id] = article
    openAt[article.place] = article.id
    openBy.add(article)
  }
}

/// What earlier runs reported about files that are now read again.
package struct EarlierFiles: Hashable, Sendable {
  /// Files that were reported as copies.
  package var repeats: [FilePlace: KnownRepeat] = [:]
  /// Files whose author was asked.
  package var questions: [FilePlace: KnownQuestion] = [:]

  package init() {}

  package mutating func add(_ stamp: String, of place: FilePlace) {
    repeats[place] = KnownRepeat(stamp: stamp)
    questions[place] = KnownQuestion(stamp: stamp)
  }

  package mutating func merge(_ other: EarlierFiles) {
    repeats.merge(other.repeats) { first, _ in first }
    questions.merge(other.questions) { first, _ in first }
  }
}
