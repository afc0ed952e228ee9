import CourantTesting
import Foundation
import LedgerSQL
import Testing

/// Only the owner of the ledger can read addresses and the site's secret, with any umask.
@Suite struct PrivateFilesTests {
  private func modes(_ folder: TemporaryFolder) throws -> [String: Int] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/var")
    let paths = ["var"] + files.map { "var/" + $0 }
    let modes = try paths.map { path in
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + path)
      return (path, (attributes[.posixPermissions] as? Int) ?? 0)
    }
    return Dictionary(uniqueKeysWithValues: modes)
  }

  private let expected = [
    "var": 0o700, "var/courant.sqlite": 0o600, "var/courant.sqlite-wal": 0o600, "var/courant.sqlite-shm": 0o600,
    "var/courant.sqlite.lock": 0o600, "var/courant.journal": 0o600, "var/courant.pulse": 0o600,
  ]

  @Test func aNewLedgerIsForItsOwnerAlone() throws {
    let folder = try TemporaryFolder()
    let ledger = try SQLLedger(path: folder.path + "/var/courant.sqlite")
    _ = try ledger.beginRun(at: .at("2026-11-23T07:00:05Z"))
    _ = try ledger.withRunLock {}
    #expect(try modes(folder) == expected)
    #expect(ledger.exposed == [])
  }

  @Test func anExposedLedgerIsCorrectedAndSaysWhatWasOpen() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/var/courant.sqlite"
    do {
      let ledger = try SQLLedger(path: path)
      _ = try ledger.beginRun(at: .at("2026-11-23T07:00:05Z"))
      _ = try ledger.withRunLock {}
    }
    for (file, mode) in [("var", 0o755), ("var/courant.sqlite", 0o644), ("var/courant.journal", 0o660)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path + "/" + file)
    }
    let found = [
      "\(folder.path)/var is 0755", "\(path) is 0644", "\(folder.path)/var/courant.journal is 0660",
    ]
    #expect(LedgerFiles(ledger: path).exposed == found)
    let ledger = try SQLLedger(path: path)
    #expect(ledger.exposed == found)
    try ledger.setNote("k", "v")
    #expect(try modes(folder) == expected)
    #expect(LedgerFiles(ledger: path).exposed == [])
  }
}
