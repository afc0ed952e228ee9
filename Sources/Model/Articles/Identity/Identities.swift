/// Decides which article each file is. A pure function: no files, no database.
///
/// A file may be renamed, moved to another folder or source, swap its name with another or be rewritten in its place. Its
/// article stays the same one, with its id and its page: what was published must not vanish, and what was mailed must not
/// be mailed again. What proves that a file is an article is in ``Evidence``, the order in which the rules are tried in
/// ``IdentityRule``, and the names of new articles in `IdentityNames.swift`.
package struct Identities {
  package enum Verdict: Hashable, Sendable {
    /// It is an article in the ledger, with that article's id, name and page.
    case keeps(KnownArticle)
    /// It is a new article with this name.
    case begins(name: String)
    /// It repeats an article whose own file still exists.
    case copies(FilePlace)
    /// It nearly repeats one, with the same title and date.
    case resembles(FilePlace)
    /// It is this article or a new one, and its author has to say which.
    case asks(KnownArticle, reason: String)
  }

  /// Articles whose file is gone or read anew, and those that left the shelf: a file may turn out to be one of them.
  var open: [Article.ID: KnownArticle] = [:]
  var openAt: [FilePlace: Article.ID] = [:]
  var openBy = TraitIndex()
  /// Articles that have a file.
  var present = TraitIndex()
  /// Articles that were found elsewhere.
  var moved: Set<Article.ID> = []
  /// Articles that a file may be: they stay as they are until its author has answered.
  private var asked: Set<Article.ID> = []
  /// Files whose author is asked.
  private var questionable: Set<FilePlace> = []
  var owners: [Article.ID: KnownArticle] = [:]
  var pages: [String: KnownArticle] = [:]
  let gone: Set<FilePlace>
  let earlier: EarlierFiles
  let page: (String) -> String

  /// - Parameters:
  ///   - reread: places of files that are about to be read again.
  ///   - gone: places of files that are no longer there.
  ///   - earlier: what was said of files in earlier runs.
  ///   - page: where an article of this name is published, relative to `public/`.
  package init(
    known: [KnownArticle], reread: Set<FilePlace>, gone: Set<FilePlace>, earlier: EarlierFiles = EarlierFiles(),
    page: @escaping (String) -> String
  ) {
    self.gone = gone
    self.earlier = earlier
    self.page = page
    // Of several articles recorded at one place, the last one counts there.
    for article in known.sorted(by: { $0.presence.rank < $1.presence.rank }) {
      own(article)
      let isOpen = article.presence != .shelved || reread.contains(article.place) || gone.contains(article.place)
      if isOpen { offer(article) } else { present.add(article) }
    }
  }

  /// Shelved articles whose file is gone, and that no file has turned out to be or may be.
  package var lost: [KnownArticle] {
    open.values.filter { $0.presence == .shelved && gone.contains($0.place) && !asked.contains($0.id) }
      .sorted { $0.place < $1.place }
  }

  /// Places of articles that stay as they are until their author has answered.
  package var waiting: Set<FilePlace> {
    let places = asked.compactMap { open[$0] }.filter { $0.presence == .shelved }.map(\.place)
    // Where another article is by now, it cannot stay.
    return Set(places).intersection(gone.union(questionable))
  }

  /// The article of this file.
  package func article(at place: FilePlace) -> Article.ID? { present.ids[place] }

  /// Decides for files that are read together, in this order; in the order given, the first keeps what two claim.
  package mutating func decide(_ files: [FoundArticle], _ texts: any ComparedTexts) throws -> [Verdict] {
    var comparison = Comparison(texts)
    var verdicts = [Verdict?](repeating: nil, count: files.count)
    for rule in IdentityRule.allCases {
      for pair in try pairs(files, verdicts, by: rule, &comparison) where verdicts[pair.file] == nil {
        // Another file may have been nearer to it.
        guard let article = open[pair.article] else { continue }
        verdicts[pair.file] = .keeps(keep(article, as: files[pair.file]))
      }
    }
    let displaced = displaced(besides: verdicts.count { $0 == nil })
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
    // Its former content counts as present: a copy of that is not a new article.
    article.place = file.place
    present.add(article)
    article.isRenamed = isRenamed(known, in: file)
    article.traits = file.traits
    present.add(article)
    // The caller needs the place that it came from.
    article.place = known.place
    own(article)
    return article
  }

  /// Whether the path of a file, and what its author wrote, would call its article otherwise.
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

/// What earlier runs said of files that are read again.
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
