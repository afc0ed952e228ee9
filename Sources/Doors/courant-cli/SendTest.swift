import ArgumentParser
import Couriers
import Foundation
import LedgerSQL
import Model
import Office
import Press

struct SendTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send-test",
    abstract: "Mail an issue of a digest to one address, recorded as a test.",
    discussion: """
      Sends what `courant preview` shows (the next issue, the held one, or with --last or --issue another), plus the \
      header X-Courant-Test. The issue itself, its articles and its readers are not affected.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The digest's name.") var digest: String
  @Argument(help: "The recipient's address.") var address: String
  @OptionGroup var which: IssueOptions

  func run() throws {
    let opened = try options.open()
    let digest = try opened.digest(named: digest)
    let address = try emailAddress(address)
    guard let mail = opened.site.mail else {
      throw CommandError("schedule.conf: there is no [mail] table; add it", .badConfiguration)
    }
    let ledger = try options.ledger(of: opened)
    if let suppression = try ledger.suppression(of: address) {
      throw CommandError("\(address): suppressed (\(suppression.reason.rawValue)); it is never mailed")
    }
    let copy = try SQLLedger(copying: opened.ledgerPlace(), with: which.issue(of: digest))
    let press = PressRun(opened, ledger: copy, now: moment.instant, courier: { RecordingCourier() })
    var report = RunReport()
    let reader = PreviewReader(
      Addressee(name: nil, address: address, token: "test"), following: .all, isTest: true)
    let preview = try press.complaining { try $0.preview(digest, which.issue, for: reader, &report) }
    report.problems.forEach(printError)
    preview.findings.forEach { output.printNotice("\(digest.name): \($0) (warning)") }
    let courier = try opened.smtpCourier()
    defer { courier.close() }
    let outcome = try courier.carry(
      Parcel(sender: mail.bounces, recipient: address, message: preview.message), commit: {})
    let (words, code) = describe(outcome)
    try ledger.acts(at: moment).perform(.test, .reader(address)) { act in
      act.after = "\(digest.name) #\(preview.issueNumber)"
      try ledger.recordTest(digest: digest.name, to: address, outcome: words, at: moment.instant)
    }
    guard code == .done else { throw CommandError("\(address): \(words)", code) }
    output.printResult("\(digest.name) #\(preview.issueNumber) to \(address): \(words)")
  }

  private func describe(_ outcome: Outcome) -> (String, ExitStatus) {
    switch outcome {
    case .accepted(let reply): ("accepted: \(reply)", .done)
    case .deferred(let reply): ("try again later: \(reply)", .waiting)
    case .refused(let reply): ("refused: \(reply)", .waiting)
    case .uncertain(let why): ("uncertain whether sent: \(why)", .waiting)
    case .unsent(let trouble): (trouble.sentence, trouble.isPermanent ? .badConfiguration : .unreachable)
    }
  }
}

extension OpenedSite {
  func smtpCourier() throws -> SMTPCourier {
    guard let mail = site.mail else {
      throw CommandError("schedule.conf: there is no [mail] table; add it", .badConfiguration)
    }
    var settings = SMTPCourier.Settings(relay: mail.smtp, tls: mail.tls, heloName: mail.from.address.domain)
    settings.password = try relayPassword()
    settings.caFile = try mail.smtp.caFile.map { file in
      let path = folder + "/" + file
      guard FileManager.default.isReadableFile(atPath: path) else {
        throw CommandError("\(path): cannot be read, but `ca_file` names it; check its permissions", .badConfiguration)
      }
      return path
    }
    settings.messagesPerConnection = mail.messagesPerConnection
    return SMTPCourier(settings)
  }
}
