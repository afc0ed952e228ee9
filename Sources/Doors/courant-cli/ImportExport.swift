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
      Columns, in any order: email,name,digest,feeds,status,language,consent_at,origin,ended_at,reason,suppressed_at,\
      paused_until. \
      Only email is required, and digest unless --digest sets it; a row changes only what it states. Other columns are \
      ignored and listed.

      Readers are confirmed only if the file states it, and a no in any row wins. Readers who unsubscribed or are \
      suppressed are never brought back. A bad row is reported by line and skipped. `-` reads standard input.

      --events names a second file, which `export --events` wrote in another ledger: the history of consent of these \
      readers. It proves what was; it subscribes and ends nobody.
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
  @Option(help: ArgumentHelp("The history of consent of these readers.", valueName: "file")) var events: String?
  @Flag(help: "Everyone about whom the file states nothing else has consented.") var confirmed = false
  @Flag(help: "Print what would be done, and change nothing.") var dryRun = false

  func run() throws {
    let opened = try options.open()
    let sheet = try sheet(opened)
    let consent = try events.map(consent)
    let ledger = try dryRun ? SQLLedger(copying: opened.ledgerPlace()) : options.ledger(of: opened)
    let acts = ledger.acts(at: moment)
    try acts.begin(.importReaders, .file(file))
    let result = try enrol(sheet, with: consent, in: ledger)
    for notice in result.notices { output.printNotice("\(file): \(notice)") }
    for fault in result.faults { printError("\(file):\(fault.line): \(fault.sentence) (skipped)") }
    if let rest = result.restOfFaults { printError("\(file): \(rest)") }
    output.printResult((dryRun ? "would be: " : "") + result.summary)
    let carried = try carry(consent, into: ledger)
    try acts.end(.importReaders, .file(file), after: result.summary)
    leave(result.faultCount + carried == 0 ? .done : .badContent)
  }

  /// Imports the history, and returns how many rows were skipped.
  private func carry(_ consent: ConsentSheet?, into ledger: SQLLedger) throws -> Int {
    guard let consent, let events else { return 0 }
    let result = try consent.carry(into: ledger)
    for fault in result.faults { printError("\(events):\(fault.line): \(fault.sentence) (skipped)") }
    if result.faultCount > result.faults.count {
      printError("\(events): and \(result.faultCount - result.faults.count) more rows skipped")
    }
    output.printResult((dryRun ? "would be: " : "") + result.summary)
    return result.faultCount
  }

  private func consent(_ file: String) throws -> ConsentSheet {
    do {
      return try ConsentSheet(SheetFile(file), at: moment.instant)
    } catch let fault as SubscriberSheet.Fault {
      throw CommandError("\(file):\(fault.line): \(fault.sentence); nothing was imported", .badContent)
    } catch {
      throw CommandError("\(file): cannot be read; check the path and its permissions")
    }
  }

  private func enrol(
    _ sheet: SubscriberSheet, with consent: ConsentSheet?, in ledger: SQLLedger
  ) throws -> SubscriberSheet.Result {
    do {
      return try sheet.enrol(in: ledger, with: consent, at: moment.instant)
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
    commandName: "export",
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
    let ledger = try SQLLedger(reading: opened.ledgerPlace())
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
