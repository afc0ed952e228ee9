import ArgumentParser
import Foundation
import LedgerSQL
import Model
import Office
import Press

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Explain why an article is or is not in an issue, or why a reader did or did not get one.",
    discussion: """
      Explains an article (by its id, its file, its page's URL or its permanent id in feeds), whether it is published, a \
      draft, faulty, gone or mailed long ago; a folder of articles; a file next to them; an issue (weekly#12, weekly/12 \
      or its page's URL); a slot (weekly@2026-11-23T07:00); a digest or a feed; a reader (by address); an \
      item of a source that is read over the network, by its id, its link or its paper (doi:10.1000/1).

      Paths are relative to the site folder or the current folder, or absolute. Times are in the site's time zone.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Flag(help: JSONHelp.text) var json = false
  @Argument(help: "An article's id, file or URL, an issue, a slot, or a reader's address.") var subject: String

  func run() throws {
    let opened = try options.open()
    let why = Why(
      opened, ledger: try SQLLedger(reading: opened.ledgerPlace()), now: moment.instant,
      from: FileManager.default.currentDirectoryPath)
    do {
      let explanation = try why.explanation(of: subject)
      if json { return try printJSON(explanation) }
      explanation.lines.forEach { print($0) }
    } catch let unknown as Why.Unknown {
      throw CommandError(unknown.sentence)
    }
  }
}
