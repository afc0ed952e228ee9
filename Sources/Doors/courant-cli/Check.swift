import ArgumentParser
import Couriers
import Curl
import DNS
import Foundation
import LedgerSQL
import Model
import Office
import Press
internal import PublicPlace
internal import Time

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check settings, templates, articles, feeds, the relay and DNS; one finding per line.",
    discussion: """
      Each line reads `path:line:column: sentence`. A fault leaves with exit code 65 (an article), 69 (the relay) or \
      78 (settings or a template); warnings alone exit with 0, and --quiet omits them. Nothing is changed and nothing is \
      mailed.

      Articles are read again only if a file of the site has changed since the last check of the day, whose findings are \
      kept in var/courant.check; --anew reads them in any case.

      --web asks the site's address as mail providers and readers do, through the web server in front: leaving by one \
      click with a token that ends nothing, and the pages. It prints what is right as well.

      --public lists the bucket in [public] and compares it with what was published: objects that are missing, that \
      something else has changed, and that are not Courant's.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Flag(help: "Do not connect to the relay or query DNS.") var offline = false
  @Flag(help: "Read all articles again, even if no file has changed since the last check.") var anew = false
  @Flag(help: "Ask the site's public address what mail providers and readers ask it.")
  var web = false
  @Flag(help: "Compare the bucket with what was published.") var `public` = false
  @Flag(help: JSONHelp.text) var json = false

  func validate() throws {
    if offline && web { throw ValidationError("--web asks the network, and --offline forbids it; use one of them") }
    if offline && `public` {
      throw ValidationError("--public asks the network, and --offline forbids it; use one of them")
    }
  }

  func run() throws {
    let began = Date()
    let opened = try options.open()
    let readers = try SQLLedger(reading: opened.ledgerPlace())
    let site = PressRun(
      opened, ledger: readers, now: moment.instant, clock: Moment.clock, courier: { RecordingCourier() })
    let doubts = try site.doubts()
    var findings = try found(opened, readers, began)
    var code = code(of: findings, opened)
    if !offline { try askRelay(opened, &findings, &code) }
    var right = web ? askOutside(opened, readers, &findings, &code) : nil
    if `public` { right = (right ?? []) + askPlace(site, &findings, &code) }
    if !doubts.isEmpty { code = .waiting }
    try show(Outcome(doubts: doubts, exit_code: code.rawValue, findings: findings, right: right))
    leave(code)
  }

  /// What the site's files, its ledger and the sender's DNS show.
  private func found(_ opened: OpenedSite, _ readers: SQLLedger, _ began: Date) throws -> [Finding] {
    var ways = RunWays(courier: { RecordingCourier() })
    ways.cards = cards(of: opened)
    let asked = AskedPaths()
    ways.output = opened.publicPlace(record: readers, now: moment.instant, asked: asked)
    let press = PressRun(opened, ledger: try SQLLedger(temporary: ()), now: moment.instant, ways: ways)
    let memory = anew ? nil : CheckMemory(of: opened, asked: asked, began: began)
    var findings = try SiteCheck(opened, press: press, readers: readers, memory: memory).findings()
    findings += try exposure(opened, readers)
    findings += try readers.serverFaults(clock: Moment.clock).map { Finding("the ledger's server", $0) }
    if !offline, let sender = SenderCheck(opened, names: SystemResolver()) { findings += sender.findings() }
    return output.isQuiet ? findings.filter { $0.weight == .fault } : findings
  }

  private func code(of findings: [Finding], _ opened: OpenedSite) -> ExitStatus {
    let faults = findings.filter { $0.weight == .fault }
    if faults.isEmpty { return .done }
    return faults.contains { isSettings($0, opened) } ? .badConfiguration : .badContent
  }

  /// Adds why the relay takes no mail.
  private func askRelay(_ opened: OpenedSite, _ findings: inout [Finding], _ code: inout ExitStatus) throws {
    guard opened.site.mail != nil, !findings.contains(where: isOfPassword(opened)) else { return }
    guard let trouble = try opened.smtpCourier().probe() else { return }
    findings.append(Finding("schedule.conf", "[mail] smtp: \(trouble.sentence)"))
    if code != .badConfiguration { code = trouble.isPermanent ? .badConfiguration : .unreachable }
  }

  /// Property names are the keys of the JSON.
  private struct Outcome: Encodable {
    /// Why nothing is mailed, one sentence each.
    let doubts: [String]
    let exit_code: Int32
    let findings: [Finding]
    /// What `--web` and `--public` found to be right, one line each.
    let right: [String]?
  }

  /// Adds the faults that the requests found, and returns the lines about correct answers.
  private func askOutside(
    _ opened: OpenedSite, _ ledger: SQLLedger, _ findings: inout [Finding], _ code: inout ExitStatus
  ) -> [String] {
    let token = probeToken(opened, ledger)
    let report = WebCheck(opened, token: token, names: SystemResolver()) { HTTPExchange($0) }.report()
    findings += report.findings.filter { !output.isQuiet || $0.weight == .fault }
    if report.isWrong { code = .badConfiguration }
    if report.isUnreachable, code != .badConfiguration { code = .unreachable }
    return report.right
  }

  /// Adds what the bucket lacks or has too much, and returns the lines about what is right.
  private func askPlace(_ site: PressRun, _ findings: inout [Finding], _ code: inout ExitStatus) -> [String] {
    let report = PublicCheck(site).report()
    findings += report.findings.filter { !output.isQuiet || $0.weight == .fault }
    if code == .done, report.findings.contains(where: { $0.weight == .fault }) {
      code = report.isUnknown ? .unreachable : .badContent
    }
    return report.right
  }

  /// A token to try leaving with; nil if there is no ledger, because the site would not know any other token.
  private func probeToken(_ opened: OpenedSite, _ ledger: SQLLedger) -> String? {
    ledger.isShared || FileManager.default.fileExists(atPath: opened.ledgerPath) ? ledger.probeToken : nil
  }

  private func show(_ outcome: Outcome) throws {
    if json { return try printJSON(outcome) }
    outcome.doubts.forEach { print($0) }
    if !output.isQuiet { outcome.right?.forEach { print("\($0) (right)") } }
    for finding in outcome.findings { print(finding.weight == .fault ? "\(finding)" : "\(finding) (warning)") }
  }

  /// The ledger contains the addresses of all readers and the secret from which all tokens are derived.
  private func exposure(_ opened: OpenedSite, _ ledger: SQLLedger) throws -> [Finding] {
    let now = LedgerFiles(ledger: opened.ledgerPath).exposed.map {
      Finding(
        "var",
        "\($0): other users of this machine can read it, with your readers' addresses; the next run corrects this",
        weight: .warning)
    }
    guard let noted = try ledger.note("exposed") else { return now }
    let before = Instant(rfc3339: noted).map { opened.site.zone.shown($0) } ?? noted
    return now + [
      Finding(
        "var", "other users of this machine could read it, with your readers' addresses, until \(before)",
        weight: .warning)
    ]
  }

  /// The relay is not contacted without its password.
  private func isOfPassword(_ opened: OpenedSite) -> (Finding) -> Bool {
    let file = opened.site.mail?.smtp.passwordFile
    return { $0.path == file && $0.weight == .fault || $0.path == "COURANT_SMTP_PASSWORD" }
  }

  /// As in `run`, which sends nothing if a template has an error.
  private func isSettings(_ finding: Finding, _ opened: OpenedSite) -> Bool {
    if isOfPassword(opened)(finding) { return true }
    return finding.path == "schedule.conf" || finding.path.hasPrefix("templates/")
      || finding.path.hasPrefix("built-in ")
  }
}
