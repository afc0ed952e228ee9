import CourantTesting
import Foundation
import GRDB
@testable import LedgerSQL
import Model
import Synchronization

/// A ledger in a file. A crash copies the files as they are into a new folder, where the next ledgers are opened.
final class SQLiteHouse: LedgerHouse {
  private let folder: TemporaryFolder
  private var crashes = 0
  /// Connections that a crash leaves behind stay open, because closing one would write.
  private var opened: [SQLLedger] = []

  private let log = StatementLog()

  init() throws { folder = try TemporaryFolder() }

  private var place: String { "\(folder.path)/\(crashes)" }
  private var path: String { place + "/courant.sqlite" }

  func open() throws -> any Ledger & Sendable { try openLedger() }

  func openLedger() throws -> SQLLedger {
    let ledger = try SQLLedger(path: path)
    let log = log
    (ledger.database as? SQLiteDatabase)?.queue.inDatabase { database in
      database.trace { event in
        if case .statement(let statement) = event { log.add(statement.sql) }
      }
    }
    opened.append(ledger)
    return ledger
  }

  func pass(_ time: Duration) {}

  /// The statements that the ledgers have run, as prepared.
  var statements: Set<String> { log.all }

  /// Without the -shm file, which SQLite recreates: after a crash of the machine it would not exist.
  func crash() throws {
    let killed = place
    crashes += 1
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    for file in try FileManager.default.contentsOfDirectory(atPath: killed) where !file.hasSuffix("-shm") {
      try FileManager.default.copyItem(atPath: "\(killed)/\(file)", toPath: "\(place)/\(file)")
    }
  }
}

/// Written by a trace.
private final class StatementLog: Sendable {
  private let log = Mutex<Set<String>>([])

  var all: Set<String> { log.withLock { $0 } }

  func add(_ text: String) { log.withLock { _ = $0.insert(text) } }
}
