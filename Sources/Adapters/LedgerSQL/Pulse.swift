internal import Files
internal import Glibc
internal import Model
internal import Synchronization

/// How far the ledger has come, in a file of one line beside it.
///
/// Each transaction counts itself in the ledger (table `pulse`), and its process then writes the number here: one `pwrite`,
/// never synced, so that it costs a delivery round nothing. The number here is therefore at most that of the ledger,
/// whatever crashes: the ledger is synced first. If it is greater, the ledger has lost transactions: an old copy took its
/// place, or its -wal is gone.
final class Pulse: Sendable {
  struct Beat: Hashable, Sendable {
    /// Which ledger: see ``SQLiteLedger/lineage``.
    var ledger: String
    var writes: Int64
    /// The runs that have begun: a number that is moved out of the -wal at once, so that a -wal beside the wrong database
    /// cannot bring it along.
    var runs: Int64
    /// No delivery with a greater number was ever claimed.
    var claimed: Int64

    /// Always as long, so that a shorter one leaves nothing of a longer.
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

  /// What the file at `path` says; nil if there is none, or nothing of the kind is in it.
  static func read(_ path: String) -> Beat? {
    guard let bytes = try? readFile(path, most: 4096) else { return nil }  // as if there were none
    return Beat(line: String(decoding: bytes, as: UTF8.self))
  }

  /// Goes on from `beat`.
  init(_ path: String, _ beat: Beat) {
    self.path = path
    self.beat = Mutex(beat)
  }

  var claimed: Int64 { beat.withLock(\.claimed) }

  /// A transaction is durable. Whether it can be noted here decides nothing: a lower number is never wrong.
  func noted(writes: Int64) {
    beat.withLock { beat in
      guard writes > beat.writes else { return }
      beat.writes = writes
      write(beat)
    }
  }

  /// Before any of them may leave.
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

  /// The file is as it should be, and knows which deliveries were claimed.
  func goOn(claimed: Int64) { beat.withLock { $0.claimed = claimed } }

  /// The number may become smaller.
  func begin(_ new: Beat) {
    beat.withLock { beat in
      beat = new
      write(beat, lowering: true)
    }
  }

  /// Another process may have written greater numbers meanwhile: they stay, unless a loss was remembered. Whether it can be
  /// written decides nothing: see ``noted(writes:)``.
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
