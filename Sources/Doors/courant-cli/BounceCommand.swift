import ArgumentParser
internal import Bounces
import Foundation
import LedgerSQL
import Model
import Press

struct BounceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bounce",
    abstract: "Takes bounces and complaints: suppresses addresses that are gone, counts those that fail.",
    discussion: """
      Reads one mail from standard input, each FILE, or what nobody has seen in a Maildir, and says of each in a line what
      became of it; with --quiet, only of a mail that it does not understand. Understands delivery reports (RFC 3464), abuse
      reports (RFC 5965), and what qmail, Exim, Exchange, Sendmail and others write in words.

      As an alias of Postfix (docs/bounces.md says in which file, so that it runs as the site's owner; recipient_delimiter = + in
      main.cf):

        bounces: "|/usr/local/bin/courant bounce --site /srv/news"

      Exit codes: 0 taken, or no bounce; 65 something was not understood; 75 the ledger is locked or full, or the settings
      cannot be read: the mail server keeps the mail and tries again.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Option(help: ArgumentHelp("Read the unseen mails of this Maildir, and mark them as seen.", valueName: "dir"))
  var maildir: String?
  @Flag(help: "Only say what each mail is read as; nothing is taken, and no site is needed.") var explain = false
  @Argument(help: "Files with one mail each; standard input if there are none.") var files: [String] = []

  func validate() throws {
    if maildir != nil, !files.isEmpty { throw ValidationError("--maildir and FILE do not go together.") }
    if output.isQuiet, explain { throw ValidationError("--quiet and --explain do not go together.") }
    if maildir != nil, explain { throw ValidationError("--maildir and --explain do not go together.") }
  }

  func run() throws {
    let mails = maildir == nil ? try files.map(read) + (files.isEmpty ? [readInput()] : []) : []
    if explain {
      for (name, mail) in mails { BounceRecorder.explanation(of: mail).forEach { print(name + $0) } }
      return
    }
    let opened = try openForDelivery()
    let recorder = BounceRecorder(opened, ledger: try options.ledger(of: opened), now: moment.instant)
    var isUnderstood = true
    if let maildir {
      isUnderstood = try recordAll(of: maildir, recorder)
    } else {
      for (name, mail) in mails {
        let result = try recorder.record(mail)
        show(name + result.sentence, isProblem: !result.isUnderstood)
        isUnderstood = isUnderstood && result.isUnderstood
      }
    }
    leave(isUnderstood ? .done : .badContent)
  }

  /// A mail server must not discard a bounce because of invalid settings: for input from a pipe, the exit code is 75.
  private func openForDelivery() throws -> OpenedSite {
    do {
      return try options.open()
    } catch let faults as OpenedSite.Faults where maildir == nil && files.isEmpty {
      faults.lines.forEach(printError)
      leave(.waiting)
    }
  }

  private func recordAll(of path: String, _ recorder: BounceRecorder) throws -> Bool {
    guard let maildir = Maildir(path) else { throw CommandError("there is no Maildir at \(path) (with new and cur)") }
    var isUnderstood = true
    for mail in maildir.unseen() {
      guard let result = try recorder.record(mail, of: maildir) else { continue }
      let isProblem = !result.isUnderstood || result.isUnmovable
      show(result.line, isProblem: isProblem)
      isUnderstood = isUnderstood && !isProblem
    }
    return isUnderstood
  }

  private func show(_ line: String, isProblem: Bool) {
    isProblem ? print(line) : output.printResult(line)
  }

  private func read(_ file: String) throws -> (String, [UInt8]) {
    guard let handle = FileHandle(forReadingAtPath: file), let mail = try? bytes(handle) else {
      throw CommandError("cannot read \(file)")
    }
    return ("\(file): ", mail)
  }

  private func readInput() throws -> (String, [UInt8]) { ("", try bytes(.standardInput)) }

  private func bytes(_ handle: FileHandle) throws -> [UInt8] { try handle.beginning(BounceRecorder.maxBytes) }
}

extension FileHandle {
  /// The first bytes; the rest is read and discarded, so that the writing process is not interrupted.
  func beginning(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try read(upToCount: 65_536), !piece.isEmpty {
      bytes += piece.prefix(max(0, count - bytes.count))
    }
    return bytes
  }
}
