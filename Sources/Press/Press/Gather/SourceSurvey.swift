internal import Gathering
internal import Cryptography
internal import Model

/// A source as it is now, compared with its record in the ledger.
struct SourceSurvey {
  struct File {
    let path: String
    let stamp: String
    let isSettled: Bool
  }

  let name: String
  /// Nil if `schedule.conf` no longer names it.
  let settings: SourceSettings?
  var source: FolderSource?
  let listing: Listing
  /// What hides the content of folders.
  private(set) var holds = Holds()
  private var hasLooked = false
  private var questions: [Finding] = []
  /// What the source looked like before it was listed; nil if that is not certain.
  let state: KnownState?
  /// Whether it was not listed, because it is as last time except for ``changed``, which hold known articles.
  let isPartial: Bool
  /// A fingerprint of the folder and the settings.
  var listingKey = ""
  /// Whether nothing has changed since the last complete gathering.
  var isUnchanged = false
  /// Files to read.
  private(set) var changed: [File] = []
  /// Whether none of ``changed`` is in the ledger.
  private(set) var isAllNew = true
  /// Whether one of ``changed`` is not in the ledger.
  private(set) var hasNew = false
  /// Records of earlier runs about files in ``changed``.
  private(set) var earlier = EarlierFiles()
  /// Paths that are in the ledger but no longer in the folder.
  private(set) var gone: [String] = []
  /// Findings about places that cannot be read, by path.
  private(set) var troubles: [String: [Finding]] = [:]

  init(_ source: FolderSource, _ settings: SourceSettings, state: KnownState?) throws(SourceUnavailable) {
    self.state = state
    isPartial = false
    name = settings.name
    self.settings = settings
    self.source = source
    listing = try source.listing()
  }

  /// - Parameters:
  ///   - listed: the fingerprint of the last complete gathering.
  ///   - key: as of the stamps.
  init(
    _ source: FolderSource, _ settings: SourceSettings, state: KnownState, changed: [ListedFile], since listed: String,
    key: String, at clock: Int64
  ) {
    self.state = state
    isPartial = true
    name = settings.name
    self.settings = settings
    self.source = source
    listing = .empty
    holds = source.holds(of: .empty).0
    isAllNew = false
    self.changed = changed.map { file in
      File(path: file.path, stamp: key + " " + file.stamp.text, isSettled: file.stamp.isSettled(at: clock))
    }
    let stamps = self.changed.map { "\($0.path) \($0.stamp)" }
    listingKey = lowercaseHex(sha256(([listed] + stamps).joined(separator: "\n").utf8))
  }

  init(retired name: String) {
    self.name = name
    state = nil
    isPartial = false
    settings = nil
    source = nil
    listing = .empty
  }

  /// Whether no file of the source affects how another is read or shown. Never certain of one that is unchanged.
  var isPlain: Bool { !isUnchanged && listing.isSound && holds.isEmpty && hasLooked }

  /// Determines what folders hide.
  mutating func look(_ record: (Concealment, Listing) throws -> Void) rethrows {
    guard let source else { return }
    hasLooked = true
    (holds, questions) = source.holds(of: listing)
    try record(holds.concealment(of: listing, source), listing)
  }

  /// - Parameters:
  ///   - known: path → stamp, as last read.
  ///   - key: changes when all files must be read again.
  ///   - clock: nanoseconds since 1970.
  mutating func compare(with known: [ExactText: String], key: String, at clock: Int64) {
    var count = 0
    var bytes: [UInt8] = []
    for file in listing.articles {
      let before = known[ExactText(file.path)]
      if before != nil { count += 1 }
      bytes.removeAll(keepingCapacity: true)
      bytes.append(contentsOf: key.utf8)
      bytes.append(UInt8(ascii: " "))
      file.stamp.appendText(to: &bytes)
      bytes.append(contentsOf: holds.key(above: file.path).utf8)
      if let before, before.utf8.count == bytes.count, before.utf8.elementsEqual(bytes) { continue }
      let found = File(
        path: file.path, stamp: String(decoding: bytes, as: UTF8.self), isSettled: file.stamp.isSettled(at: clock))
      if before == waitingStamp(of: found) { continue }
      changed.append(found)
      if let before { earlier.add(before, of: FilePlace(source: name, path: file.path)) }
    }
    let new = changed.count { known[ExactText($0.path)] == nil }
    isAllNew = new == changed.count
    hasNew = new > 0
    troubles = Dictionary(grouping: listing.findings + questions, by: \.path)
    if count < known.count {
      let there = Set((listing.articles.map(\.path) + troubles.keys).map { ExactText($0) })
      gone = Set(known.keys).subtracting(there).map(\.text).filter { !listing.mayHold($0) }.sorted()
    }
    closeLinks()
  }

  /// The stamp of a file that names a file which is not published: it is read again when anything in the source changes.
  func waitingStamp(of file: File) -> String { file.stamp + " waits " + listingKey.prefix(16) }

  /// A folder that was replaced by a symbolic link is not entered; its published files stay.
  private mutating func closeLinks() {
    for path in gone {
      guard let link = listing.link(above: path) else { continue }
      troubles[link] = [
        Finding(link, "this folder is a symbolic link, which is not followed; replace it with the folder itself")
      ]
    }
    gone.removeAll { listing.link(above: $0) != nil }
  }
}

extension SourceSurvey {
  /// The assets as they are now, and those that may exist but cannot be read.
  func assets(known: [ShelvedAsset]?, isHeld: Bool) -> [ShelvedAsset] {
    if isPartial { return known ?? [] }
    let listed = listing.assets.map { ShelvedAsset(path: $0.path, size: $0.stamp.size, stamp: $0.stamp.text) }
    let paths = Set(listed.map(\.path))
    let kept = (known ?? []).filter { asset in
      !paths.contains(asset.path)
        && (isHeld || listing.mayHold(asset.path) || listing.link(above: asset.path) != nil)
    }
    return listed + kept
  }
}

extension Listing {
  /// Identifies the state of the folder: its files with their stamps, one a line. One array, because there may be a million.
  ///
  /// - Parameter key: what the state is to be compared together with; comes first.
  func bytes(after key: String) -> [UInt8] {
    var bytes = Array(key.utf8)
    for files in [articles, easy, assets, markers] {
      for file in files {
        bytes += file.path.utf8
        bytes.append(0)
        file.stamp.append(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    for line in findings.map(\.description) + links.sorted() {
      bytes += line.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}

extension [ShelvedAsset] {
  /// A fingerprint of the assets.
  var key: String {
    lowercaseHex(sha256(map { "\($0.path)\u{0}\($0.stamp)" }.joined(separator: "\n").utf8))
  }
}

extension FileStamp {
  /// See ``isSettled(_:at:)``.
  fileprivate func isSettled(at nanoseconds: Int64) -> Bool { Self.isSettled(max(modified, changed), at: nanoseconds) }
}
