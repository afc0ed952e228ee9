import ArgumentParser
import Office

/// The answers that `courant init` need not ask for.
struct AnswerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The title of the site.", valueName: "text")) var title: String?
  @Option(help: "The URL under which public/ is served.") var url: String?
  @Option(help: ArgumentHelp("The language of the built-in phrases.", valueName: "tag")) var language: String?
  @Option(help: ArgumentHelp("The time zone of dates and schedules.", valueName: "zone")) var timeZone: String?
  @Option(help: ArgumentHelp("The postal address in every email.", valueName: "text")) var publisher: String?
  @Option(help: ArgumentHelp("The sender of the emails: `Name <address>`.", valueName: "mailbox")) var from: String?
  @Option(help: ArgumentHelp("The mail server: smtp:// or smtps://.", valueName: "url")) var relay: String?
  @Option(help: ArgumentHelp("Topics with a feed each, separated by commas.", valueName: "list")) var topics: String?

  /// Whether they say everything that only the operator knows.
  var areComplete: Bool { [title, url, publisher, from, relay].allSatisfy { $0 != nil } }

  /// Throws for a value that schedule.conf could not have.
  func answers() throws -> SiteAnswers {
    var answers = SiteAnswers()
    let values: [(SiteQuestion, String, String?)] = [
      (.title, "--title", title), (.url, "--url", url), (.language, "--language", language),
      (.timeZone, "--time-zone", timeZone), (.publisher, "--publisher", publisher), (.from, "--from", from),
      (.relay, "--relay", relay), (.topics, "--topics", topics),
    ]
    for (question, option, value) in values {
      guard let value, let fault = answers.take(value, to: question) else { continue }
      throw CommandError("\(option): \(fault)")
    }
    return answers
  }
}
