internal import Delivery
internal import Model
internal import PublicPlace
internal import Text

/// After files were published: a command copies them to where readers see them, and another makes caches drop them.
extension PressRun {
  /// Called before files are confirmed or forgotten, so each change is reported by this run or a later one.
  ///
  /// - Parameter paths: with those of compressed copies.
  func recordChanges(_ paths: [String]) throws {
    guard !isRehearsal, !paths.isEmpty else { return }
    if case .command = site.publishing.place { try ledger.record(changes: paths, for: .copy) }
    guard site.publishing.purge != nil else { return }
    // Readers know a compressed copy by the URL of the file.
    let copies = Set(paths.map { $0 + ".gz" })
    try ledger.record(changes: paths.filter { !copies.contains($0) }, for: .purge)
  }

  /// Runs the commands. Returns whether readers see what was published; what caches do never keeps mail waiting.
  func tellChanges(_ report: inout RunReport) throws -> Bool {
    guard !isRehearsal else { return true }
    var isCopied = true
    try notePlace()
    if case .command(let text) = site.publishing.place {
      let command = ShellCommand(text, in: folder, limit: .seconds(600))
      isCopied = try tell(.copy, command, setting: "place", &report) { $0 }
    } else {
      try forgetChanges(for: .copy)
    }
    guard let text = site.publishing.purge else {
      try forgetChanges(for: .purge)
      return isCopied
    }
    guard isCopied else { return false }  // caches would only read the old files again
    let command = ShellCommand(text, in: folder, limit: .seconds(60))
    _ = try tell(.purge, command, setting: "purge", &report) { site.publicAddress(of: $0) }
    return isCopied
  }

  /// Returns false, with a problem in the report, if the command failed: the next run gives it the same lines, and more.
  private func tell(
    _ listener: PublicListener, _ command: ShellCommand, setting: String, _ report: inout RunReport,
    line: (String) -> String
  ) throws -> Bool {
    let paths = try ledger.changes(for: listener)
    if paths.isEmpty { return true }
    // A line break in a name would make two of one.
    let lines = paths.map(line).filter { !$0.contains(where: \.isNewline) }
    if let fault = command.fault(lines: lines, unless: { ways.stop.isRaised }) {
      let count = lines.count == 1 ? "1 change" : "\(lines.count) changes"
      report.fail(
        "schedule.conf: [public] \(setting): the command \(forDisplay(fault, atMost: 300)); the next run tries again "
          + "with \(count)", .waiting)
      return false
    }
    try ledger.end(changes: paths, for: listener)
    return true
  }

  /// A command that is new has copied nothing yet.
  private func notePlace() throws {
    let key = "public place"
    switch site.publishing.place {
    case .bucket: return  // the bucket notes itself
    case .folder:
      if try ledger.note(key) ?? "" != "" { try ledger.setNote(key, "") }
    case .command(let text):
      let identity = "command:" + text
      guard try ledger.note(key) != identity else { return }
      try ledger.record(changes: ledger.publishedFiles().keys.sorted(), for: .copy)
      try ledger.setNote(key, identity)
    }
  }

  /// The setting is gone.
  private func forgetChanges(for listener: PublicListener) throws {
    let paths = try ledger.changes(for: listener)
    if !paths.isEmpty { try ledger.end(changes: paths, for: listener) }
  }
}

extension Site {
  /// The URL at which readers find a file: that of its folder for an `index.html`.
  fileprivate func publicAddress(of path: String) -> String {
    let name = "index.html"
    let isIndex = path == name || path.hasSuffix("/" + name)
    return address(percentEncodedPath(isIndex ? String(path.dropLast(name.count)) : path))
  }
}
