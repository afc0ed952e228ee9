import ArgumentParser
import LedgerSQL
import Model
import Office
import Press

struct Release: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Release an issue with many new articles, lost articles, or too many articles of one source.",
    discussion: """
      A slot is held if it has more new articles than `hold_above`, which is often a mistake such as an import of old \
      articles. After `courant release weekly@2026-11-23T07:00`, or `courant release weekly` if only one slot of that \
      digest is held, the next run sends it. With `review = "always"`, releasing agrees to the articles that the slot has \
      now: if others come or go before the run, it is held again. `courant preview weekly` shows it first. `courant cancel \
      SLOT` discards its articles unmailed.

      Articles stay published if the files of all articles of a source are gone at once, or of more than one in ten and \
      at least five, which often means that a disk is not mounted. After `courant release articles` the next run \
      withdraws them. If the files come back, there is nothing to do.

      A source that is read over the network may bring at most `max_new` articles at once, so that a mistake of its site \
      is not mailed; more wait. After `courant release journal` the next run lets in those that wait now.

      `courant status` lists everything that is held. A name that a digest and a source share means the slot, if one is \
      held.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(
    help: ArgumentHelp(
      "A slot (weekly@2026-11-23T07:00), a digest's name, or a source's name as in [sources.NAME].",
      valueName: "slot|digest|source"))
  var held: String

  func run() throws {
    let opened = try options.open()
    let ledger = try options.ledger(of: opened)
    let acts = ledger.acts(at: moment)
    if let key = try slotKey(opened, ledger) {
      try acts.perform(.release, .slot(key)) { act in
        act.before = "held"
        act.after = "released"
        try HeldSlots(opened, ledger: ledger, now: moment.instant).release(key)
      }
      return output.printResult("\(key) is released; the next run sends it")
    }
    let news = try releaseNews(ledger, acts)
    if news > 0 {
      let what = news == 1 ? "1 article" : "\(news) articles"
      return output.printResult("\(held) is released; the next run lets in \(what)")
    }
    let count = try acts.perform(.release, .source(held)) { act in
      act.before = "gone, held"
      let count = try HeldLosses(opened, ledger: ledger, now: moment.instant).release(held)
      act.after = "released; \(count) articles to withdraw"
      return count
    }
    output.printResult("\(held) is released; the next run withdraws \(count) \(count == 1 ? "article" : "articles")")
  }

  /// Returns 0, and records nothing, if the source holds no new articles.
  private func releaseNews(_ ledger: SQLLedger, _ acts: Acts) throws -> Int {
    let news = HeldNews(ledger: ledger, now: moment.instant)
    guard try news.isHeld(by: held) else { return 0 }
    return try acts.perform(.release, .source(held)) { act in
      act.before = "new, held"
      let count = try news.release(held)
      act.after = "released; \(count) articles to let in"
      return count
    }
  }

  /// Nil if the argument names a source.
  private func slotKey(_ opened: OpenedSite, _ ledger: SQLLedger) throws -> String? {
    if held.contains("@") { return held }
    guard try opened.site.digest(held) != nil || ledger.newestSlot(of: held) != nil else { return nil }
    let slots = HeldSlots(opened, ledger: ledger, now: moment.instant)
    let sources = opened.site.sources.map(\.name) + opened.site.upstreams.map(\.name)
    guard sources.contains(held) else { return try slots.key(heldOf: held) }
    return try? slots.key(heldOf: held)  // otherwise the argument names a source
  }
}
