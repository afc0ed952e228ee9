import ArgumentParser
import LedgerSQL
import Model
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
    let ledger = try options.ledger(of: options.open())
    let recorded = try ledger.recordedSlot(slot)
    guard recorded.state == .held else {
      throw Complaint("\(slot) is not held: it is \(recorded.state.rawValue)")
    }
    try ledger.record(
      [RecordedSlot(slot: recorded.slot, state: .released, news: recorded.news, recorded: moment.instant)], past: [])
    print("\(slot) is released; the next run sends it")
  }
}

extension SQLiteLedger {
  /// The slot that is written `digest@YYYY-MM-DDThh:mm`.
  func recordedSlot(_ text: String) throws -> RecordedSlot {
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw Complaint("`\(text)` is not a slot: a slot is written digest@YYYY-MM-DDThh:mm")
    }
    let slots = try slots(of: parts[0])
    guard let recorded = slots.first(where: { $0.slot.wallTime == parts[1] }) else {
      let near = suggestion(for: text, among: slots.map(\.slot.key))
      throw Complaint("the ledger has no slot \(text); `courant status` lists those that are held.\(near)")
    }
    return recorded
  }
}
