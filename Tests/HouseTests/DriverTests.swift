import CourantTesting
import Foundation
import Testing

/// The rules of the ledger's seam (`docs/decisions/0047`).
@Suite struct DriverTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  @Test func onlyTheFolderOfSQLiteKnowsGRDB() throws {
    let files = try House.swiftFiles(in: Self.root + "/Sources")
    let importers = try files.filter { file in
      try repositoryText("Sources/" + file).contains(/(?m)^(?:\w+ )?import (?:\w+ )?GRDB/)
    }
    #expect(!importers.isEmpty)
    #expect(importers.filter { !$0.hasPrefix("Adapters/LedgerSQL/SQLite/") } == [])
  }
}
