internal import Foundation
internal import Markdown
internal import Model
internal import Settings
internal import Text
internal import Time
internal import XML

/// The content of an article's front matter: our keys (`docs/front-matter.md`), and the
/// equivalent keys of Jekyll, Hugo and Zola.
///
/// A wrong value under one of our keys is an error. Under the other keys, which may mean something else
/// on the site that the file comes from, it is ignored, unless it decides whether the article may be
/// seen. Unknown keys are ignored.
struct FrontMatter {
  let reader: SettingReader
  let place: ArticlePlace
  let zone: Zone
  let readsUSDates: Bool
  private(set) var title: String?
  private(set) var id: String?
  /// Whether the author set the id.
  var writesID: Bool { reader.setting("id") != nil }
  private(set) var date: Instant?
  private(set) var link: String?
  /// Whether the author hides it from everyone, without a date.
  private(set) var isDraft = false
  /// The keys that decide who may see the article.
  private(set) var hiding: HidingEntries
  private(set) var topics: [String] = []
  private(set) var formerAddresses: [WrittenAddress] = []
  private var rest = Article(id: Article.ID(""), title: "", published: Instant(seconds: 0), link: "")
  private var warnings: [(position: TextPosition, sentence: String, weight: Finding.Weight)] = []

  /// - Parameter inherited: outcomes from the folders above, for keys that the article does not set; by
  ///   ``HidingEntries/outcomes``.
  init(
    _ table: SettingTable, place: ArticlePlace, zone: Zone, readsUSDates: Bool,
    inheriting inherited: [Int: HidingOutcome] = [:]
  ) {
    reader = SettingReader(table.withPlainKeys)
    self.place = place
    self.zone = zone
    self.readsUSDates = readsUSDates
    hiding = HidingEntries(table) { written($0, readsUSDates: readsUSDates)?.instant(in: zone) }
    warnOfSpelling()
    let hold = Hold(hiding.outcomes.merging(inherited) { own, _ in own }.values)
    isDraft = hold.isHidden
    guard !isDraft else { return }
    for question in hiding.questions { reader.report(at: question.position, question.sentence) }
    title = readTitle()
    id = readID()
    date = readDate(embargo: hold.from)
    rest.expires = hold.until
    link = readAddress("link", reader)
    topics = readTopics()
    formerAddresses = readFormerAddresses()
    rest.updated = readUpdated()
    rest.summary = readSummary()
    refuseHiddenText(rest.summary, reader.setting("summary") != nil ? "summary" : "description")
    rest.authors = readAuthors()
    rest.language = readLanguage()
    rest.translationKey = readTranslationKey()
    rest.citation = readCitation()
    rest.image = readImage()
    rest.audio = readAudio()
    rest.layout = readLayout(reader)?.name
    let transcript = readTranscript()
    rest.audio?.transcript = transcript
    rest.attachments = readAttachments()
    readGuidance()
  }

  private mutating func readGuidance() {
    rest.credibility = readRating("credibility")
    rest.credibilityReason = readReason()
    rest.testedIn = readTestedIn()
    rest.interest = readRating("interest")
    rest.shortTitle = readShortTitle()
    rest.means = readBriefing("means")
    rest.mind = readBriefing("mind")
    rest.questions = readQuestions()
    rest.changes = readChanges()
    warnOfCap(rest)
  }

  /// Sets everything except the initial values of an article and its body.
  func fill(_ article: inout Article) {
    article.updated = rest.updated
    article.summary = rest.summary
    article.authors = rest.authors
    article.language = rest.language
    article.translationKey = rest.translationKey
    article.credibility = rest.credibility
    article.interest = rest.interest
    article.shortTitle = rest.shortTitle
    article.credibilityReason = rest.credibilityReason
    article.testedIn = rest.testedIn
    article.means = rest.means
    article.mind = rest.mind
    article.questions = rest.questions
    article.changes = rest.changes
    article.citation = rest.citation
    article.image = rest.image
    article.audio = rest.audio
    article.attachments = rest.attachments
    article.layout = rest.layout
    article.expires = rest.expires
  }

  /// Whether it is certain that it is hidden only from lists.
  var saysOnlyLists: Bool {
    hiding.outcomes.values.contains(.hidden) && !hiding.hidesBelow && hiding.questions.isEmpty
  }

  /// Whether any key or name could give it a date.
  var hasDate: Bool {
    reader.table["date"] != nil || namedDate != nil || Hold(hiding.outcomes.values).from != nil
  }

  func findings(path: String) -> (faults: [Finding], warnings: [Finding]) {
    (
      reader.problems.map { Finding(path, line: $0.position.line, column: $0.position.column, $0.sentence) },
      warnings.map { Finding(path, line: $0.position.line, column: $0.position.column, $0.sentence, weight: $0.weight) }
    )
  }
}

// MARK: - One field each

extension FrontMatter {
  private func readTitle() -> String? {
    guard let text = reader.required("title", example: "\"What is new\"", { text($0, reader) }) else { return nil }
    let title = faithfulLine(text)
    guard showsCharacter(title) else {
      let what = oneLine(title).isEmpty ? "is empty" : "has no visible character"
      reader.report("title", "`title` \(what); write one")
      return nil
    }
    refuseHiddenText(title, "title")
    return fitting(title, FieldLimit.title, "title", reader)
  }

