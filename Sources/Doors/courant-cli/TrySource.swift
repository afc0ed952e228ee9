import ArgumentParser
import FeedReading
import Files
import Foundation
import Model
import Office
import Press
import SiteFolder
import Text
import Time

struct TrySource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Fetch or read a source now, and show its items and any oddities. Nothing is recorded.",
    discussion: """
      Takes a URL, a file, or the name of a source in schedule.conf. If a page comes instead of a feed, the feeds \
      that it names are tried and proposed. Reads RSS, RDF, Atom and JSON Feed; docs/reading.md describes which elements \
      are read and which mistakes repaired. URLs and files need no site. `-` reads standard input:

        courant sources try https://blog.example.org/
        courant sources try feed.xml --base https://blog.example.org/feed

      Exit code 65 if nothing can be read, 69 if it cannot be fetched.
      """)

  @OptionGroup var options: SiteOptions
  @Option(
    help: ArgumentHelp("The URL of a feed in a file; relative links are resolved against it.", valueName: "url"))
  var base = ""
  @Option(help: ArgumentHelp("The server's Content-Type; its charset counts.", valueName: "mime")) var type: String?
  @Option(help: ArgumentHelp("The time zone of dates without one (default: the source's, or UTC).", valueName: "name"))
  var zone: String?
  @Flag(help: "Ask a URL even if it is on this machine or in a private network.") var allowPrivate = false
  @Flag(help: "Print what was read as JSON Feed 1.1, with safe HTML.") var json = false
  @Argument(help: ArgumentHelp("A URL, a file, - for standard input, or the name of a source.", valueName: "source"))
  var source: String

  func run() throws {
    var zone = Zone.utc
    if let name = self.zone {
      guard let named = Zone(name) else {
        throw CommandError("`\(name)` is not a time zone; use a name such as Europe/Berlin")
      }
      zone = named
    }
    if WebURL(source) != nil {
      var settings = UpstreamSettings(name: "source", kind: .feed, url: source)
      settings.zone = zone
      settings.allowsPrivate = allowPrivate
      return try SourceVisit(settings, json: json).run()
    }
    if source.contains("://") { throw CommandError("\(source): only URLs of http and https are fetched") }
    if let (settings, opened) = try named() {
      var settings = settings
      if self.zone != nil { settings.zone = zone }
      return try SourceVisit(settings, of: opened, json: json).run()
    }
    var context = FeedContext()
    context.base = base
    context.type = type
    context.zone = zone
    try FeedReport(json: json).show(try bytes(), context, called: source)
  }

  /// The source of that name, if there is no such file.
  private func named() throws -> (UpstreamSettings, OpenedSite)? {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: source, isDirectory: &isFolder)
    guard source != "-", !source.contains("/"), !exists || isFolder.boolValue else { return nil }
    guard FileManager.default.fileExists(atPath: options.site + "/schedule.conf") else { return nil }
    let opened = try options.open()
    if let settings = opened.site.upstreams.first(where: { $0.name == source }) { return (settings, opened) }
    if let folder = opened.site.sources.first(where: { $0.name == source }) {
      throw CommandError("source `\(source)` is the folder `\(folder.folder)`, which `courant check` reads")
    }
    let hint = suggestion(for: source, among: opened.site.upstreams.map(\.name))
    throw CommandError("`\(source)` is not a file, a URL or a source in schedule.conf\(hint)")
  }

  private static let mostBytes = 32_000_000

  private func bytes() throws -> [UInt8] {
    do {
      if source == "-" { return try readToEnd(STDIN_FILENO, size: 0, most: Self.mostBytes) }
      return try readFile(source, most: Self.mostBytes)
    } catch {
      throw CommandError("\(source): \(error)")
    }
  }
}
