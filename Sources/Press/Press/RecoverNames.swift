internal import Model

/// Names that changed since the ledger was copied.
extension PressRun {
  /// Nothing is restored until the names are settled: readers would stay under a name that is never mailed, and the
  /// name they should have would be taken.
  func refuseIfNamesDiffer(_ missing: Missing) throws {
    let sentences = try oldNames(missing.renames) + strandedReaders(missing)
    if !sentences.isEmpty { throw RecoveryError(sentences: sentences) }
  }

  /// If the settings were also restored, they have the old names.
  private func oldNames(_ renames: [LostRename]) -> [String] {
    renames.compactMap { rename in
      let new = renames.name(of: rename.old)
      guard names(rename.old), !names(new) else { return nil }
      let file = if case .feed = new { "feeds/\(rename.old.name).toml" } else { "schedule.conf" }
      return "\(file): the \(rename.old) has got the name \(new.name) by `courant rename`; give it that name here too"
    }
  }

  private func names(_ name: ReaderFacingName) -> Bool {
    switch name {
    case .digest(let name): site.digest(name) != nil
    case .feed(let name): site.feeds.contains { $0.name.text == name }
    }
  }

  /// Readers of a digest that the settings do not name, and issues of a digest that is not in the ledger.
  private func strandedReaders(_ missing: Missing) throws -> [String] {
    let moved = Set(missing.renames.map(\.old))
    let followings = try ledger.followings().filter { !moved.contains(.digest($0.key)) }
    let orphans = try Orphans(followings, site: site, retired: ledger.retired())
    let known = Set(missing.renames.map { missing.renames.name(of: $0.old) })
    let fresh = try Set(missing.issues.map(\.digest)).filter { digest in
      try site.digest(digest) != nil && !known.contains(.digest(digest)) && ledger.nextNumber(of: digest) == 1
    }
    guard !orphans.digests.isEmpty, !fresh.isEmpty else { return [] }
    return OrphanSentences(orphans, fresh: fresh.sorted(), site: site).digests.map(\.description)
  }
}
