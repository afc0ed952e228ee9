package import Model
internal import Time

/// Exchanges renames between the ledger and its journal. Each has a number in the journal; the note `renames` is the
/// number of the last one in the ledger.
extension SQLLedger {
  package func lostRenames() throws -> [LostRename] {
    guard let account = try outsideJournal?.account() else { return [] }
    return try read { try Self.lost(account, $0).map(\.rename) }
  }

  package func name(ofDigestOnce old: String) throws -> String? {
    let known = try read { db in
      try db.text(orNil: "SELECT digest FROM issue WHERE frozen_as = \(old) ORDER BY wall_time DESC LIMIT 1")
    }
    let renames = try outsideJournal?.account().renames.compactMap(\.rename) ?? []
    let name = renames.name(ofDigest: known ?? old)
    return name == old ? nil : name
  }

  /// Before a rename: whether the ledger has all earlier ones.
  func expectAllRenames(_ db: any SQLConnection) throws {
    guard let journal else { return }
    if try Self.loss(db) != nil, try !Self.lost(journal.account(), db).isEmpty {
      throw LedgerError("the ledger lacks names that were changed since it was copied; run `courant recover` first")
    }
    try dropUnmade(in: journal, db)
  }

  /// Called before the transaction ends, so that a ledger without the rename is known to lack it.
  func journal(_ rename: LostRename, at now: Instant, _ db: any SQLConnection) throws {
    let last = try journal?.account().renames.compactMap(\.number).max() ?? 0
    let number = try max(last, Int(Self.number("renames", db))) + 1
    try Self.setNote("renames", "\(number)", db)
    try journal?.append([Journal.Line(rename, number: number, at: now)])
  }

  /// Repeats the renames that are missing from the ledger. One that cannot be repeated, because the new name already has
  /// issues, is skipped; the next run then reports the readers who get no mail.
  func repeatRenames(_ account: Journal.Account, at now: Instant, _ db: any SQLConnection) throws -> [LostRename] {
    let lost = try Self.lost(account, db)
    guard let last = lost.map(\.number).max() else { return [] }
    let repeated = try lost.map(\.rename).filter { try Self.repeatRename($0, at: now, db) }
    try Self.setNote("renames", "\(last)", db)
    return repeated
  }

  private static func lost(
    _ account: Journal.Account, _ db: any SQLConnection
  ) throws -> [(number: Int, rename: LostRename)] {
    let known = try Int(number("renames", db))
    return account.renames.compactMap { line in
      guard let rename = line.rename, let number = line.number, number > known else { return nil }
      return (number, rename)
    }
  }

  /// Renames that were never made: the ledger still has the old name.
  static func unmadeRenames(_ account: Journal.Account, _ db: any SQLConnection) throws -> [Journal.Line] {
    let lost = Set(try lost(account, db).map(\.number))
    return try account.renames.filter { line in
      guard let number = line.number, lost.contains(number) else { return false }
      return switch line.rename?.old {
      case .digest(let old): try isKnown(digest: old, db)
      case .feed(let old): try isKnown(feed: old, db)
      case nil: false
      }
    }
  }

  /// False if there was nothing to rename.
  private static func repeatRename(_ rename: LostRename, at now: Instant, _ db: any SQLConnection) throws -> Bool {
    switch (rename.old, rename.new) {
    case (.digest(let old), .digest(let new)):
      guard try isKnown(digest: old, db) else { return false }
      do {
        _ = try self.rename(digest: old, to: new, db)
        return true
      } catch is RenameError {
        return false  // see `repeatRenames`
      }
    case (.feed(let old), .feed(let new)):
      guard let old = Feed.Name(old), let new = Feed.Name(new) else { return false }
      let isPublished = try db.bool("SELECT EXISTS (SELECT 1 FROM feed WHERE folder = \("feeds/\(old)/"))")
      return try self.rename(feed: old, to: new, at: now, db) > 0 || isPublished
    default:
      return false
    }
  }

  /// Whether anyone follows it, or it was published and was not replaced by another.
  private static func isKnown(feed: String, _ db: any SQLConnection) throws -> Bool {
    let isCurrent = try db.bool(
      "SELECT EXISTS (SELECT 1 FROM feed WHERE folder = \("feeds/\(feed)/") AND successor IS NULL)")
    if isCurrent { return true }
    return try db.texts("SELECT DISTINCT feeds FROM subscription").contains { ",\($0),".contains(",\(feed),") }
  }

  private static func isKnown(digest: String, _ db: any SQLConnection) throws -> Bool {
    try db.bool(
      """
      SELECT EXISTS (SELECT 1 FROM subscription WHERE digest = \(digest))
        OR EXISTS (SELECT 1 FROM slot WHERE digest = \(digest))
        OR EXISTS (SELECT 1 FROM departure WHERE digest = \(digest))
        OR EXISTS (SELECT 1 FROM digest WHERE name = \(digest))
      """)
  }
}

extension Journal.Line {
  fileprivate init(_ rename: LostRename, number: Int, at now: Instant) {
    self.init()
    renamed = rename.old.kind
    old = rename.old.name
    new = rename.new.name
    self.number = number
    at = now.seconds
  }

  fileprivate var rename: LostRename? {
    guard let old, let new else { return nil }
    return switch renamed {
    case "digest": LostRename(.digest(old), to: .digest(new))
    case "feed": LostRename(.feed(old), to: .feed(new))
    default: nil
    }
  }
}
