import Bounces
import Text
import Curl
import DNS
import FeedReading
import Markdown
import Model
import Settings
import Time
import Upstreams
import XML

/// The parsers of foreign bytes. Each may refuse them; none may trap, hang, or access invalid memory.
///
/// A new one needs a case here, its module among the target's dependencies in Package.swift, and seeds in `Tools/fuzz.sh`.
enum ForeignParser: String, CaseIterable {
  case bounces
  case unsubscribes
  /// A server's words, as the judge of refusals reads them.
  case refusals
  case toml
  case yaml
  case csv

  /// An author's text, and what becomes of it as HTML.
  case markdown
  case html
  /// What a mail server answers.
  case replies
  /// What a name server answers.
  case names
  /// A feed of any format.
  case feeds
  /// What sources of any kind answer.
  case upstreams

  func read(_ bytes: [UInt8]) {
    switch self {
    case .bounces: _ = BounceReader.read(bytes)
    case .unsubscribes: _ = UnsubscribeRequest.tokens(in: bytes)
    case .toml: readSettings(bytes) { text throws(SettingError) in try readTOML(text) }
    case .yaml: readSettings(bytes) { text throws(SettingError) in try readYAML(text) }
    case .csv: readRows(bytes)
    case .refusals: _ = RefusalSubject(status: "5.1.1", words: String(decoding: bytes, as: UTF8.self))
    case .markdown: readMarkdown(String(decoding: bytes, as: UTF8.self))
    case .html: readHTML(String(decoding: bytes, as: UTF8.self))
    case .replies: readReplies(bytes)
    case .names: readNames(bytes)
    case .feeds: readForeignFeed(bytes)
    case .upstreams: readAnswers(bytes)
    }
  }
}

private func readForeignFeed(_ bytes: [UInt8]) {
  var context = FeedContext()
  context.base = "https://example.org/feed"
  do throws(FeedFailure) {
    try readFeed(bytes, context).writeJSON { _ in }
  } catch {}  // refused
}

/// The first byte chooses the kind of the source; the others are the answer to every request.
private func readAnswers(_ bytes: [UInt8]) {
  var selectors = PageSelectors()
  selectors.items = "div"
  selectors.body = "p"
  let kinds: [UpstreamSettings.Kind] = [
    .feed, .arxiv, .page(selectors), .page(PageSelectors()), .sitemap(PageSelectors()), .pubmed(query: "a"),
    .preprints(server: "biorxiv", category: nil), .crossref(filter: "issn:1"),
  ]
  let kind = kinds[Int(bytes.first ?? 0) % kinds.count]
  var settings = UpstreamSettings(name: "a", kind: kind, url: "https://example.org/a")
  settings.maxNew = 2
  settings.guessesBodies = true
  var question = UpstreamQuestion(
    source: settings, first: FetchRequest(url: settings.url, userAgent: "a"), now: Instant(seconds: 1_796_040_000))
  question.isFirst = false
  var poll = UpstreamKinds().poll(question)
  var answer: FetchAnswer?
  var requests = 0
  while let request = poll.next(after: answer) {
    requests += 1
    precondition(requests < 200, "a poll has no end")
    answer = FetchAnswer(.document(Array(bytes.dropFirst())), url: request.url)
  }
  _ = poll.outcome()
}

private func readMarkdown(_ text: String) {
  var surroundings = Surroundings()
  surroundings.postAddress = { $0.isEmpty ? nil : "/" + $0 }
  surroundings.fileAddress = surroundings.postAddress
  do throws(MarkdownError) {
    var document = try MarkdownDocument(text, finding: HTMLSanitizer.missed, in: surroundings)
    document.resolveLinks { resolve($0, against: "https://example.org/a/") }
    let html = document.html()
    if document.containsRawHTML { readHTML(html) }
  } catch {}  // refused
}

/// Clean text stays unchanged.
private func readHTML(_ text: String) {
  guard !HTMLSanitizer.hasTooManyAttributes(text) else { return }
  let most = 1_000_000
  let sanitizer = HTMLSanitizer(base: "https://example.org/a/")
  let once = sanitizer.sanitized(text, most: most).html
  guard once.utf8.count <= most else { return }
  precondition(sanitizer.sanitized(once, most: most).html == once, "cleaned twice is not cleaned once")
}

/// In pieces of seven octets.
private func readReplies(_ bytes: [UInt8]) {
  var parser = ReplyParser()
  do throws(ReplyParser.Malformed) {
    for start in stride(from: 0, to: bytes.count, by: 7) {
      parser.append(bytes[start..<min(start + 7, bytes.count)])
      while let reply = try parser.next() { _ = Capabilities(hello: reply) }
    }
  } catch {}  // the connection goes
}

private func readNames(_ bytes: [UInt8]) {
  guard let message = DNSMessage(bytes) else { return }
  for type in RecordType.allCases {
    for text in message.values(type) {
      _ = (SPFRecord(text), DKIMRecord(text), DMARCRecord(text))
    }
  }
}

extension ForeignParser {
  /// A message about a mistake is short and names a position inside the file.
  private func readSettings(_ bytes: [UInt8], _ read: (String) throws(SettingError) -> SettingTable) {
    do throws(SettingError) {
      _ = try read(try fileText(bytes))
    } catch {
      precondition(error.sentence.utf8.count < 600, error.sentence)
      guard let position = error.position else { return }
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      precondition((1...lines.count).contains(position.line), "\(position)")
      precondition((1...lines[position.line - 1].count + 1).contains(position.column), "\(position)")
    }
  }

  /// Every field that is read can be written.
  private func readRows(_ bytes: [UInt8]) {
    var rest = bytes
    let rows = CSVReader {
      defer { rest = [] }
      return rest
    }
    for row in rows {
      if case .success(let row) = row { _ = csvLine(row.fields) }
    }
  }
}
