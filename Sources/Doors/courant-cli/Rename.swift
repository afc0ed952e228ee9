import ArgumentParser
import LedgerSQL
import Model
import Office
import Press

struct Rename: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Rename a digest or a feed, and keep its readers and history.",
    discussion: """
      Change the name in schedule.conf or feeds/ first, then run this. Until then, runs hold the digest: nothing is \
      mailed and no news is lost. If it is gone for good, see `courant help retire`.
      """,
    subcommands: [RenameDigest.self, RenameFeed.self])
}

struct RenameDigest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Move the readers, issues and news of a digest to its new name.",
    discussion: """
      Ended subscriptions stay ended, and links in emails already sent still unsubscribe. Pages of past issues keep \
      their URLs, and queued messages keep their Message-IDs.
      """)

  @OptionGroup var options: RenamingOptions
  @Argument(help: "The name in the ledger.") var old: String
  @Argument(help: "The name in schedule.conf.") var new: String

  func run() throws {
    try options.perform(.rename, .digest(new)) { renaming, act in
      act.before = old
      act.after = new
      return try renaming.rename(digest: old, to: new)
    }
  }
}

struct RenameFeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed",
    abstract: "Move the readers of a feed, and the order of its articles, to its new name.",
    discussion: "The documents under the old name stay, announce that the feed has ended, and link to the new one.")

  @OptionGroup var options: RenamingOptions
  @Argument(help: "The name in the ledger.") var old: String
  @Argument(help: "The name of its file in feeds/.") var new: String

  func run() throws {
    try options.perform(.rename, .feed(new)) { renaming, act in
      act.before = old
      act.after = new
      return try renaming.rename(feed: old, to: new)
    }
  }
}

struct Retire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "Retire a digest or a feed that readers still follow.",
    discussion: """
      It is no longer mailed; nothing is erased, and its readers are not moved. Readers who also follow other feeds \
      still get those. Naming it in the settings again brings it back, with its readers.
      """,
    subcommands: [RetireDigest.self, RetireFeed.self])
}

struct RetireDigest: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "digest", abstract: "Retire a digest.")

  @OptionGroup var options: RenamingOptions
  @Argument(help: "The name in the ledger.") var name: String

  func run() throws {
    try options.perform(.retire, .digest(name)) { renaming, _ in
      try renaming.retire(digest: name)
      return "the digest \(name) is retired; it is no longer mailed"
    }
  }
}

struct RetireFeed: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "feed", abstract: "Retire a feed.")

  @OptionGroup var options: RenamingOptions
  @Argument(help: "The name in the ledger.") var name: String

  func run() throws {
    try options.perform(.retire, .feed(name)) { renaming, _ in
      try renaming.retire(feed: name)
      return "the feed \(name) is retired; readers who follow only this feed get no mail"
    }
  }
}

/// The options of all commands that change a name, and how they run.
struct RenamingOptions: ParsableArguments {
  @OptionGroup var site: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output

  /// Prints what `change` returns; a refusal ends the command with its sentence.
  func perform(
    _ verb: Act.Verb, _ target: Act.Target, _ change: (Renaming, inout Act) throws -> String
  ) throws {
    let opened = try site.open()
    let ledger = try site.ledger(of: opened)
    let renaming = Renaming(opened, ledger: ledger, now: moment.instant)
    do {
      output.printResult(try ledger.acts(at: moment).perform(verb, target) { try change(renaming, &$0) })
    } catch let refusal as Renaming.NameError {
      throw CommandError(refusal.sentence)
    }
  }
}
