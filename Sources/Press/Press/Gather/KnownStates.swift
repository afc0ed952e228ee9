internal import Foundation
internal import Gathering
internal import Cryptography
internal import Model

/// The state of a source, together with all else that gathering it depends on.
struct KnownState {
  /// While it is the same, there is nothing to gather.
  let fingerprint: String
  /// The part of it that is not about files.
  let context: String
  let entries: FolderEntries
}

/// What is noted of the states in which sources were gathered completely.
extension PressRun {
  private static func state(of source: String) -> String { "state of \(source)" }
  private static func files(of source: String) -> String { "files of \(source)" }

  /// If more files changed, the source is listed.
  private static let mostChanged = 100

  /// Nil if it cannot be relied on.
  func state(of source: FolderSource, _ settings: SourceSettings, _ readingKey: [String]) -> KnownState? {
    guard let state = source.state(at: .wallClock) else { return nil }
    let key = Self.key(of: settings, source.generatorKey, readingKey)
    let fingerprint = { lowercaseHex(sha256("\($0) \(key)\(standingKey)".utf8)) } as (String) -> String
    return KnownState(
      fingerprint: fingerprint(state.fingerprint), context: fingerprint(state.context), entries: state.entries)
  }

  /// Whether the source was in this state when it was last gathered completely.
  func isKept(_ state: KnownState, of source: String) throws -> Bool {
    guard let note = try ledger.note(Self.state(of: source)), let listed = try ledger.listingKey(of: source) else {
      return false
    }
    return note == "\(listed) \(state.fingerprint)"
  }

  /// The source without listing it, if only files of known articles changed since it was last gathered completely, and nothing else
  /// depends on them. Otherwise nil.
  ///
  /// Each changed file must account for one that is gone: the one with its path and the stamp on record. So none was added, removed
  /// or renamed.
  func part(
    of source: FolderSource, _ settings: SourceSettings, _ state: KnownState, _ readingKey: [String]
  ) throws -> SourceSurvey? {
    let name = settings.name
    guard let listed = try ledger.listingKey(of: name), let note = try ledger.note(Self.files(of: name)),
      let numbers = Self.numbers(in: note, after: "\(listed) \(state.context) "),
      let changes = state.entries.changes(since: numbers, most: Self.mostChanged), !changes.entries.isEmpty
    else { return nil }
    let key = Self.key(of: settings, source.generatorKey, readingKey)
    let files = changes.entries.map { ListedFile(path: source.path(ofEntry: $0.path), stamp: $0.stamp) }
    let stamps = try ledger.stamps(of: name, at: files.map(\.path))
    let before = zip(changes.entries, files).map { entry, file in
      Self.stamp(stamps[ExactText(file.path)], after: key).map { FolderEntries.number(of: entry.path, $0) }
    }
    guard Set(before) == Set(changes.gone.map(Optional.some)), try ledger.assets(of: name) != nil,
      try !ledger.hasUnsettledFiles(of: name, key: key)
    else { return nil }
    return SourceSurvey(source, settings, state: state, changed: files, since: listed, key: key, at: .wallClock)
  }

  /// The stamp of a file on which no other depends, and which depends on no other.
  private static func stamp(_ recorded: String?, after key: String) -> FileStamp? {
    guard let recorded, recorded.hasPrefix(key + " ") else { return nil }
    return FileStamp(text: String(recorded.dropFirst(key.count + 1)))
  }

  /// From now on, these sources are known by the states they were in before they were listed, together with their records in the
  /// ledger, which a later gathering may undo.
  func keepStates(of gathered: [SourceSurvey]) throws {
    for survey in gathered {
      guard let state = survey.state, let listed = try ledger.listingKey(of: survey.name) else { continue }
      try ledger.setNote(Self.state(of: survey.name), "\(listed) \(state.fingerprint)")
      if survey.isPartial || survey.isPlain {
        let numbers = Self.text(state.entries.numbers)
        try ledger.setNote(Self.files(of: survey.name), "\(listed) \(state.context) \(numbers)")
      }
    }
  }

  // MARK: - Numbers in notes: eight bytes each, the highest first, in Base64

  private static func text(_ numbers: [UInt64]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 8)
    for number in numbers {
      for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    return Data(bytes).base64EncodedString()
  }

  private static func numbers(in note: String, after beginning: String) -> [UInt64]? {
    guard note.utf8.starts(with: beginning.utf8),
      let data = Data(base64Encoded: String(note.dropFirst(beginning.count))), data.count % 8 == 0
    else { return nil }
    let bytes = [UInt8](data)
    return stride(from: 0, to: bytes.count, by: 8).map { start in
      bytes[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
  }
}
