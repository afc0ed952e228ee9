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
/// `polls.txt` has the moments of the polls, one a line; without it, they are a day apart. `4.toml` replaces `source.toml`
/// from the fourth poll on.
struct SourceCase: CustomTestStringConvertible, Sendable {
  static let folder = "sources"

  let path: String
  var testDescription: String { (path as NSString).lastPathComponent }

  static let all: [SourceCase] = {
    let tests = ((#filePath as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(tests)/Golden/\(folder)")) ?? []
    return names.filter { !$0.contains(".") }.sorted().map { SourceCase(path: "\(tests)/Golden/\(folder)/\($0)") }
  }()

  /// What came of one poll.
  struct Poll: Codable, Equatable {
    /// `2026-11-20T09:00:00Z Title (topics)`, newest first; edits with ` updated …`.
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
    return files.filter { Int($0.prefix { $0 != "." }) != nil && !$0.hasSuffix(".toml") }
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

  /// What a server answers at a poll.
  func answer(_ number: Int, to request: FetchRequest) -> FetchAnswer {
    let source = request.url.contains("journal") ? "journal." : ""
    let file = answers.first { name in
      let rest = name.dropFirst("\(number).".count)
      return name.hasPrefix("\(number).\(source)") && (source != "" || !rest.contains("."))
    }
    guard let file else {
      return FetchAnswer(.failed(FetchFailure(.unreachable, "no connection to its host")), url: request.url)
    }
    let kind = file.split(separator: ".").last.map(String.init) ?? ""
    if kind == "304" { return FetchAnswer(.unchanged, url: request.url) }
    if let status = Int(kind) { return FetchAnswer(.status(status), url: request.url) }
    let bytes = (try? readFile("\(path)/\(file)")) ?? []
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
  /// - Parameter moment: at which the ledger stops, in this poll; the runs after it go on.
  func poll(_ number: Int, stopping moment: StoppingLedger.Moment? = nil) throws -> SourceCase.Poll {
    if FileManager.default.fileExists(atPath: "\(one.path)/\(number).toml") {
      try Self.configure(site, base, one, "\(number).toml")
      try newsroom.reopen()
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

  /// One more run a few hours later, as cron does it.
  func again(_ number: Int) throws { _ = try newsroom.run((one.moments[number - 1] + .seconds(7_500)).rfc3339) }

  /// The runs of the next days, up to the next issue: a poll that was killed is made up for when it is due again.
  func settle() throws {
    guard let last = one.moments.last else { return }
    for day in [1, 7, 8] { _ = try newsroom.run((last + .seconds(day * 86_400)).rfc3339) }
  }

  func outcome(of report: RunReport?) throws -> SourceCase.Poll {
    let articles = try newsroom.ledger.shelvedArticles().map(\.article)
    let titles = Dictionary(articles.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    var mailed = Set<Article.ID>()
    for issue in try newsroom.ledger.issues(of: nil, limit: nil) {
      mailed.formUnion(try newsroom.ledger.content(of: issue.id).articles.map(\.id))
    }
    var poll = SourceCase.Poll()
    poll.shelf = articles.map { article in
      let topics = article.topics.map(\.label).joined(separator: ", ")
      let updated = article.updated.map { " updated \($0.rfc3339)" } ?? ""
      return "\(article.published.rfc3339) \(article.title) (\(topics))\(updated)"
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
