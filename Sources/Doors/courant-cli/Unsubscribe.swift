import ArgumentParser
import Foundation
import LedgerSQL
import Model
import Office
import Press

struct Unsubscribe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unsubscribe",
    abstract: "End the subscription that an email's token identifies.",
    discussion: """
      Accepts the token, or a URL that ends in it; without one, reads a message to the unsubscribe address, or the body \
      of a form, from standard input. Prints the digest, nothing about the reader. Repeating it is harmless; tokens \
      never expire.

      As a Postfix alias (docs/bounces.md shows in which file, so that it runs as the site's owner), for \
      `unsubscribe = "unsubscribe@…"` in schedule.conf:

        unsubscribe: "|/usr/local/bin/courant unsubscribe --site /srv/news"

      For the https URL `one_click`, see docs/one-click.md.

      Exit codes: 0 ended, now or earlier; 65 no token of a subscription to this site found; 75 the ledger is locked, \
      full or missing: a mail server keeps the message and tries again.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The token, or a URL that ends in it.") var token: String?

  func run() throws {
    let input = token == nil ? try FileHandle.standardInput.beginning(UnsubscribeRecorder.maxBytes) : []
    let recorder = UnsubscribeRecorder(ledger: try options.existingLedger(), now: moment.instant)
    guard let ended = try token.map(recorder.record) ?? recorder.record(input: input) else {
      throw CommandError(
        "no valid unsubscribe token found; a token has 39 letters and digits", .badContent)
    }
    output.printResult("\(ended.digest): \(ended.isNew ? "unsubscribed" : "already unsubscribed")")
  }
}
