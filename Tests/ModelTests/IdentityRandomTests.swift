import CourantTesting
import Model
import Testing

/// Authors who move, edit, retitle, redate, delete, bring back and replace their articles, at random.
@Suite struct IdentityRandomTests {
  @Test func noArticleIsMailedTwiceAndEachNewOneOnceUnlessItsAuthorIsAsked() throws {
    let first = UInt64.random(in: 0...1_000_000_000)
    for seed in first..<first + 60 {
      var author = RandomAuthor(seed: seed)
      for _ in 0..<30 {
        author.work()
        try author.run()
      }
      // The author answers the open questions.
      author.patience = 1
      for _ in 0..<3 { try author.run() }
      let everything = Set(author.files.values.map(\.truth))
      #expect(author.faults == [], "seed \(seed)")
      #expect(everything.subtracting(author.mailed) == [], "seed \(seed): never mailed")
      if !author.faults.isEmpty { break }
    }
  }
}

/// An article as its author has it; `truth` is what no program sees.
private struct Sheet: Hashable {
  let truth: Int
  var title: String
  var published: Int64
  var words: [String]
  var id: String?

  var text: [UInt8] { Array(words.joined(separator: " ").utf8) }
  var bytes: Fingerprint { print("\(title)|\(published)|\(words)|\(id ?? "")") }
  var traits: ArticleTraits {
    ArticleTraits(
      bytes: bytes, heading: print("\(title)|\(published)"), wording: print("\(words)"), published: published)
  }
}

extension Sheet {
  fileprivate func changes(to sheet: Sheet) -> String {
    let parts = [
      title == sheet.title ? nil : "title", published == sheet.published ? nil : "date",
      words == sheet.words ? nil : "text by \(1 - share(of: text, in: sheet.text))",
    ]
    return "\(text.count) bytes, changed: " + parts.compactMap(\.self).joined(separator: ", ")
  }
}

/// FNV-1a.
private func print(_ text: String) -> Fingerprint {
  Fingerprint(bits: text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
}

/// The author's files, and the ledger's record of them.
private struct RandomAuthor {
  private var numbers: SeededNumbers
  private(set) var files: [String: Sheet] = [:]
  /// Deleted files, and where they were.
  private var attic: [(path: String, sheet: Sheet)] = []
  private var known: [Article.ID: KnownArticle] = [:]
  private var sheets: [Article.ID: Sheet] = [:]
  private var stamps: [String: Fingerprint] = [:]
  private var earlier = EarlierFiles()
  private(set) var mailed: Set<Int> = []
  private(set) var faults: [String] = []
  private var count = 0
  private var day: Int64 = 20_000
  /// How often the author answers at once.
  var patience = 0.7

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &numbers) < share }
  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }

  private static let common = "of the and to in a is for on that it as with be by are this was at not".split(
    separator: " ")

  private mutating func word() -> String {
    chance(0.4) ? String(Self.common[pick(Self.common.count)]) : "w\(pick(400))"
  }

  private mutating func freePath() -> String {
    count += 1
    return "p\(count)"
  }

  private mutating func newSheet() -> Sheet {
    count += 1
    day += 1
    let length = chance(0.5) ? 80 + pick(80) : 8 + pick(12)
    return Sheet(
      truth: count, title: "Title \(pick(12)) of \(count)", published: day * 86_400,
      words: (0..<length).map { _ in word() })
  }

  private mutating func anyPath() -> String? { files.keys.sorted().randomElement(using: &numbers) }
}

// MARK: - What authors do

extension RandomAuthor {
  mutating func work() {
    for _ in 0...pick(3) {
      switch pick(7) {
      case 0: files[freePath()] = newSheet()
      case 1: edit()
      case 2: move()
      case 3: moveAndReplace()
      case 4: delete()
      case 5: restore()
      default: replaceOneThatIsAway()
      }
    }
  }

  /// Changes at most one word in ten, and perhaps the title or the date.
  private mutating func edited(_ sheet: Sheet) -> Sheet {
    var sheet = sheet
    for _ in 0..<max(1, sheet.words.count / 20) where chance(0.7) { sheet.words[pick(sheet.words.count)] = word() }
    switch pick(4) {
    case 0: sheet.title += " again"
    case 1:
      // Unique: one more article with the same title and date would be the same one.
      count += 1
      sheet.published = Int64(40_000 + count) * 86_400
    default: break
    }
    return sheet
  }

  private mutating func edit() {
    guard let path = anyPath(), let sheet = files[path], stamps[path] == sheet.bytes else { return }
    files[path] = edited(sheet)
  }

  /// Once in a run: an edit more would be another step.
  private mutating func takeSettled() -> (String, Sheet)? {
    guard let path = anyPath(), let sheet = files[path], stamps[path] == sheet.bytes else { return nil }
    files[path] = nil
    return (path, sheet)
  }

  private mutating func move() {
    guard let (_, sheet) = takeSettled() else { return }
    files[freePath()] = chance(0.6) ? edited(sheet) : sheet
  }

  /// Another article takes the name of one that moves, and perhaps its title or its date.
  private mutating func moveAndReplace() {
    guard let (path, sheet) = takeSettled() else { return }
    files[freePath()] = chance(0.6) ? edited(sheet) : sheet
    files[path] = newcomer(like: sheet)
  }

  private mutating func newcomer(like sheet: Sheet) -> Sheet {
    var new = newSheet()
    switch pick(3) {
    case 0: new.title = sheet.title
    case 1: new.published = sheet.published
    default: break
    }
    return new
  }

  private mutating func delete() {
    guard let (path, sheet) = takeSettled() else { return }
    attic.append((path, sheet))
  }

