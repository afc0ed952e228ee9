import ArgumentParser
import FeedReading
import Files
import Foundation
import Press
import Time

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Look into sources of articles.", subcommands: [TrySource.self])
}

struct TrySource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Read a feed from a file and show its items and what is odd. Nothing is recorded.",
    discussion: """
      Reads RSS, RDF, Atom and JSON Feed; docs/reading.md describes what is understood and what is repaired. Needs no \
      site and no network. `-` reads standard input:

        curl -s https://blog.example.org/feed | courant sources try - --base https://blog.example.org/feed

      Exit code 65 if nothing can be read.
      """)

  @Option(help: ArgumentHelp("The URL of the feed; relative links are resolved against it.", valueName: "url"))
  var base = ""
  @Option(help: ArgumentHelp("The server's Content-Type; its charset counts.", valueName: "mime")) var type: String?
  @Option(help: ArgumentHelp("The time zone of dates without one.", valueName: "name"))
  var zone = "UTC"
  @Flag(help: "Print what was read as JSON Feed 1.1, with safe HTML.") var json = false
  @Argument(help: "The file, or - for standard input.") var file: String

  private static let mostBytes = 32_000_000

  func run() throws {
    var context = FeedContext()
    context.base = base
    context.type = type
    guard let zone = Zone(zone) else {
      throw CommandError("`\(zone)` is not a time zone; use a name such as Europe/Berlin")
    }
    context.zone = zone
    do {
      let document = try readFeed(try bytes(), context)
      if json { printJSONFeed(document) } else { show(document, in: zone) }
    } catch let failure as FeedFailure {
      throw CommandError("\(file): \(failure.sentence)", .badContent)
    }
  }

  private func bytes() throws -> [UInt8] {
    do {
      if file == "-" { return try readToEnd(STDIN_FILENO, size: 0, most: Self.mostBytes) }
      return try readFile(file, most: Self.mostBytes)
    } catch {
      throw CommandError("\(file): \(error)")
    }
  }

  /// In pieces, so that a long document is not in memory twice; on a terminal as a whole, because lines end anywhere.
  private func printJSONFeed(_ document: FeedDocument) {
    guard isatty(STDOUT_FILENO) == 1 else {
      return document.writeJSON { Swift.print(String(decoding: $0, as: UTF8.self), terminator: "") }
    }
    var bytes: [UInt8] = []
    document.writeJSON { bytes += $0 }
    printExactly(String(decoding: bytes, as: UTF8.self))
  }
}

// MARK: - For people

extension TrySource {
  private func show(_ document: FeedDocument, in zone: Zone) {
    print("format    \(document.format.name), \(document.encoding)")
    print("title     \(document.title)")
    if let home = document.home { print("site      \(home)") }
    if let address = document.address { print("feed      \(address)") }
    if let language = document.language { print("language  \(language)") }
    print("items     \(document.items.count)")
    for item in document.items { show(item, in: zone) }
    guard !document.remarks.isEmpty else { return }
    print("")
    for remark in document.remarks {
      print(remark.line > 0 ? "\(file):\(remark.line): \(remark.sentence)" : "\(file): \(remark.sentence)")
    }
  }

  private func show(_ item: FeedItem, in zone: Zone) {
    print("")
    print((item.published.map { zone.shown($0) + "  " } ?? "") + item.title)
    let authors = item.authors.map { $0.name.isEmpty ? $0.email : $0.name }.joined(separator: ", ")
    let texts = [
      item.body.map { "body of \($0.text.count) characters" }, item.summary.map { "summary of \($0.text.count)" },
    ]
    let facts: [(String, String?)] = [
      ("link", item.link), ("id", item.id), ("by", authors), ("topics", item.categories.joined(separator: ", ")),
      ("has", texts.compactMap(\.self).joined(separator: ", ")), ("image", item.image),
      ("papers", item.papers.joined(separator: ", ")),
    ]
    for (name, fact) in facts {
      if let fact, !fact.isEmpty { print("  \(name.padding(toLength: 8, withPad: " ", startingAt: 0))\(fact)") }
    }
    for file in item.enclosures { print("  file    \(file.address)") }
  }
}
