import ArgumentParser
import CSV
import Foundation
import LedgerSQL
import Model
import Press

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Adds subscribers from a CSV file.",
    discussion: """
      Columns, in any order: email,name,digest,feeds,status,language,consent_at,origin. Only email and digest are
      required; status is pending unless it says confirmed. A bad row is reported by line and skipped. Somebody who left
      or is suppressed is never brought back. `-` reads standard input.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @Argument(help: "The file.") var file: String

  func run() throws {
    let opened = try options.open()
    let data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file)
    guard let data else { throw Complaint("cannot read \(file)") }
    let sheet: SubscriberSheet
    do throws(SubscriberSheet.Fault) {
      sheet = try SubscriberSheet(
        Array(data), site: opened.site, origin: "import \((file as NSString).lastPathComponent)")
    } catch {
      throw Complaint("\(file):\(error.line): \(error.sentence)", .badContent)
    }
    let result = try sheet.enrol(in: options.ledger(of: opened), at: moment.instant)
    for fault in result.faults { printError("\(file):\(fault.line): \(fault.sentence) (skipped)") }
    print(result.summary)
    leave(result.faults.isEmpty ? .done : .badContent)
  }
}

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints every subscription as CSV, in the form that import reads.")

  @OptionGroup var options: SiteOptions
  @Option(help: ArgumentHelp("Only this digest.", valueName: "name")) var digest: String?

  func run() throws {
    let opened = try options.open()
    if let digest { _ = try opened.digest(named: digest) }
    print(csvLine(SubscriberSheet.columns), terminator: "")
    try options.ledger(of: opened).forEachSubscription(digest: digest) { one in
      let fields = [
        one.subscriber.address.description, one.subscriber.name ?? "", one.digest, one.follows.text,
        one.status.rawValue, one.subscriber.language ?? "", one.consentAt?.rfc3339 ?? "", one.origin ?? "",
      ]
      print(csvLine(fields), terminator: "")
    }
  }
}
