import ArgumentParser
import Foundation
import LedgerSQL
import Model
import Press

struct Unsubscribe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ends the subscription that the token of a mail names.",
    discussion: """
      Takes the token, or an address that ends in it; without one, reads from standard input a mail to the address that
      unsubscribes, or the body of a form. Says the digest and nothing of the reader. To end it twice is to end it once, and
      a token never expires.

      As an alias of Postfix (docs/bounces.md says in which file, so that it runs as the site's owner), for `unsubscribe = "unsubscribe@…"` in schedule.conf:

        unsubscribe: "|/usr/local/bin/courant unsubscribe --site /srv/news"

      For the https address `one_click`, see docs/one-click.md.

      Exit codes: 0 ended, now or before; 65 nothing names a subscription of this site; 75 the ledger is locked, full or not
      there: a mail server keeps the mail and tries again.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The token, or an address that ends in it.") var token: String?

  func run() throws {
    let input = token == nil ? try FileHandle.standardInput.beginning(UnsubscribeRecorder.maxBytes) : []
    let recorder = UnsubscribeRecorder(ledger: try options.existingLedger(), now: moment.instant)
    guard let ended = try token.map(recorder.record) ?? recorder.record(input: input) else {
      throw CommandError(
        "nothing here names a subscription of this site; a token has 39 letters and digits", .badContent)
    }
    output.printResult("\(ended.digest): \(ended.isNew ? "unsubscribed" : "had left before")")
  }
}
