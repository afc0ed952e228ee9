import ArgumentParser
internal import Bounces
import Foundation
import LedgerSQL
import Model
import Press

struct BounceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bounce",
    abstract: "Process bounces and complaints: suppress dead addresses, count failing ones.",
    discussion: """
      Reads one message from standard input, each FILE, or the unseen messages of a Maildir, and prints one line per \
      message with the result; with --quiet, only for messages that are not understood. Understands delivery reports \
      (RFC 3464), abuse reports (RFC 5965), and the prose of qmail, Exim, Exchange, Sendmail and others.

      As a Postfix alias, with recipient_delimiter = + in main.cf (docs/bounces.md shows in which file, so that it runs \
      as the site's owner):

        bounces: "|/usr/local/bin/courant bounce --site /srv/news"

      Exit codes: 0 recorded, or not a bounce; 65 something was not understood; 75 the ledger is locked or full, or the \
      settings cannot be read: the mail server keeps the message and tries again.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Option(help: ArgumentHelp("Read the unseen messages of this Maildir, and mark them as seen.", valueName: "dir"))
  var maildir: String?
  @Flag(help: "Only show how each message is classified; change nothing. Needs no site.") var explain = false
  @Argument(help: "Files with one message each (default: standard input).") var files: [String] = []

  func validate() throws {
    if maildir != nil, !files.isEmpty { throw ValidationError("--maildir and FILE cannot be combined.") }
    if output.isQuiet, explain { throw ValidationError("--quiet and --explain cannot be combined.") }
    if maildir != nil, explain { throw ValidationError("--maildir and --explain cannot be combined.") }
  }

  func run() throws {
    let mails = try givenMails()
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
    guard let maildir = Maildir(path) else {
      throw CommandError("\(path): not a Maildir; it must be a folder with new/ and cur/")
    }
    var isUnderstood = true
    try recorder.recordUnseen(of: maildir) { result in
      let isProblem = !result.isUnderstood || result.isUnmovable
      show(result.line, isProblem: isProblem)
      isUnderstood = isUnderstood && !isProblem
    }
    return isUnderstood
  }

  private func show(_ line: String, isProblem: Bool) {
    isProblem ? print(line) : output.printResult(line)
  }

  /// Each with what its lines begin with.
  private func givenMails() throws -> [(String, [UInt8])] {
    if maildir != nil { return [] }
    return files.isEmpty ? [try readInput()] : try files.map(read)
  }

  private func read(_ file: String) throws -> (String, [UInt8]) {
    guard let handle = FileHandle(forReadingAtPath: file), let mail = try? bytes(handle) else {
      throw CommandError("\(file): cannot be read; check the path and its permissions")
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
