import ArgumentParser
import Press

struct Rename: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give a digest or a feed another name; its readers and its past go with it.",
    discussion: """
      Change the name in schedule.conf or feeds/ first, then run this. Until then, runs hold the digest: nothing is mailed
      and no news is lost. See `courant help retire` for what is gone for good.
      """,
    subcommands: [RenameDigest.self, RenameFeed.self])
}

struct RenameDigest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Move the readers, issues and news of a digest to its new name.",
    discussion: """
      Who left stays left, and the links in mails that were sent still unsubscribe. Pages of past issues keep their
      addresses, and mails that wait keep their Message-IDs.
      """)

  @OptionGroup var options: RenamingOptions
  @Argument(help: "The name that the ledger knows.") var old: String
  @Argument(help: "The name in schedule.conf.") var new: String

  func run() throws {
    try options.perform { try $0.rename(digest: old, to: new) }
  }
}

struct RenameFeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed",
    abstract: "Move the readers of a feed, and the order of its articles, to its new name.",
    discussion: "The documents under the old name stay, and say that the feed has ended and where it goes on.")

  @OptionGroup var options: RenamingOptions
  @Argument(help: "The name that the ledger knows.") var old: String
  @Argument(help: "The name of its file in feeds/.") var new: String

  func run() throws {
    try options.perform { try $0.rename(feed: old, to: new) }
  }
}

struct Retire: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say that a digest or a feed is gone for good, although readers follow it.",
    discussion: """
      Nobody is mailed what is gone; nothing of it is erased, and its readers are not moved. Whoever follows other feeds
      gets those as before. Naming it in the settings again brings it back, with its readers.
      """,
    subcommands: [RetireDigest.self, RetireFeed.self])
}

struct RetireDigest: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "digest", abstract: "A digest is gone for good.")

  @OptionGroup var options: RenamingOptions
  @Argument(help: "The name that the ledger knows.") var name: String

  func run() throws {
    try options.perform { renaming in
      try renaming.retire(digest: name)
      return "the digest \(name) is retired: its readers are mailed nothing of it"
    }
  }
}

struct RetireFeed: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "feed", abstract: "A feed is gone for good.")

  @OptionGroup var options: RenamingOptions
  @Argument(help: "The name that the ledger knows.") var name: String

  func run() throws {
    try options.perform { renaming in
      try renaming.retire(feed: name)
      return "the feed \(name) is retired: whoever follows nothing else gets no mail"
    }
  }
}

/// The options of all commands that change a name, and how they run.
struct RenamingOptions: ParsableArguments {
  @OptionGroup var site: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output

  /// Prints what `change` returns; a refusal ends the command with its sentence.
  func perform(_ change: (Renaming) throws -> String) throws {
    let opened = try site.open()
    let renaming = Renaming(opened, ledger: try site.ledger(of: opened), now: moment.instant)
    do {
      output.printResult(try change(renaming))
    } catch let refusal as Renaming.NameError {
      throw CommandError(refusal.sentence)
    }
  }
}
