import ArgumentParser
import Foundation
import LedgerSQL
import Model
import Office
import Press

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the ledger to a file, while everything runs.",
    discussion: """
      The copy is the ledger at one instant, checked, in one file that only its owner can read; a file of that name is \
      replaced only when the new one is complete. Neither a run nor a reader waits for it. A ledger on PostgreSQL is copied \
      into the same kind of file. `courant status` shows when the \
      last one was made, and with `backup_within` in [ledger] a run reports when that is too long ago.

      The ledger has the readers, their consent, the issues and the site's secret. Not in it, and to be backed up with the \
      site folder: schedule.conf, feeds/, templates/, articles/, and the files with passwords and keys (dkim.pem). Copy \
      var/courant.journal more often: it lists who has left since the last backup, and `courant restore` reads it.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The file to write.") var file: String

  func run() throws {
    let ledger = try options.existingLedger()
    let path = URL(fileURLWithPath: file).path
    let own = URL(fileURLWithPath: options.site + "/var").resolvingSymlinksInPath().path + "/"
    guard !URL(fileURLWithPath: path).resolvingSymlinksInPath().path.hasPrefix(own) else {
      throw CommandError("\(file): is in var/, next to the ledger; write it to another disk or machine")
    }
    try ledger.acts(at: moment).begin(.backup, .file(path))
    let bytes = try ledger.backUp(to: path, at: moment.instant)
    try ledger.acts(at: moment).end(.backup, .file(path), after: "\(bytes) bytes")
    output.printResult("\(file): \(bytes) bytes, checked")
  }
}
