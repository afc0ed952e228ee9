import ArgumentParser
import Captures
import Fetching
import Foundation
import LedgerSQL
import Model
import Office
import Press
internal import Time
import Upstreams

struct ImportArticle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a draft of an article from a captured text, an HTML page, or a paper's DOI or PubMed number.",
    discussion: """
      SUBJECT is a file with the text of a page as copied from a browser, the saved page, which contains more, or its \
      URL. The draft has the title, the key takeaway, the sections, the topics and the related articles of the page, and \
      nothing that the page lacks. Each line of the report names the origin of a field; `(confirm)` marks a value that \
      you must check. When all is right, remove `draft: true`.

      A DOI is looked up at Crossref, a number (12345678 or PMID:12345678) at PubMed. The draft has the title, the \
      authors, the source, and the abstract in a comment.

      Topics that are run together are split by the topics of your articles, feeds and aliases, and those of --topics.

      Nothing is overwritten without --force. Exit code 65 means that a required part of an article is missing or a \
      paper is unknown, 69 that a server cannot be reached.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "A captured text or a saved HTML page, an http(s) URL, a DOI or a PubMed number.")
  var subject: String
  @Option(
    help: ArgumentHelp(
      "The article's date (default: the page's, otherwise when the file was changed).", valueName: "date"))
  var date: String?
  @Option(help: ArgumentHelp("A file with more known topics, one per line.", valueName: "file")) var topics: String?
  @Option(
    help: ArgumentHelp(
      "Where a field is on an HTML page, as a CSS selector, for example body=.entry-content or date=time@datetime. The "
        + "field `remove` is left out of the body. May be repeated.",
      valueName: "field=selector"))
  var select: [String] = []
  @Option(help: ArgumentHelp("The URL of the HTML page, for its relative links.", valueName: "url")) var base: String?
  @Option(help: ArgumentHelp("Ask this interface instead of Crossref's.", valueName: "url")) var crossref: String?
  @Option(help: ArgumentHelp("Ask this interface instead of PubMed's E-utilities.", valueName: "url"))
  var pubmed: String?
  @Flag(help: "Fetch even from this machine or from a private network.") var allowPrivate = false
  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "The file to write (default: in the folder of the first source, named after the title).", valueName: "path"))
  var path: String?
  @Flag(help: "Replace an existing file.") var force = false
  @Flag(help: "Print the file, and write nothing.") var dryRun = false

  func run() throws {
    let opened = try options.open()
    let ledger = try SQLLedger(reading: opened.ledgerPlace())
    let importing = try ArticleImport(opened, shelf: ledger, now: moment.instant)
    let (imported, findings) = try read(importing, opened.site)
    for finding in findings { show(finding) }
    guard let text = imported.text else { leave(.badContent) }
    if dryRun { return printExactly(text) }
    guard let path = path ?? importing.path(of: imported) else {
      throw CommandError("schedule.conf: there is no source; name the file to write with --output", .badConfiguration)
    }
    switch try importing.write(text, to: path, replacing: force) {
    case .written: output.printResult("\(path): written")
    case .unchanged: output.printResult("\(path): unchanged")
    case .exists: throw CommandError("\(path): exists and is different; use --force to replace it, or --output")
    }
  }

  private func read(_ importing: ArticleImport, _ site: Site) throws -> ArticleImport.Reading {
    let options = try readingOptions()
    do {
      if FileManager.default.fileExists(atPath: subject) { return try importing.read(subject, options) }
      let fetching = ImportFetching(
        CurlFetcher(now: { Moment.clock }), site: site, allowsPrivate: allowPrivate)
      if let name = PaperName(subject) {
        let base = try interface(of: name)
        return importing.read(try fetching.paper(name, base: base), named: name.text, options)
      }
      if isWebURL(subject) { return try importing.read(fetching.page(subject), options) }
      return try importing.read(subject, options)
    } catch let refusal as ArticleImport.Refusal {
      throw CommandError(refusal.sentence, .badContent)
    } catch let failure as ImportFetching.Failure {
      throw CommandError(failure.sentence.advisingOptions, failure.isUnreachable ? .unreachable : .badContent)
    }
  }

  /// Without `/` at the end; nil for the usual one.
  private func interface(of name: PaperName) throws -> String? {
    let url = if case .doi = name { crossref } else { pubmed }
    guard let url else { return nil }
    guard isWebURL(url) else { throw CommandError("`\(url)` is not an http(s) URL") }
    return String(url.reversed().drop { $0 == "/" }.reversed())
  }

  private func readingOptions() throws -> ArticleImport.Options {
    var wanted = ArticleImport.Options()
    wanted.date = try date.map { text in
      guard let date = WrittenDate(foreign: text) else {
        throw CommandError("`\(text)` is not a clear date; write, for example, 2026-11-23")
      }
      return date
    }
    wanted.topicFile = topics
    wanted.base = try base.map { url in
      guard isWebURL(url) else { throw CommandError("`\(url)` is not an http(s) URL") }
      return url
    }
    do {
      wanted.selectors = try select.map { try FieldSelector($0) }
    } catch let fault as FieldSelector.Unreadable {
      throw CommandError("--select \(fault.sentence)")
    }
    return wanted
  }

  private func isWebURL(_ text: String) -> Bool {
    URL(string: text).map { ["http", "https"].contains($0.scheme?.lowercased()) && $0.host?.isEmpty == false } ?? false
  }

  /// Standard output is for the file of `--dry-run`.
  private func show(_ finding: Finding) {
    switch finding.weight {
    case .fault: printError("\(finding)")
    case .warning: output.printNotice("\(finding) (confirm)")
    case .notice: output.printNotice("\(finding)")
    }
  }
}
