internal import Foundation
internal import Glibc
internal import Model

/// `var/courant.journal`: what must outlive the ledger. It records issues, departures, suppressions and renames, but
/// never turns. Append-only, one JSON object per line, synced; a line torn by a power failure is ignored.
///
/// Its first line contains the site's secret, without which its hashes would be useless to a new ledger. So it is as
/// confidential as the ledger itself.
///
/// It is written only inside a transaction of the ledger, whose lock keeps all other processes from writing to it.
struct Journal: Sendable {
  let path: String

  struct Line: Codable, Hashable {
    var secret: String?
    /// The digest's name when the issue was frozen; `digest` is its current name if that differs.
    var issue: String?
    var number: Int?
    var slot: String?
    var due: Int64?
    var identity: String?
    var subject: String?
    var readers: Int?
    var articles: [String]?
    /// Keyed hashes of addresses: see `SQLLedger.hash(of:)`.
    var left: String?
    var back: String?
    var never: String?
    var lifted: String?
    var digest: String?
    var reason: String?
    var at: Int64?
    /// Whether the departure or the suppression is part of a change of address.
    var moved: Bool?
    /// The kind of the renamed thing: `digest` or `feed`. `number` counts the renames of a ledger, from 1.
    var renamed: String?
    var old: String?
    var new: String?
  }

  /// The combined meaning of all lines, under the digests' final names.
  struct Account {
    var secret: String?
    /// In the order of the file.
    var issues: [Line] = []
    /// In the order of the file.
    var renames: [Line] = []
    var departures: [Departure: Line] = [:]
    var suppressions: [String: Line] = [:]

    struct Departure: Hashable {
      let hash: String
      let digest: String
    }

    mutating func add(_ line: Line) {
      if let secret = line.secret { self.secret = secret }
      if line.issue != nil { issues.append(line) }
      if let hash = line.left, let digest = line.digest { departures[.init(hash: hash, digest: digest)] = line }
      if let hash = line.back, let digest = line.digest { departures[.init(hash: hash, digest: digest)] = nil }
      if let hash = line.never { suppressions[hash] = line }
      if let hash = line.lifted { suppressions[hash] = nil }
      if line.renamed != nil { add(rename: line) }
    }

    private mutating func add(rename line: Line) {
      renames.append(line)
      guard line.renamed == "digest", let old = line.old, let new = line.new else { return }
      for place in issues.indices where (issues[place].digest ?? issues[place].issue) == old {
        issues[place].digest = new
      }
      for (departure, left) in departures where departure.digest == old {
        departures[departure] = nil
        departures[.init(hash: departure.hash, digest: new)] = left.under(new)
      }
    }

    /// Without suppressions for bounces. A line is written before its transaction ends: if the run is
    /// killed in between, the ledger lacks the refusal that proved a mailbox gone, and the next refusal
    /// suppresses the address again.
    var withoutBounces: Account {
      var account = self
      account.suppressions = suppressions.filter { $0.value.reason != "bounce" }
      return account
    }
  }

  /// Reads the last `tail` bytes, or everything; empty if there is no journal.
  func account(tail: UInt64 = .max, without unmade: Unmade = Unmade()) throws(LedgerError) -> Account {
    var account = Account()
    let decoder = JSONDecoder()
    for text in try bytes(tail: tail).split(separator: UInt8(ascii: "\n")) {
      // A torn line, or one of a newer version. Its content is also in the ledger, or lost in both.
      guard let line = try? decoder.decode(Line.self, from: text), !unmade.renames.contains(line) else { continue }
      account.add(line)
    }
    for hash in unmade.suppressions { account.suppressions[hash] = nil }
    for departure in unmade.departures { account.departures[departure] = nil }
    return account
  }

  /// In bytes; 0 if there is no journal.
  var size: Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Appends lines and waits until they are on the disk.
  func append(_ lines: [Line]) throws(LedgerError) {
    if lines.isEmpty { return }
    let file = try LedgerFiles.open(path, O_RDWR | O_CREAT | O_APPEND)
    defer { close(file) }
    try write(try Self.bytes(lines, afterTornLine: endsTorn(file)), to: file)
  }

  /// Replaces all lines.
  func replace(with lines: [Line]) throws(LedgerError) {
    let draft = path + ".new"
    unlink(draft)
    let file = try LedgerFiles.open(draft, O_WRONLY | O_CREAT | O_EXCL)
    defer { close(file) }
    try write(try Self.bytes(lines, afterTornLine: false), to: file)
    guard rename(draft, path) == 0 else { throw failure }
  }

  /// The site's secret, from the first line; nil if there is no journal, or if it was begun before the first run.
  var secret: String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }  // only read
    guard let head = try? file.read(upToCount: 1024) else { return nil }
    let first = head.split(separator: UInt8(ascii: "\n")).first ?? Data()
    return try? JSONDecoder().decode(Line.self, from: first).secret  // nil if the line is torn or a different one
  }
}

extension Journal.Line {
  /// The same departure, from a digest that now has a different name.
  fileprivate func under(_ digest: String) -> Journal.Line {
    var line = self
    line.digest = digest
    return line
  }
}

extension Journal {
  private var failure: LedgerError { LedgerError("cannot write \(path): \(String(cString: strerror(errno)))") }

  private func bytes(tail: UInt64) throws(LedgerError) -> Data {
    guard access(path, F_OK) == 0 else { return Data() }
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }  // only read
      let end = try file.seekToEnd()
      try file.seek(toOffset: end > tail ? end - tail : 0)
      return try file.readToEnd() ?? Data()
    } catch {
      throw LedgerError("cannot read \(path): \(error.localizedDescription)")
    }
  }

  private func endsTorn(_ file: Int32) -> Bool {
    var last: UInt8 = 0
    let end = lseek(file, 0, SEEK_END)
    return end > 0 && pread(file, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
  }

  private static func bytes(_ lines: [Line], afterTornLine isTorn: Bool) throws(LedgerError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes: [UInt8] = isTorn ? [UInt8(ascii: "\n")] : []
    do {
      for line in lines { bytes += try encoder.encode(line) + [UInt8(ascii: "\n")] }
    } catch {
      throw LedgerError("cannot write a line of the journal: \(error)")
    }
    return bytes
  }

  private func write(_ bytes: [UInt8], to file: Int32) throws(LedgerError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + done, $0.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure }
      done += count
    }
    guard fsync(file) == 0 else { throw failure }
  }
}
