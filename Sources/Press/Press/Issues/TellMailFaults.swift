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
    for fault in try mailFaults() {
      let cause = cause(of: fault)
      if !report.problems.contains(where: { $0.contains(cause) }) { report.fail(fault, .badConfiguration) }
    }
  }

  /// Without the digest, and without the consequence, which is in parentheses: the run at a slot names another one.
  private func cause(of fault: String) -> String {
    var cause = fault.range(of: " (", options: .backwards).map { String(fault[..<$0.lowerBound]) } ?? fault
    let names = site.digests.map { "digest.\($0.name)" } + ["letters"]
    for prefix in names.map({ "schedule.conf: \($0): " }) where cause.hasPrefix(prefix) {
      cause.removeFirst(prefix.count)
    }
    return cause
  }

  private func mailFaults() throws -> [String] {
    let key = ([settingsKey] + site.digests.compactMap(\.intro).map(stamp(of:))).joined(separator: " ")
    let note = ledger.ownKey(Self.note)
    let known = try ledger.note(note)?.split(separator: "\n").map(String.init) ?? []
    if known.first == key { return Array(known.dropFirst()) }
    var faults = faultsOfLetters
    // Other faults of a digest are reported by themselves.
    for digest in site.digests where digest.faults.isEmpty { faults += try self.faults(of: digest) }
    try ledger.setNote(note, ([key] + faults).joined(separator: "\n"))
    return faults
  }

  private var faultsOfLetters: [String] {
    do {
      try LetterRenderer(site: site, templates: templates).rehearse()
      return []
    } catch {
      return ["\(Finding(rendering: "letters", error)) (no letter can be mailed)"]
    }
  }

  private func faults(of digest: Digest) throws -> [String] {
    let consequence = "(no issue of \(digest.name) can be mailed)"
    var faults: [String] = []
    do {
      try editionRenderer(for: digest).rehearse()
    } catch {
      faults.append("\(Finding(rendering: "digest.\(digest.name)", error)) \(consequence)")
    }
    guard let path = digest.intro else { return faults }
    switch try nextIntro(of: digest).intro {
    case .fault(let found): faults += found.map { "\($0) \(consequence)" }
    case .none where !FileManager.default.fileExists(atPath: parentFolder(of: path)):
      faults.append("\(path): there is no such folder (the next issue of \(digest.name) has no introduction)")
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

extension Finding {
  /// An error that rendering threw, with its position if it has one.
  package init(rendering what: String, _ error: any Error) {
    if let error = error as? TemplateError {
      self.init(error.path, line: error.line, column: error.column, error.sentence)
    } else {
      self.init("schedule.conf", "\(what): \(error)")
    }
  }
}
