import CourantTesting
import Files
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time
import Upstreams

/// A folder of `Tests/Golden/sources`: `source.toml` (sections of `[sources.NAME]`), what its servers answer at each poll
/// (`1.xml`, `2.304`, `3.503`; of another source than `blog`: `1.journal.xml`), and `expected.json`.
///
/// A poll of several requests is answered from a folder: `2/news/a` is what the path `/news/a` gives in the second poll,
/// `2/news/b.404` a status, and `any/news/a` what it gives in each. The query does not count, and `index` is the path `/`.
/// The content of a file with a status is its `Retry-After` in seconds. A request without conditions gets the document before
/// a `304`, as from a real server.
///
/// `polls.txt` has the times of the polls, one per line; without it, they are a day apart. `4.toml` replaces `source.toml` from
/// the fourth poll on, and before a poll with a `4.release`, the operator releases the articles held from the source named in
/// it.
struct SourceCase: CustomTestStringConvertible, Sendable {
  static let folder = "sources"

  let path: String
  var testDescription: String { (path as NSString).lastPathComponent }

  static let all: [SourceCase] = {
    let tests = ((#filePath as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(tests)/Golden/\(folder)")) ?? []
    return names.filter { !$0.contains(".") }.sorted().map { SourceCase(path: "\(tests)/Golden/\(folder)/\($0)") }
  }()

  /// The result of one poll.
  struct Poll: Codable, Equatable {
    /// `2026-11-20T09:00:00Z Title (topics)`, newest first; edits with ` updated …`, articles of another source than
    /// `blog` with ` from …`.
    var shelf: [String] = []
    /// Titles that are never news for the digest, though no issue has them.
    var past: [String] = []
    /// Titles in the issue that this run froze.
    var mailed: [String] = []
    var told: [String] = []
    var exit: Int32 = 0
  }

  private var answers: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { Int($0.prefix { $0 != "." }) != nil && !$0.hasSuffix(".toml") && !$0.hasSuffix(".release") }
  }

  /// The moments of the polls.
  var moments: [Instant] {
    if let text = text("polls.txt") {
      return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { .at(String($0)) }
    }
    let last = answers.compactMap { Int($0.prefix { $0 != "." }) }.max() ?? 0
    return (0..<last).map { Instant.at("2026-11-16T08:00:00Z") + .seconds($0 * 86_400) }
  }

  func expected() throws -> [Poll] {
    try JSONDecoder().decode([Poll].self, from: Data(readFile(path + "/expected.json")))
  }

  func text(_ file: String) -> String? {
    (try? readFile("\(path)/\(file)")).map { String(decoding: $0, as: UTF8.self) }
  }

  func write(_ polls: [Poll]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try (encoder.encode(polls) + Data("\n".utf8)).write(to: URL(fileURLWithPath: path + "/expected.json"))
  }

  /// A server's response to a poll.
  func answer(_ number: Int, to request: FetchRequest) -> FetchAnswer {
    if FileManager.default.fileExists(atPath: "\(path)/\(number)/") { return answerOfFolder(number, to: request) }
    let source = request.url.contains("journal") ? "journal." : ""
    let file = answers.first { name in
      let rest = name.dropFirst("\(number).".count)
      return name.hasPrefix("\(number).\(source)") && (source != "" || !rest.contains("."))
    }
    guard let file else {
      return FetchAnswer(.failed(FetchFailure(.unreachable, "no connection to its host")), url: request.url)
    }
    return answer(file, number, to: request)
  }

  /// The last file before a poll that is not a status.
  private func document(before number: Int, like file: String) -> String? {
    let rest = file.drop { $0.isNumber }.dropLast(".304".count)
    let names = (1..<number).reversed().flatMap { number in
      ["", ".xml", ".html"].map { "\(number)\(rest)\($0)" }
    }
    return names.first { name in
      var isFolder = ObjCBool(false)
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  private func answerOfFolder(_ number: Int, to request: FetchRequest) -> FetchAnswer {
    let rest = request.url.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
    let place = rest.joined(separator: "/")
    let name = place.isEmpty || place.hasSuffix("/") ? place + "index" : place
    for folder in ["\(number)", "any"] {
      for kind in ["", ".304", ".404", ".410", ".429", ".500", ".503"]
      where FileManager.default.fileExists(atPath: "\(path)/\(folder)/\(name)\(kind)") {
        return answer("\(folder)/\(name)\(kind)", number, to: request)
      }
    }
    return FetchAnswer(.status(404), url: request.url)
  }

  private func answer(_ file: String, _ number: Int, to request: FetchRequest) -> FetchAnswer {
    let bytes = (try? readFile("\(path)/\(file)")) ?? []
    let kind = file.split(separator: ".").last.map(String.init) ?? ""
    if kind == "304" {
      let before = request.validators.isEmpty ? document(before: number, like: file) : nil
      return before.map { self.answer($0, number, to: request) } ?? FetchAnswer(.unchanged, url: request.url)
    }
    if let status = Int(kind) {
      var answer = FetchAnswer(.status(status), url: request.url)
      answer.retryAfter = Int64(String(decoding: bytes, as: UTF8.self).filter(\.isNumber)).map { .seconds($0) }
      return answer
    }
    var answer = FetchAnswer(.document(bytes), url: request.url)
    answer.validators = Validators(etag: "\"\(number)\"")
    return answer
  }
}

/// The site of a case, poll after poll.
final class SourceNewsroom {
  private let one: SourceCase
  private let site: SampleSite
  private let fetcher = ScriptedFetcher()
  let newsroom: Newsroom
  private let base: String

  init(_ one: SourceCase) throws {
    self.one = one
    site = try SampleSite()
    base = site.folder.text("schedule.conf") ?? ""
    try FileManager.default.createDirectory(atPath: site.path + "/articles", withIntermediateDirectories: true)
    try Self.configure(site, base, one, "source.toml")
    newsroom = try Newsroom(site)
    newsroom.fetcher = fetcher
    newsroom.upstreams = UpstreamKinds()
  }

  private static func configure(_ site: SampleSite, _ base: String, _ one: SourceCase, _ file: String) throws {
    let source = one.text(file) ?? ""
    try site.folder.write(base + "\n" + source, to: "schedule.conf")
  }

  /// Everything up to a poll.
  ///
  /// - Parameter moment: at which the ledger stops, in this poll; later runs continue.
  func poll(_ number: Int, stopping moment: StoppingLedger.Moment? = nil) throws -> SourceCase.Poll {
    if FileManager.default.fileExists(atPath: "\(one.path)/\(number).toml") {
      try Self.configure(site, base, one, "\(number).toml")
      try newsroom.reopen()
    }
    if let source = one.text("\(number).release") {
      let name = source.filter { !$0.isWhitespace }
      _ = try newsroom.ledger.release(articlesHeldBy: name, at: one.moments[number - 1])
    }
    let one = one
    fetcher.follow { one.answer(number, to: $0) }
    let now = one.moments[number - 1]
    if let moment {
      _ = try? newsroom.run(now.rfc3339, on: StoppingLedger(newsroom.ledger, stopping: moment))
    }
    let report = try newsroom.run(now.rfc3339)
    return try outcome(of: report)
  }

  /// One more run, as cron does it, late enough for a source that has failed a few times and was polled by a killed run.
  func again(_ number: Int) throws { _ = try newsroom.run((one.moments[number - 1] + .seconds(72_000)).rfc3339) }

  /// The runs of the next days, up to the next issue: a poll that was killed is made up for when it is due again.
  func settle() throws {
    guard let last = one.moments.last else { return }
    for day in [1, 7, 8] { _ = try newsroom.run((last + .seconds(day * 86_400)).rfc3339) }
  }

  func outcome(of report: RunReport?) throws -> SourceCase.Poll {
    let articles = try newsroom.ledger.shelvedArticles().map(\.article)
    let homes = Dictionary(
      try newsroom.ledger.places(of: articles.map(\.id)).map { ($0.id, $0.source) }, uniquingKeysWith: { $1 })
    let titles = Dictionary(articles.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    var mailed = Set<Article.ID>()
    for issue in try newsroom.ledger.issues(of: nil, limit: nil) {
      mailed.formUnion(try newsroom.ledger.content(of: issue.id).articles.map(\.id))
    }
    var poll = SourceCase.Poll()
    poll.shelf = articles.map { article in
      let topics = article.topics.map(\.label).joined(separator: ", ")
      let updated = article.updated.map { " updated \($0.rfc3339)" } ?? ""
      let home = homes[article.id] == "blog" ? "" : " from \(homes[article.id] ?? "nowhere")"
      return "\(article.published.rfc3339) \(article.title) (\(topics))\(updated)\(home)"
    }
    poll.past = try newsroom.ledger.settled(in: "weekly").subtracting(mailed).compactMap { titles[$0] }.sorted()
    guard let report else {
      poll.mailed = mailed.compactMap { titles[$0] }.sorted()
      return poll
    }
    poll.mailed = try newsroom.articles(of: report).flatMap(\.self).compactMap { titles[Article.ID($0)] }
    poll.told = report.problems + report.notices
    poll.exit = report.exitCode.rawValue
    return poll
  }
}
