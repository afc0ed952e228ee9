import Bounces
import CSV
import Model
import Settings

/// Whatever reads bytes that somebody else wrote. Each may refuse them; none may trap, hang, or touch foreign memory.
///
/// A new one needs a case here, its module among the target's dependencies in Package.swift, and seeds in `Tools/fuzz.sh`.
enum ForeignParser: String, CaseIterable {
  case bounces
  case unsubscribes
  /// A server's words, as the judge of refusals reads them.
  case refusals
  case toml
  case yaml
  case csv

  func read(_ bytes: [UInt8]) {
    switch self {
    case .bounces: _ = BounceReader.read(bytes)
    case .unsubscribes: _ = UnsubscribeRequest.tokens(in: bytes)
    case .toml: readSettings(bytes) { text throws(SettingError) in try readTOML(text) }
    case .yaml: readSettings(bytes) { text throws(SettingError) in try readYAML(text) }
    case .csv: readRows(bytes)
    case .refusals: _ = RefusalSubject(status: "5.1.1", words: String(decoding: bytes, as: UTF8.self))
    }
  }
}

extension ForeignParser {
  /// Whatever is reported about a mistake is short and names a place inside the file.
  private func readSettings(_ bytes: [UInt8], _ read: (String) throws(SettingError) -> SettingTable) {
    do throws(SettingError) {
      _ = try read(try fileText(bytes))
    } catch {
      precondition(error.sentence.utf8.count < 600, error.sentence)
      guard let mark = error.mark else { return }
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      precondition((1...lines.count).contains(mark.line), "\(mark)")
      precondition((1...lines[mark.line - 1].count + 1).contains(mark.column), "\(mark)")
    }
  }

  /// Every field that is read can be written.
  private func readRows(_ bytes: [UInt8]) {
    for row in CSVReader(bytes) {
      if case .success(let row) = row { _ = csvLine(row.fields) }
    }
  }
}