  /// Under the keys of other generators, whose meaning is only similar, a string that is too long is ignored.
  private func readSummary() -> String {
    if let own = own("summary").map(faithfulLine) {
      return fitting(own, FieldLimit.summary, "summary", reader) ?? ""
    }
    let other = other(["description", "excerpt"]).map(faithfulLine) ?? ""
    return other.unicodeScalars.count <= FieldLimit.summary ? other : ""
  }

  private func readID() -> String? {
    let written = text("id", reader).map { place.plainID($0) ?? $0 }
    let id = composed(written ?? place.id)
    if Article.ID(id).isAddress, let sign = id.unicodeScalars.first(where: isForbiddenInAddresses) {
      reader.report("id", "`id` is a URI with `\(sign)`; percent-encode it, as earlier feeds did")
      return nil
    }
    let isPlain = !id.unicodeScalars.contains { $0.properties.generalCategory == .control }
    let components = id.split(separator: "/", omittingEmptySubsequences: false)
    guard isPlain, (1...200).contains(id.count), id.utf8.count <= FieldLimit.id, !id.hasPrefix("/"),
      !components.contains("..")
    else {
      let sentence = "must be 1 to 200 characters on one line, without / at the beginning or .. between slashes"
      let subject = written == nil ? "this file's path cannot be its id, which" : "`id`"
      reader.report("id", "\(subject) \(sentence)")
      return nil
    }
    if written != nil { refuseHiddenText(id, "id") }
    return id
  }

  private func readRating(_ key: String) -> Rating? {
    guard let number = reader.number(key, in: -.infinity ... .infinity, example: "4.5") else { return nil }
    if let rating = Rating(number) { return rating }
    let shown = number == number.rounded() && abs(number) < 1e9 ? "\(Int(number))" : "\(number)"
    reader.report(key, "`\(key)` must be from 0 to 5, with at most one decimal; found \(shown)")
    return nil
  }

  private func readAuthors() -> [String] {
    let keys = ["authors", "author"].filter { reader.setting($0) != nil }
    let names = keys.compactMap { reader.setting($0) }.flatMap { strings(of: $0).map(oneLine) }
    if let name = names.first(where: holdsHiddenText) { refuseHiddenText(name, keys.first ?? "authors") }
    return fitting(names, FieldLimit.line, count: FieldLimit.authors, keys.first ?? "authors")
  }
}

// MARK: - Shared by the fields

extension FrontMatter {
  mutating func warn(_ position: TextPosition, _ sentence: String, _ weight: Finding.Weight = .warning) {
    warnings.append((position, sentence, weight))
  }

  /// A number or a date counts as its source text: `id: 42`, `published = 2026`.
  func text(_ key: String, _ table: SettingReader) -> String? {
    switch table.setting(key)?.value {
    case .integer(let number)?: "\(number)"
    case .float(let number)?: "\(number)"
    case .date(let text)?: text
    default: table.string(key)
    }
  }

  /// A line is published as written, so hidden text in it would be visible.
  func refuseHiddenText(_ text: String, _ key: String, in table: SettingReader? = nil) {
    guard holdsHiddenText(text) else { return }
    let sentence = "contains marks that hide text, such as <!-- or {%, and would show them; remove them"
    (table ?? reader).report(key, "`\(key)` \(sentence)")
  }

  func resolved(_ address: String) -> String? { resolve(address, against: place.base) }

  /// The text under one of our keys, unless it is empty.
  private func own(_ key: String) -> String? {
    guard let text = text(key, reader), showsCharacter(text) else { return nil }
    return text
  }

  /// The first text under keys of other generators.
  private func other(_ keys: [String]) -> String? {
    keys.lazy.compactMap { reader.setting($0)?.string }.first { showsCharacter($0) }
  }

  func readAddress(_ key: String, _ table: SettingReader) -> String? {
    guard let written = text(key, table).map(plain), !written.isEmpty else { return nil }
    if isWebAddress(written), let address = resolved(written) {
      return fitting(address, FieldLimit.address, key, table)
    }
    table.report(key, "`\(key)` must begin with https:// or http://; found \(quoted(written))")
    return nil
  }
}

/// One line in Unicode's canonical composition: for strings that are compared. Strings that
/// are only shown stay as typed.
func plain(_ text: String) -> String { composed(oneLine(text)) }

/// Unicode's canonical composition.
func composed(_ text: String) -> String {
  text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
}

/// An author's text, in the form used in messages.
func quoted(_ text: String) -> String { "\"\(oneLine(text).cut(to: 60))\"" }

func isWebAddress(_ text: String) -> Bool {
  let text = text.prefix(8).lowercased()
  return text.hasPrefix("https://") || text.hasPrefix("http://")
}

/// The strings in a value: a string, a list of strings or of tables with a `name`, or a table with a `name`. Stops
/// after more strings than any field may have. Not recursive, because YAML's aliases may repeat a list many times.
func strings(of setting: Setting) -> [String] {
  var strings: [String] = []
  var waiting = [setting]
  while let next = waiting.popLast(), strings.count < 10_000, waiting.count < 100_000 {
    switch next.value {
    case .string(let text): strings.append(text)
    case .integer(let number): strings.append("\(number)")
    case .array(let elements): waiting += elements.reversed()
    case .table(let table): if let name = table["name"] { waiting.append(name) }
    case .float, .boolean, .date, .null: break
    }
  }
  return strings
}

/// White space and characters not allowed in a URL (RFC 3987 §2.2, `iunreserved` and `reserved`).
private func isForbiddenInAddresses(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value <= 0x20 || scalar.properties.isWhitespace || "<>\"{}|\\^`".unicodeScalars.contains(scalar)
}
