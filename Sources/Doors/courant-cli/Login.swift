import ArgumentParser
import Desk
import LedgerSQL
import Model
import Office
import Press
internal import Text
internal import Time

struct Login: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login",
    abstract: "Print a link that signs an operator in at the desk, once.",
    discussion: """
      The link works within ten minutes. The operator must have a table [operators.NAME] in schedule.conf. Nobody can \
      use the link without being shown a button first, so a program that opens links does not use it up.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Argument(help: "The operator's name, as in [operators.NAME].") var name: String

  func run() throws {
    let opened = try options.open()
    let known = opened.site.operators.map(\.name)
    guard known.contains(name) else {
      let hint = known.isEmpty ? "; add a table [operators.\(name)]" : suggestion(for: name, among: known)
      throw CommandError("schedule.conf: there is no operator `\(name)`\(hint)", .badConfiguration)
    }
    guard let secret = DeskSecret.make() else { throw CommandError("this machine has no random numbers", .waiting) }
    let now = moment.instant
    try options.ledger(of: opened).record(
      link: DeskSecret.hash(secret), of: name, until: now + Desk.linkLife, at: now)
    print(DeskLinkText(opened.site.desk, path: "/sign-in/\(secret)").text)
  }
}

/// A sign-in link to the desk, or instructions for creating one.
struct DeskLinkText {
  let text: String

  init(_ settings: DeskSettings, path: String) {
    if let url = settings.url {
      text = url + path
      return
    }
    switch settings.listen.flatMap({ ListenAddress($0) }) {
    case .host(let name, let port): text = "http://\(name.contains(":") ? "[\(name)]" : name):\(port)\(path)"
    case .socket(let socket):
      text =
        "http://127.0.0.1:8081\(path)\nFrom another machine: ssh -L 8081:\(socket) USER@HOST; or set `url` of [desk]."
    case nil: text = "\(path)\nbelow the address that `courant serve --desk` prints"
    }
  }
}

struct Logout: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout",
    abstract: "Sign an operator out of the desk, or everyone.",
    discussion: "Also ends links that were not used. Takes effect with the next request.")

  @OptionGroup var options: SiteOptions
  @OptionGroup var output: Output
  @Argument(help: "The operator's name.") var name: String?
  @Flag(help: "Everyone.") var all = false

  func validate() throws {
    guard all != (name != nil) else { throw ValidationError("Name an operator, or use --all.") }
  }

  func run() throws {
    let count = try options.existingLedger().endSessions(of: name)
    output.printResult(count == 1 ? "1 session ended" : "\(count) sessions ended")
  }
}
