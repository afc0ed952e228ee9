import ArgumentParser
import Foundation
import LedgerSQL
import Model
import Office
import Press

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add subscribers from a CSV file.",
    discussion: """
      Reads what export writes, and the exports of \(SubscriberSheet.programs.joined(separator: ", ")) and others. \
      Columns, in any order: email,name,digest,feeds,status,language,consent_at,origin,ended_at,reason,suppressed_at. \
      Only email is required, and digest unless --digest sets it; a row changes only what it states. Other columns are \
      ignored and listed.

      Readers are confirmed only if the file states it, and a no in any row wins. Readers who unsubscribed or are \
      suppressed are never brought back. A bad row is reported by line and skipped. `-` reads standard input.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The file.") var file: String
  @Option(help: ArgumentHelp("Subscribe everyone in the file to this digest.", valueName: "name")) var digest: String?
  @Option(
    help: ArgumentHelp(
      "What a column means, for example \"Your address=email\", or `ignore`. May be repeated.",
      valueName: "column=meaning"))
  var map: [String] = []
  @Flag(help: "Everyone about whom the file states nothing else has consented.") var confirmed = false
  @Flag(help: "Print what would be done, and change nothing.") var dryRun = false

  func run() throws {
    let opened = try options.open()
    let sheet = try sheet(opened)
    let ledger = try dryRun ? SQLLedger(copying: opened.ledgerPath) : options.ledger(of: opened)
    let result = try enrol(sheet, in: ledger)
    for notice in result.notices { output.printNotice("\(file): \(notice)") }
    for fault in result.faults { printError("\(file):\(fault.line): \(fault.sentence) (skipped)") }
    if let rest = result.restOfFaults { printError("\(file): \(rest)") }
    output.printResult((dryRun ? "would be: " : "") + result.summary)
    leave(result.faultCount == 0 ? .done : .badContent)
  }

  private func enrol(_ sheet: SubscriberSheet, in ledger: SQLLedger) throws -> SubscriberSheet.Result {
    do {
      return try sheet.enrol(in: ledger, at: moment.instant)
    } catch let fault as SubscriberSheet.Fault {
      throw CommandError("\(file):\(fault.line): \(fault.sentence); nothing was imported", .badContent)
    }
  }

  private func sheet(_ opened: OpenedSite) throws -> SubscriberSheet {
    var options = SubscriberSheet.Options(channel: "import \((file as NSString).lastPathComponent)")
    options.digest = try digest.map { try opened.digest(named: $0).name }
    options.isConfirmed = confirmed
    options.map = try meanings()
    do {
      return try SubscriberSheet(SheetFile(file), site: opened.site, options: options)
    } catch let fault as SubscriberSheet.Fault {
      throw CommandError("\(file):\(fault.line): \(fault.sentence)", .badContent)
    } catch {
      throw CommandError("\(file): cannot be read; check the path and its permissions")
    }
  }

  /// The last `=` separates: a header may contain one, a meaning never does.
  private func meanings() throws -> [String: String] {
    var meanings: [String: String] = [:]
    for text in map {
      guard let sign = text.lastIndex(of: "="), sign != text.startIndex else {
        throw CommandError("--map \"\(text)\" has no meaning; write COLUMN=MEANING, for example \"Your address=email\"")
      }
      meanings[String(text[..<sign])] = String(text[text.index(after: sign)...])
    }
    return meanings
  }
}

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print every subscription as CSV, in the form that import reads.",
    discussion: """
      Suppressed addresses have the status `suppressed`, with reason and date, so another ledger does not mail them \
      either. Addresses stored only as a hash cannot be exported; standard error shows how many there are.
      """)

  @OptionGroup var options: SiteOptions
  @Option(help: ArgumentHelp("Only this digest.", valueName: "name")) var digest: String?
  @Flag(help: "Print the history of consent of every reader instead: who asked, confirmed, changed or left, and when.")
  var events = false

  func run() throws {
    let opened = try options.open()
    let ledger = try SQLLedger(reading: opened.ledgerPath)
    if events { return try printEvents(ledger) }
    try digest.map { try opened.expect(digest: $0, in: ledger) }
    printExactly(SubscriberExport.header)
    try ledger.forEachSubscription(digest: digest) { printExactly(SubscriberExport.line($0)) }
    let nameless = try ledger.namelessSuppressions()
    if nameless > 0 {
      printError(
        "\(nameless) suppressed \(nameless == 1 ? "address is" : "addresses are") stored only as a hash, so not "
          + "exported; keep var/courant.sqlite, which has them")
    }
  }

  private func printEvents(_ ledger: SQLLedger) throws {
    printExactly(ConsentExport.header)
    try ledger.forEachConsentEvent { address, event in
      if digest == nil || event.digest == nil || event.digest == digest {
        printExactly(ConsentExport.line(address, event))
      }
    }
  }
}