  private mutating func replaceOneThatIsAway() {
    guard let away = attic.randomElement(using: &numbers), files[away.path] == nil else { return }
    files[away.path] = newcomer(like: away.sheet)
  }

  /// Few words that are edited while they are away are another text: docs/decisions/0017.
  private mutating func restore() {
    guard !attic.isEmpty else { return }
    let (path, sheet) = attic.remove(at: pick(attic.count))
    let isLong = sheet.text.count >= 220
    let place = files[path] == nil && chance(0.5) ? path : freePath()
    files[place] = isLong && chance(0.5) ? edited(sheet) : sheet
  }
}

// MARK: - A run

extension RandomAuthor {
  mutating func run() throws {
    let changed = files.keys.sorted().filter { stamps[$0] != files[$0]?.bytes }
    let gone = Set(stamps.keys.filter { files[$0] == nil }.map(place))
    let found = changed.map(foundArticle)
    var identities = Identities(
      known: known.values.sorted { $0.id < $1.id }, reread: Set(changed.map(place)), gone: gone, earlier: earlier,
      page: { "articles/\($0)/index.html" })
    let verdicts = try identities.decide(found, SheetTexts(files: files, sheets: sheets))
    let waiting = identities.waiting
    leave(Set(changed.map(place)).union(gone).subtracting(waiting))
    for path in gone where !waiting.contains(path) { stamps[String(path.path)] = nil }
    // A known article keeps its id, even if a new file that would have the same id is read before.
    let decided = Array(zip(changed, verdicts))
    for (path, verdict) in decided.filter({ $0.1.isKnown }) + decided.filter({ !$0.1.isKnown }) {
      record(verdict, of: path, isWaiting: waiting.contains(place(path)))
    }
  }

  private func place(_ path: String) -> FilePlace { FilePlace(source: "articles", path: path) }

  private func foundArticle(_ path: String) -> FoundArticle {
    let sheet = files[path]!
    return FoundArticle(
      place: place(path), name: path, writtenID: sheet.id.map { Article.ID($0) }, traits: sheet.traits,
      isLong: sheet.text.count >= 200)
  }

  private mutating func leave(_ places: Set<FilePlace>) {
    for article in known.values where article.presence == .shelved && places.contains(article.place) {
      known[article.id] = article.with(.departed, article.place, article.traits)
    }
  }

  private mutating func record(_ verdict: Identities.Verdict, of path: String, isWaiting: Bool) {
    let sheet = files[path]!
    earlier.questions[place(path)] = nil
    switch verdict {
    case .keeps(let article):
      if sheets[article.id]?.truth != sheet.truth {
        faults.append("\(path) is taken for \(article.id): \(sheets[article.id]?.changes(to: sheet) ?? "")")
      }
      shelve(article.with(.shelved, place(path), sheet.traits), sheet, path)
    case .begins(let name):
      let id = sheet.id.map { Article.ID($0) } ?? Article.ID(name)
      // Two files with one id are a fault, which the run reports.
      if known[id]?.presence == .shelved { return answer(path) }
      if !mailed.insert(sheet.truth).inserted { faults.append("\(path) is mailed again as \(name): \(before(sheet))") }
      let begun = KnownArticle(
        id: id, name: name == path ? nil : name, page: "articles/\(name)/index.html", place: place(path),
        presence: .shelved)
      shelve(begun.with(.shelved, place(path), sheet.traits), sheet, path)
    case .asks(let article, let reason):
      if !isWaiting {
        earlier.questions[place(path)] = KnownQuestion(bytes: sheet.bytes, article: article.id, reason: reason)
      }
      answer(path)
    case .copies, .resembles:
      answer(path)
    }
  }

  private func before(_ sheet: Sheet) -> String {
    let ids = sheets.filter { $0.value.truth == sheet.truth }
    let parts = ids.map { "\($0.key) at \(known[$0.key]?.place.path ?? "?"), \($0.value.changes(to: sheet))" }
    return parts.joined(separator: "; ")
  }

  private mutating func shelve(_ article: KnownArticle, _ sheet: Sheet, _ path: String) {
    known[article.id] = article
    sheets[article.id] = sheet
    stamps[path] = sheet.bytes
  }

  /// Not always at once.
  private mutating func answer(_ path: String) {
    stamps[path] = Fingerprint(bits: 0)
    guard chance(patience), let truth = files[path]?.truth else { return }
    files[path]?.id = sheets.first { $0.value.truth == truth }?.key.text ?? "id-\(truth)"
  }
}

extension KnownArticle {
  fileprivate func with(_ presence: Presence, _ place: FilePlace, _ traits: ArticleTraits?) -> KnownArticle {
    var article = KnownArticle(
      id: id, name: isRenamed ? name : nil, page: page, place: place, presence: presence)
    article.traits = traits
    return article
  }
}

extension Identities.Verdict {
  fileprivate var isKnown: Bool {
    if case .keeps = self { return true }
    return false
  }
}

private struct SheetTexts: ComparedTexts {
  let files: [String: Sheet]
  let sheets: [Article.ID: Sheet]

  func hasTitle(_ file: FoundArticle, _ article: KnownArticle) -> Bool {
    files[file.place.path]?.title == sheets[article.id]?.title
  }

  func share(_ file: FoundArticle, _ article: KnownArticle) -> Double? {
    guard let now = files[file.place.path] else { return nil }
    let unsaved = article.presence == .shelved ? files[article.place.path] : nil
    guard let before = sheets[article.id] ?? unsaved else { return nil }
    return Model.share(of: now.text, in: before.text)
  }

  func wasMailed(_ article: KnownArticle) -> Bool { true }
}
