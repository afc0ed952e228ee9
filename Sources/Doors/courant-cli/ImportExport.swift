import ArgumentParser
import Foundation
import LedgerSQL
import Model
import Press

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add subscribers from a CSV file.",
    discussion: """
      Reads what export writes, and the exports of \(SubscriberSheet.programs.joined(separator: ", ")) \
      and others. Columns, in any order: email,name,digest,feeds,status,language,consent_at,origin,ended_at,
      reason,suppressed_at. Only email is needed, and digest unless --digest says it; what a row does not say stays as it
      is. Columns that mean nothing here are ignored and named.

      Nobody is confirmed unless the file says so, and whoever it says no of anywhere is not mailed. Somebody who left or
      is suppressed is never brought back. A bad row is reported by line and skipped. `-` reads standard input.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The file.") var file: String
  @Option(help: ArgumentHelp("Everybody in the file reads this digest.", valueName: "name")) var digest: String?
  @Option(
    help: ArgumentHelp(
      "What a column means, such as \"Your address=email\"; `ignore` for nothing. May be repeated.",
      valueName: "column=meaning"))
  var map: [String] = []
  @Flag(help: "Whoever the file says nothing else of has consented.") var confirmed = false
  @Flag(help: "Say what would be done, and do nothing.") var dryRun = false

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
      throw CommandError("\(file):\(fault.line): \(fault.sentence); nobody was imported", .badContent)
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
      throw CommandError("cannot read \(file)")
    }
  }

  /// The last `=` separates: a header may contain one, a meaning never does.
  private func meanings() throws -> [String: String] {
    var meanings: [String: String] = [:]
    for text in map {
      guard let sign = text.lastIndex(of: "="), sign != text.startIndex else {
        throw CommandError("`\(text)` maps nothing; write --map \"COLUMN=MEANING\", such as \"Your address=email\"")
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
      Suppressed addresses have the status `suppressed`, with reason and date, so that another ledger does not mail them
      either. Those of which only a hash is kept cannot be exported; standard error says how many.
      """)

  @OptionGroup var options: SiteOptions
  @Option(help: ArgumentHelp("Only this digest.", valueName: "name")) var digest: String?

  func run() throws {
    let opened = try options.open()
    let ledger = try SQLLedger(reading: opened.ledgerPath)
    try digest.map { try opened.expect(digest: $0, in: ledger) }
    printExactly(SubscriberExport.header)
    try ledger.forEachSubscription(digest: digest) { printExactly(SubscriberExport.line($0)) }
    let nameless = try ledger.namelessSuppressions()
    if nameless > 0 {
      printError(
        "\(nameless) suppressed \(nameless == 1 ? "address is" : "addresses are") kept only as a hash and not exported; "
          + "keep var/courant.sqlite, which knows them")
    }
  }
}
