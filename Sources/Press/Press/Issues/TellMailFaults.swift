internal import Digests
internal import Foundation
internal import Model
internal import Presentation
internal import Templates

/// Emails of specimens, rendered as soon as something that they are made of has changed. Otherwise cron would hear of a template
/// without a link to unsubscribe only when an issue is due.
extension PressRun {
  private static let note = "rehearsed mails"

  /// Reports what keeps emails from being made, each run until it is corrected, unless this run has reported it already.
  func tellMailFaults(_ report: inout RunReport) throws {
    guard site.mail != nil else { return }
    for fault in try mailFaults() where !report.problems.contains(where: { $0.contains(fault.cause) }) {
      report.fail(fault.sentence, .badConfiguration)
    }
  }

  private func mailFaults() throws -> [MailFault] {
    let key = ([settingsKey] + site.digests.compactMap(\.intro).map(stamp(of:))).joined(separator: " ")
    let note = ledger.ownKey(Self.note)
    let known = try ledger.note(note)?.split(separator: "\n") ?? []
    if known.first.map(String.init) == key { return known.dropFirst().compactMap(MailFault.init(line:)) }
    var faults = faultsOfLetters
    // Other faults of a digest are reported by themselves.
    for digest in site.digests where digest.faults.isEmpty { faults += try self.faults(of: digest) }
    try ledger.setNote(note, ([key] + faults.map(\.line)).joined(separator: "\n"))
    return faults
  }

  private var faultsOfLetters: [MailFault] {
    do {
      try LetterRenderer(site: site, templates: templates).rehearse()
      return []
    } catch {
      return [MailFault(error, in: "letters", "no letter can be mailed")]
    }
  }

  private func faults(of digest: Digest) throws -> [MailFault] {
    let consequence = "no issue of \(digest.name) can be mailed"
    var faults: [MailFault] = []
    do {
      try editionRenderer(for: digest).rehearse()
    } catch {
      faults.append(MailFault(error, in: "digest.\(digest.name)", consequence))
    }
    guard let path = digest.intro else { return faults }
    switch try nextIntro(of: digest).intro {
    case .fault(let found): faults += found.map { MailFault($0.description, consequence) }
    case .none where !FileManager.default.fileExists(atPath: parentFolder(of: path)):
      faults.append(
        MailFault("\(path): there is no such folder", "the next issue of \(digest.name) has no introduction"))
    default: break
    }
    return faults
  }

  private func parentFolder(of path: String) -> String {
    URL(fileURLWithPath: folder + "/" + path).deletingLastPathComponent().path
  }

  /// Changes when the file does.
  private func stamp(of path: String) -> String {
    let values = try? FileManager.default.attributesOfItem(atPath: folder + "/" + path)
    let modified = (values?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(modified) \(values?[.size] as? Int ?? -1)"
  }
}

/// Why emails cannot be made.
private struct MailFault {
  /// What the run at a slot says too, before another consequence.
  let cause: String
  let sentence: String

  init(_ cause: String, _ consequence: String) {
    self.cause = cause
    sentence = "\(cause) (\(consequence))"
  }

  /// - Parameter what: was rendered.
  init(_ error: any Error, in what: String, _ consequence: String) {
    let finding = Finding(rendering: what, error)
    cause = error is TemplateError ? finding.description : "\(error)"
    sentence = "\(finding) (\(consequence))"
  }

  /// Parses ``line``.
  init?(line: Substring) {
    let parts = line.split(separator: "\t", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    cause = String(parts[0])
    sentence = String(parts[1])
  }

  /// The cause, a tab, and the sentence.
  var line: String { "\(cause)\t\(sentence)" }
}

extension Finding {
  /// An error that rendering threw, with its position if it has one.
  package init(rendering what: String, _ error: any Error) {
    if let error = error as? TemplateError {
      self.init(error)
    } else {
      self.init("schedule.conf", "\(what): \(error)")
    }
  }
}
