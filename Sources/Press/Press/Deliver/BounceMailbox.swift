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
    for mail in maildir.unseen() {
      guard let result = try recorder.record(mail, of: maildir) else { continue }
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

  /// Reads a message and marks it as seen, regardless of its content. Nil if another program has removed it first.
  package func record(_ mail: Maildir.Mail, of maildir: Maildir) throws -> FiledResult? {
    guard let bytes = maildir.bytes(mail, atMost: Self.maxBytes) else { return nil }
    let result = try record(bytes)
    let isMoved = maildir.setSeen(mail)
    return FiledResult(
      line: "\(mail.file): \(result.sentence)" + (isMoved ? "" : "; it cannot be moved to cur/"),
      isUnderstood: result.isUnderstood, isLetter: result.isLetter, suppressed: result.suppressed,
      isUnmovable: !isMoved)
  }
}
