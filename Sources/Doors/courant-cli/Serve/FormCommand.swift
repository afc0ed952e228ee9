import ArgumentParser
import Model
import Press
import Web

struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: "Print the HTML of a sign-up form for another site.",
    discussion: """
      A plain form without scripts. --next names a page to return to; its origin must be in `return_origins` of [web].
      """)

  @OptionGroup var options: SiteOptions
  @Option(help: ArgumentHelp("The digest to sign up for.", valueName: "name")) var digest: String
  @Option(help: ArgumentHelp("Only this feed of it; may be repeated.", valueName: "name")) var feed: [String] = []
  @Option(help: ArgumentHelp("The page to which readers return.", valueName: "url")) var next: String?

  func run() throws {
    let opened = try options.open()
    let site = opened.site
    guard let web = site.web else {
      throw CommandError("schedule.conf: a form needs the table [web]; add a line [web]", .badConfiguration)
    }
    let named = try opened.digest(named: digest)
    guard named.isOpen else { throw CommandError("the digest `\(digest)` has sign_up = \"closed\"; open it first") }
    for name in feed where !site.feeds(of: named).contains(where: { $0.name.text == name }) {
      throw CommandError("the digest `\(digest)` has no feed `\(name)`")
    }
    let form = EmbeddedForm(site: site, digest: named, feeds: feed, next: next)
    if next != nil, !form.mayReturn(web) {
      throw CommandError("--next: add its origin to `return_origins` of [web] in schedule.conf", .badConfiguration)
    }
    print(form.html, terminator: "")
  }
}
