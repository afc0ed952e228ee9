internal import Languages

/// What only the operator of a new site knows, in the order in which it is asked.
package enum SiteQuestion: String, CaseIterable, Sendable {
  case title
  case url
  case language
  case timeZone = "time_zone"
  case publisher
  case from
  case relay = "smtp"
  case topics

  /// What a person is asked.
  var words: String {
    switch self {
    case .title: "Title of the site"
    case .url: "URL of the site, where public/ is served"
    case .language: "Language of the phrases (\(Language.builtIn.joined(separator: ", ")))"
    case .timeZone: "Time zone of dates and schedules"
    case .publisher: "Postal address, which the law requires in emails"
    case .from: "Sender of the emails"
    case .relay: "Mail server (smtp://[USER@]HOST[:PORT], or smtps://)"
    case .topics: "Topics with a feed each, separated by commas"
    }
  }

  /// The table of schedule.conf; nil for the files in feeds/.
  var table: String? {
    switch self {
    case .title, .url, .language, .timeZone, .publisher: "site"
    case .from, .relay: "mail"
    case .topics: nil
    }
  }

  /// The value in a site about which nobody was asked. `courant check` reports those that must be replaced.
  var example: String {
    switch self {
    case .title: "My site"
    case .url: "https://www.example.org"
    case .language: "en"
    case .timeZone: "Europe/London"
    case .publisher: "My name, My street 1, My town"
    case .from: "My site <digest@example.org>"
    case .relay: "smtp://127.0.0.1:25"
    case .topics: ""
    }
  }
}
