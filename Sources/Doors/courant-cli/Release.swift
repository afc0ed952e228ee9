import ArgumentParser
import LedgerSQL
import Model
import Press

struct Release: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lets go what is held: an issue with much news, or articles whose files are gone.",
    discussion: """
      A slot is held when more articles are news than `hold_above`: often a mistake, such as an import of old articles.
      `courant release weekly@2026-11-23T07:00` lets the next run send it, and so does `courant release weekly`, if one slot
      of that digest is held. `courant preview weekly` shows it first. `courant cancel SLOT` lets its news go without mailing
      it.

      Articles stay published when the files of all articles of a source are gone at once, or of more than one in ten and at
      least five: often a disk that is not mounted. `courant release articles` lets the next run withdraw them. If the files
      come back, nothing need be done.

      `courant status` lists what is held. A name that a digest and a source share means the slot if one is held.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(
    help: ArgumentHelp(
      "The slot's key, such as weekly@2026-11-23T07:00, the name of a digest, or the name of the source, as in [sources.NAME].",
      valueName: "slot|digest|source"))
  var held: String

  func run() throws {
    let opened = try options.open()
    let ledger = try options.ledger(of: opened)
    if let key = try slotKey(opened, ledger) {
      try HeldSlots(opened, ledger: ledger, now: moment.instant).release(key)
      return output.printResult("\(key) is released; the next run sends it")
    }
    let count = try HeldLosses(opened, ledger: ledger, now: moment.instant).release(held)
    output.printResult("\(held) is released; the next run withdraws \(count) \(count == 1 ? "article" : "articles")")
  }

  /// Nil if the argument names a source.
  private func slotKey(_ opened: OpenedSite, _ ledger: SQLLedger) throws -> String? {
    if held.contains("@") { return held }
    guard try opened.site.digest(held) != nil || !ledger.slots(of: held).isEmpty else { return nil }
    let slots = HeldSlots(opened, ledger: ledger, now: moment.instant)
    guard opened.site.sources.contains(where: { $0.name == held }) else { return try slots.key(heldOf: held) }
    return try? slots.key(heldOf: held)  // otherwise the argument names a source
  }
}
