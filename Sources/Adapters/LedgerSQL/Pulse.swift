internal import Files
internal import Glibc
internal import Model
internal import Synchronization

/// The progress of the ledger, in a one-line file next to it.
///
/// Each transaction increments a counter in the ledger (table `pulse`), and its process then writes the number here
/// with one `pwrite`, never synced, so that it adds nothing to the cost of a delivery round. The ledger is synced
/// first, so after any crash the number here is at most the ledger's. If it is greater, the ledger has lost
/// transactions: it was replaced by an old copy, or its -wal is gone.
final class Pulse: Sendable {
  struct Beat: Hashable, Sendable {
    /// Identifies the ledger: see ``SQLLedger/lineage``.
    var ledger: String
    var writes: Int64
    /// The number of runs begun. It is copied from the -wal into the database at once, so that the -wal of a different
    /// database cannot supply it.
    var runs: Int64
    /// The highest number of any delivery ever claimed.
    var claimed: Int64

    /// Of fixed length, so that it always overwrites the old line completely.
    var line: String {
      ([ledger] + [writes, runs, claimed].map(Self.padded)).joined(separator: " ") + "\n"
    }

    init(ledger: String, writes: Int64 = 0, runs: Int64 = 0, claimed: Int64 = 0) {
      self.ledger = ledger
      self.writes = writes
      self.runs = runs
      self.claimed = claimed
    }

    init?(line: String) {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count == 4, let writes = Int64(words[1]), let runs = Int64(words[2]), let claimed = Int64(words[3])
      else { return nil }
      self.init(ledger: String(words[0]), writes: writes, runs: runs, claimed: claimed)
    }

    private static func padded(_ number: Int64) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, 19 - digits.count)) + digits
    }
  }

  private let path: String
  private let beat: Mutex<Beat>

  /// The file at `path`; nil if there is none or it is invalid.
  static func read(_ path: String) -> Beat? {
    guard let bytes = try? readFile(path, most: 4096) else { return nil }  // treated as missing
    return Beat(line: String(decoding: bytes, as: UTF8.self))
  }

  /// Continues from `beat`.
  init(_ path: String, _ beat: Beat) {
    self.path = path
    self.beat = Mutex(beat)
  }

  /// Called when a transaction is durable. A failure to write here is harmless, because a lower number is never wrong.
  func noted(writes: Int64) {
    beat.withLock { beat in
      guard writes > beat.writes else { return }
      beat.writes = writes
      write(beat)
    }
  }

  /// Called before any of these deliveries may be sent.
  func noted(claimed: Int64) {
    beat.withLock { beat in
      guard claimed > beat.claimed else { return }
      beat.claimed = claimed
      write(beat)
    }
  }

  func noted(runs: Int64) {
    beat.withLock { beat in
      beat.runs = runs
      write(beat)
    }
  }

  /// The file is correct; only the claimed deliveries must be remembered.
  func goOn(claimed: Int64) { beat.withLock { $0.claimed = claimed } }

  /// Starts over; the numbers may be smaller than before.
  func begin(_ new: Beat) {
    beat.withLock { beat in
      beat = new
      write(beat, lowering: true)
    }
  }

  /// Keeps larger numbers that another process may have written, except when starting over. A failure to write is harmless: see
  /// ``noted(writes:)``.
  private func write(_ beat: Beat, lowering: Bool = false) {
    guard let file = try? LedgerFiles.open(path, O_RDWR | O_CREAT) else { return }
    defer { close(file) }
    guard flock(file, LOCK_EX) == 0 else { return }
    let line = Array((lowering ? beat : beat.joined(Self.read(file))).line.utf8)
    _ = pwrite(file, line, line.count, 0)
  }

  private static func read(_ file: Int32) -> Beat? {
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = pread(file, &bytes, bytes.count, 0)
    return count > 0 ? Beat(line: String(decoding: bytes.prefix(count), as: UTF8.self)) : nil
  }
}

extension Pulse.Beat {
  fileprivate func joined(_ other: Pulse.Beat?) -> Pulse.Beat {
    guard let other, other.ledger == ledger else { return self }
    return Pulse.Beat(
      ledger: ledger, writes: max(writes, other.writes), runs: max(runs, other.runs),
      claimed: max(claimed, other.claimed))
  }
}
