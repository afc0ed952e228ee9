package import Bounces
internal import Foundation
package import Model

/// Step 7 of a run: bounces that arrived since the last one.
extension PressRun {
  /// Reads the site's Maildir, if it has one. A dry run does not, because messages that are read are marked as seen.
  func recordBounces(_ report: inout RunReport) throws {
    guard let written = site.mail?.bounceMaildir, !isRehearsal else { return }
    let path = written.hasPrefix("/") ? written : folder + "/" + written
    // A mail server creates it with the first bounce.
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let maildir = Maildir(path) else {
      return report.fail(
        "bounce_maildir: \(path) is not a Maildir; it must be a folder with new/ and cur/", .badConfiguration)
    }
    let recorder = BounceRecorder(site: site, ledger: ledger, now: now)
    try recorder.recordUnseen(of: maildir) { result in
      report.bouncesRead += 1
      report.bouncesSuppressed += result.suppressed.count
      if !result.isUnderstood || result.isUnmovable { report.fail(result.line, .badContent, lasts: false) }
      if result.isLetter { report.notices.append(result.line) }
    }
  }
}

extension BounceRecorder {
  /// The result for one file of a Maildir.
  package struct FiledResult {
    package let line: String
    package let isUnderstood: Bool
    package let isLetter: Bool
    package let suppressed: [EmailAddress]
    /// The file will be read again, but its report counts only once.
    package let isUnmovable: Bool
  }

  /// How many messages are recorded in one transaction, which is synced once.
  static let together = 100

  /// Reads the unseen messages and marks them as seen, regardless of their content. `then` gets the result of each message once
  /// it is recorded. After a crash in between, messages that are not yet marked are read again; a report counts only once.
  package func recordUnseen(of maildir: Maildir, then: (FiledResult) -> Void) throws {
    for mails in maildir.unseen().parts(of: Self.together) {
      for (mail, result) in try recorded(mails, of: maildir) { then(filed(mail, result, in: maildir)) }
    }
  }

  /// Without those that another program has removed.
  private func recorded(
    _ mails: ArraySlice<Maildir.Mail>, of maildir: Maildir
  ) throws -> [(Maildir.Mail, Result)] {
    // Before the transaction, because others wait for its end.
    let readings = mails.compactMap { mail in
      maildir.bytes(mail, atMost: Self.maxBytes).map { (mail, BounceReader.read($0)) }
    }
    var results: [(Maildir.Mail, Result)] = []
    try ledger.together {
      for (mail, reading) in readings { results.append((mail, try record(reading))) }
    }
    return results
  }

  private func filed(_ mail: Maildir.Mail, _ result: Result, in maildir: Maildir) -> FiledResult {
    let isMoved = maildir.setSeen(mail)
    return FiledResult(
      line: "\(mail.file): \(result.sentence)" + (isMoved ? "" : "; it cannot be moved to cur/"),
      isUnderstood: result.isUnderstood, isLetter: result.isLetter, suppressed: result.suppressed,
      isUnmovable: !isMoved)
  }
}
