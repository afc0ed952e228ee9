import ArgumentParser
import Couriers
import Foundation
import LedgerSQL
import Model
import Office
import Press
internal import PublicPlace

struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Write an issue of a digest as .html, .txt and .eml, byte for byte as it would be sent.",
    discussion: """
      Shows the next slot's issue as it would be now; while a slot is held, the issue that `courant release` would send. \
      With --last, shows the next issue with that many of the newest articles, new or not; with --issue, an issue that \
      was sent, as it was frozen. Changes nothing in the ledger and mails no one. Prints warnings to standard error. The \
      .html shows images that are not published yet from the site folder.

      With --serve, a page at http://127.0.0.1:PORT/ shows the email narrow and wide, light and dark, and its text and \
      source, on this machine only. It reloads when a file of the site changes; Ctrl-C ends it.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Argument(help: "The digest's name.") var digest: String
  @OptionGroup var which: IssueOptions
  @Option(name: .customLong("as"), help: ArgumentHelp("Show it as this subscriber would get it.", valueName: "address"))
  var reader: String?
  @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir")) var out = "preview"
  @Option(help: ArgumentHelp("Show it in a browser instead; 0 picks a free port.", valueName: "port"))
  var serve: UInt16?

  func run() throws {
    if let serve {
      return try PreviewServer(port: serve, site: options.site, make: { try made().preview }).run()
    }
    let (preview, report) = try madeOrReported()
    report.problems.forEach(printError)
    preview.findings.forEach { printError("\(digest): \($0) (warning)") }
    let folder = PublicFolder(out, isPrivate: true)
    let files = [
      ("html", Array(preview.html(showing: Self.fileAddress).utf8)), ("txt", Array(preview.text.utf8)),
      ("eml", preview.message),
    ]
    print("\(digest) #\(preview.issueNumber), \(preview.slot.key): \(preview.subject)")
    for (ending, bytes) in files {
      let path = "\(digest).\(ending)"
      _ = try folder.write(bytes, to: path)
      print("\(out)/\(path)")
    }
    leave(report.exitCode)
  }

  /// Ends the command if a setting or a template has mistakes.
  private func madeOrReported() throws -> (preview: Preview, report: RunReport) {
    do {
      return try made()
    } catch let faults as OpenedSite.Faults {
      faults.lines.forEach(printMistake)
    } catch let fault as CommandError where fault.code == .badConfiguration {
      printMistake(fault.sentence)
    }
    leave(.badConfiguration)
  }

  /// RFC 8089, escaped for an attribute.
  private static func fileAddress(_ path: String) -> String {
    URL(fileURLWithPath: path).absoluteString.replacing("&", with: "&amp;")
  }

  private func made() throws -> (preview: Preview, report: RunReport) {
    let opened = try options.open()
    let digest = try opened.digest(named: digest)
    let ledger = try SQLLedger(copying: opened.ledgerPlace(), with: which.issue(of: digest))
    let reader = try previewReader(ledger, digest)
    let press = PressRun(opened, ledger: ledger, now: moment.instant, courier: { RecordingCourier() })
    var report = RunReport()
    let preview = try press.complaining { try $0.preview(digest, which.issue, for: reader, &report) }
    return (preview, report)
  }

  private func previewReader(_ ledger: SQLLedger, _ digest: Digest) throws -> PreviewReader {
    guard let reader else {
      let somebody = Addressee(name: nil, address: try emailAddress("reader@example.org"), token: "preview")
      return PreviewReader(somebody, following: .all)
    }
    let address = try emailAddress(reader)
    guard let (addressee, following) = try ledger.addressee(address, digest: digest.name) else {
      throw CommandError("\(address): not subscribed to \(digest.name)")
    }
    var previewed = PreviewReader(addressee, following: following)
    if let account = try ledger.account(of: addressee.token) {
      previewed.pausedUntil = account.pausedUntil
      previewed.handedOver = account.subscriptions.first { $0.digest == digest.name }?.handedOver
    }
    return previewed
  }
}

/// The issue to use instead of the next one.
struct IssueOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The next issue, with this many of the newest articles.", valueName: "number"))
  var last: Int?
  @Option(
    name: .customLong("issue"), help: ArgumentHelp("The issue with this number, as it was frozen.", valueName: "number")
  )
  var issueNumber: Int?

  func validate() throws {
    if last != nil, issueNumber != nil { throw ValidationError("--last and --issue cannot be combined.") }
    if let last, last < 1 { throw ValidationError("--last must be 1 or more.") }
  }

  /// The past issue that is asked for, if any.
  func issue(of digest: Digest) -> ClaimedIssue? {
    issueNumber.map { ClaimedIssue(digest: digest.name, number: $0) }
  }

  var issue: PreviewedIssue { issueNumber.map { .past($0) } ?? last.map { .newest($0) } ?? .next }
}

extension PressRun {
  /// Runs `body`; an error that prevents a preview becomes a command error.
  func complaining<Result>(_ body: (PressRun) throws -> Result) throws -> Result {
    do {
      return try body(self)
    } catch let nothing as NoPreview {
      throw CommandError(nothing.description, .badContent)
    } catch let fault as RenderingFault {
      throw CommandError(fault.description, .badConfiguration)
    } catch let fault as Finding {
      throw CommandError(fault.description, .badConfiguration)  // about the signing keys
    }
  }
}
