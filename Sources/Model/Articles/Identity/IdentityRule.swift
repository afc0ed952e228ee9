/// The rules that match files with articles, in the order in which they are tried, each for all files before the next.
enum IdentityRule: CaseIterable {
  /// Same place, same content.
  case unchanged
  /// The id that the author set.
  case writtenID
  /// Strong evidence in the same place, even if a copy of the former content exists elsewhere.
  case remains
  case bytes
  /// Same title, date and text.
  case content
  /// The author lists the address of an article whose file is gone as a former address.
  case address
  /// Strong evidence at the same path in another source, or under the name of an article whose file is gone.
  case returns
  /// Strong evidence anywhere.
  case found
  /// Weak evidence in the same place.
  case rewritten
  /// Weak evidence at the same path in another source, or under the name of an article whose file is gone.
  case returnsRewritten
  /// Weak evidence anywhere.
  case foundRewritten

  /// The proof that the rule requires; nil if the match itself is sufficient.
  fileprivate var proof: Proof? {
    switch self {
    case .unchanged, .writtenID, .bytes, .content, .address: nil
    case .remains, .returns, .found: .strong
    case .rewritten, .returnsRewritten, .foundRewritten: .weak
    }
  }

  fileprivate var isElsewhere: Bool { self == .found || self == .foundRewritten }
}

extension Identities {
  /// A file that matches an article by some rule.
  struct Pair {
    let file: Int
    let article: Article.ID
    let nearness: Nearness
  }

  /// Limits on comparing titles, and whole articles, pair by pair, for example when an entire site is new.
  private static let mostTitles = 100_000
  private static let mostTexts = 2_000

  /// The matching pairs, likeliest first.
  func pairs(
    _ files: [FoundArticle], _ verdicts: [Verdict?], by rule: IdentityRule, _ comparison: inout Comparison
  ) throws -> [Pair] {
    var pairs: [Pair] = []
    let comparesTitles = verdicts.count(where: { $0 == nil }) * open.count <= Self.mostTitles
    for (position, file) in files.enumerated() where verdicts[position] == nil {
      let titled = rule.isElsewhere && comparesTitles ? titled(file, comparison) : []
      for article in candidates(for: file, rule) + titled where file.writtenID == nil || file.writtenID == article.id {
        if try !accepts(article, for: file, rule, &comparison) { continue }
        pairs.append(Pair(file: position, article: article.id, nearness: Nearness(article, file)))
      }
    }
    return pairs.sorted { $0.nearness != $1.nearness ? $0.nearness < $1.nearness : $0.file < $1.file }
  }

  private func titled(_ file: FoundArticle, _ comparison: Comparison) -> [KnownArticle] {
    file.isLong ? open.values.filter { comparison.hasTitle(file, $0) } : []
  }

  private func accepts(
    _ article: KnownArticle, for file: FoundArticle, _ rule: IdentityRule, _ comparison: inout Comparison
  ) throws -> Bool {
    guard let proof = rule.proof else { return true }
    if rule == .remains, article.traits == nil || holdsAnother(file, than: article) { return false }
    // The article comes from an older ledger without traits: nothing contradicts the match.
    guard let evidence = try evidence(file, article, &comparison) else { return !rule.isElsewhere }
    if rule.isElsewhere { return evidence.proofElsewhere >= proof }
    if evidence.proofInPlace >= proof { return true }
    // The article was never mailed, so a wrong guess does no harm.
    return try proof == .weak && evidence.proofInPlace == .doubt && !comparison.wasMailed(article)
  }

  private func evidence(
    _ file: FoundArticle, _ article: KnownArticle, _ comparison: inout Comparison
  ) throws -> Evidence? {
    var evidence = try comparison.evidence(file, article)
    if earlier.questions[file.place]?.article == article.id { evidence?.isRecent = true }
    return evidence
  }

  /// Whether the file has exactly the content of a different known article.
  private func holdsAnother(_ file: FoundArticle, than article: KnownArticle) -> Bool {
    (candidates(for: file, .bytes) + candidates(for: file, .content)).contains { $0.id != article.id }
  }
}

