import ArgumentParser
import Press

struct Release: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lets a held issue go: the next run sends it.",
    discussion: """
      A slot is held when more articles are news than `hold_above`: often a mistake, such as an import of old articles.
      `courant status` lists held slots; `courant cancel SLOT` lets their news go without mailing it.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Argument(help: "The slot's key, such as weekly@2026-11-23T07:00.") var slot: String

  func run() throws {
    let opened = try options.open()
    try HeldSlots(opened, ledger: options.ledger(of: opened), now: moment.instant).release(slot)
    print("\(slot) is released; the next run sends it")
  }
}
