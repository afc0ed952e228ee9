import CourantTesting
import Couriers
import Files
import Foundation
import LedgerSQL
import Model
import Office
import Press
import Testing
import Time

/// A folder of `Tests/Golden`: `site/`, `readers.csv`, `runs.txt` (one time per line), `edits/` and the expected result.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  let folder: String
  var testDescription: String { (folder as NSString).lastPathComponent }

  static let all: [GoldenCase] = {
    let tests = ((#filePath as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: tests + "/Golden")) ?? []
    return names.filter { !$0.contains(".") && ![SourceCase.folder, SpokenGoldenTests.folder].contains($0) }.sorted()
      .map { GoldenCase(folder: "\(tests)/Golden/\($0)") }
  }()

  /// Path → bytes: `public/` and `mail/` as they are after the last run, and `report.txt`.
  typealias Files = [String: Data]

  func expected() throws -> Files { try files(in: folder + "/expected") }

  /// Runs a copy of the site. Tokens and Message-IDs depend on the ledger's secret, so it is always the same.
  func produce() throws -> Files {
    let work = try TemporaryFolder()
    let site = work.path + "/site"
    try FileManager.default.createDirectory(atPath: work.path + "/out", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: folder + "/site", toPath: site)
    let ledger = try SQLLedger(path: work.path + "/ledger.sqlite", secret: [UInt8](repeating: 42, count: 32))
    var report = ""
    for (number, now) in try runs().enumerated() {
      try edit(site, beforeRun: number + 1)
      let opened = try OpenedSite(folder: site)
      if number == 0 { report += try enrol(in: ledger, opened, now) }
      let press = PressRun(
        opened, ledger: ledger, now: now, courier: { FolderCourier(folder: work.path + "/out/mail") })
      report += text(of: try press.run(), at: now)
    }
    try FileManager.default.moveItem(atPath: site + "/public", toPath: work.path + "/out/public")
    return try files(in: work.path + "/out").merging(["report.txt": Data(report.utf8)]) { $1 }
  }

  /// Makes the actual output the expectation.
  func write(_ produced: Files) throws {
    try? FileManager.default.removeItem(atPath: folder + "/expected")  // there is none in a new case
    for (path, bytes) in produced {
      let target = URL(fileURLWithPath: "\(folder)/expected/\(path)")
      try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: target)
    }
  }
}

extension GoldenCase {
  /// Copies the files of `edits/NUMBER` over the site; an empty file removes the one at its path.
  private func edit(_ site: String, beforeRun number: Int) throws {
    for (path, bytes) in try files(in: "\(folder)/edits/\(number)") {
      let target = URL(fileURLWithPath: site + "/" + path)
      if bytes.isEmpty {
        try FileManager.default.removeItem(at: target)
      } else {
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: target)
      }
    }
  }

  private func runs() throws -> [Instant] {
    try String(decoding: readFile(folder + "/runs.txt"), as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { .at(String($0)) }
  }

  private func enrol(in ledger: SQLLedger, _ opened: OpenedSite, _ now: Instant) throws -> String {
    guard let csv = try? readFile(folder + "/readers.csv") else { return "" }  // most cases have no readers
    let file = try SheetFile(csv, name: "readers.csv")
    let sheet = try SubscriberSheet(file, site: opened.site, options: .init(channel: "readers.csv"))
    let result = try sheet.enrol(in: ledger, at: now)
    let lines =
      result.notices.map { ": \($0)" } + result.faults.map { ":\($0.line): \($0.sentence)" } + [": \(result.summary)"]
    return lines.map { "readers.csv" + $0 + "\n" }.joined()
  }

  private func text(of report: RunReport, at now: Instant) -> String {
    let lines = report.problems + report.notices + [report.summary ?? "nothing was done"]
    return "\n\(now.rfc3339): exit code \(report.exitCode.rawValue)\n" + lines.map { $0 + "\n" }.joined()
  }
}

private func files(in folder: String) throws -> GoldenCase.Files {
  var files: GoldenCase.Files = [:]
  var isFolder: ObjCBool = false
  // Compressed bytes are another zlib's business; their contents are tested elsewhere.
  for path in FileManager.default.subpaths(atPath: folder) ?? [] where !path.hasSuffix(".gz") {
    let whole = folder + "/" + path
    guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder.boolValue else { continue }
    files[path] = Data(try readFile(whole))
  }
  return files
}