// MARK: - Candidates

extension Identities {
  private func candidates(for file: FoundArticle, _ rule: IdentityRule) -> [KnownArticle] {
    switch rule {
    case .unchanged:
      return here(file).filter { isUnchanged($0, in: file) }
    case .writtenID:
      return all(file.writtenID.map { [$0] })
    case .remains, .rewritten:
      return here(file)
    case .bytes:
      return all(file.traits.bytes.flatMap { openBy.bytes[$0] })
    case .content:
      return all(openBy.heading[file.traits.heading]).filter { $0.traits?.hasContent(of: file.traits) ?? false }
    case .address:
      return all(file.addressees).filter { $0.presence == .departed || gone.contains($0.place) }
    case .returns, .returnsRewritten:
      return namesakes(of: file)
    case .found, .foundRewritten:
      return nearDates(of: file)
    }
  }

  private func here(_ file: FoundArticle) -> [KnownArticle] { all(openAt[file.place].map { [$0] }) }

  /// Articles whose file is gone and that may continue in this one: at the same path in another source, or under the
  /// same name, as when `x.md` becomes `x/index.md`.
  private func namesakes(of file: FoundArticle) -> [KnownArticle] {
    let samePath = all(openBy.path[file.place.path]).filter { gone.contains($0.place) }
    let sameName = all([Article.ID(file.name)]).filter { article in
      !article.isRenamed && (article.presence == .departed || gone.contains(article.place))
    }
    return samePath + sameName
  }

  private func nearDates(of file: FoundArticle) -> [KnownArticle] {
    let repeated = file.isLong ? openBy.wording[file.traits.wording] : nil
    let day = file.traits.day
    return all((day - 1...day + 1).flatMap { openBy.day[$0] ?? [] } + (repeated ?? []))
  }

  private func isUnchanged(_ article: KnownArticle, in file: FoundArticle) -> Bool {
    guard let traits = article.traits else { return article.presence == .shelved }
    return traits.hasBytes(of: file.traits) || traits.hasContent(of: file.traits)
  }

  private func all(_ ids: [Article.ID]?) -> [KnownArticle] { (ids ?? []).compactMap { open[$0] } }
}

// MARK: - Doubts

extension Identities {
  /// Articles that lost their file in this run, to be compared with the remaining files. Empty if
  /// that would take too long.
  ///
  /// - Parameter count: how many files remain.
  func displaced(remaining count: Int) -> [KnownArticle] {
    let articles = open.values.filter { $0.presence == .shelved }
    return articles.count * count <= Self.mostTexts ? articles : []
  }

  /// An article that the file may be, without proof. Guessing wrong would mail an article twice or never.
  func doubt(
    about file: FoundArticle, _ displaced: [KnownArticle], _ comparison: inout Comparison
  ) throws -> (KnownArticle, reason: String)? {
    if let question = earlier.questions[file.place], question.bytes == file.traits.bytes,
      let article = open[question.article]
    {
      return (article, question.reason)
    }
    let inPlace = here(file) + namesakes(of: file)
    if let found = try doubt(about: file, among: inPlace, \.proofInPlace, &comparison) { return found }
    let asked = all(earlier.questions[file.place].map { [$0.article] })
    return try doubt(about: file, among: nearDates(of: file) + asked + displaced, \.proofElsewhere, &comparison)
  }

  private func doubt(
    about file: FoundArticle, among articles: [KnownArticle], _ proof: KeyPath<Evidence, Proof>,
    _ comparison: inout Comparison
  ) throws -> (KnownArticle, reason: String)? {
    var found: (KnownArticle, reason: String)?
    for article in articles.sorted(by: { Nearness($0, file) < Nearness($1, file) }) where found == nil {
      guard let evidence = try evidence(file, article, &comparison) else { continue }
      if try evidence[keyPath: proof] == .doubt && comparison.wasMailed(article) {
        found = (article, evidence.sentence)
      }
    }
    return found
  }
}
