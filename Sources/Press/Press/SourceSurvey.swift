internal import Gathering
internal import Crypto
internal import Model

/// A source as it lies in its folder now, beside what the ledger knows of it.
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
  /// What holds back what lies in folders.
  private(set) var holds = Holds()
  private var questions: [Finding] = []
  /// One text for one state of the folder and the settings.
  var mark = ""
  /// Whether nothing changed since the last complete gathering.
  var isUnchanged = false
  /// Files to read.
  private(set) var changed: [File] = []
  /// Whether the ledger knows none of ``changed``.
  private(set) var isAllNew = true
  /// What earlier runs said of files in ``changed``.
  private(set) var earlier = EarlierFiles()
  /// Paths that the ledger knows and the folder no longer holds.
  private(set) var gone: [String] = []
  /// What is wrong with places that cannot be looked at, by path.
  private(set) var troubles: [String: [Finding]] = [:]

  init(_ source: FolderSource, _ settings: SourceSettings) throws(SourceUnavailable) {
    name = settings.name
    self.settings = settings
    self.source = source
    listing = try source.listing()
  }

  init(retired name: String) {
    self.name = name
    settings = nil
    source = nil
    listing = .empty
  }

  /// Looks what is held back by folders.
  mutating func look(_ record: (Concealment, Listing) throws -> Void) rethrows {
    guard let source else { return }
    (holds, questions) = source.holds(of: listing)
    try record(holds.concealment(of: listing, source), listing)
  }

  /// - Parameters:
  ///   - known: path → stamp, as last read.
  ///   - key: changes when all files are to be read again.
  ///   - clock: nanoseconds since 1970.
  mutating func compare(with known: [ExactText: String], key: String, at clock: Int64) {
    let files = listing.articles.map { file in
      File(
        path: file.path, stamp: key + " " + file.stamp.text + holds.key(above: file.path),
        isSettled: file.stamp.isSettled(at: clock))
    }
    changed = files.filter { known[ExactText($0.path)] != $0.stamp }
    isAllNew = changed.allSatisfy { known[ExactText($0.path)] == nil }
    for file in changed {
      guard let stamp = known[ExactText(file.path)] else { continue }
      earlier.add(stamp, of: FilePlace(source: name, path: file.path))
    }
    troubles = Dictionary(grouping: listing.findings + questions, by: \.path)
    let there = Set((files.map(\.path) + troubles.keys).map { ExactText($0) })
    gone = Set(known.keys).subtracting(there).map(\.text).filter { !listing.mayHold($0) }.sorted()
    closeLinks()
  }

  /// A folder in whose place there is a symbolic link is not entered; what was published from it stays.
  private mutating func closeLinks() {
    for path in gone {
      guard let link = listing.link(above: path) else { continue }
      troubles[link] = [
        Finding(link, "this folder is a symbolic link, which is not entered; put the folder itself in its place")
      ]
    }
    gone.removeAll { listing.link(above: $0) != nil }
  }
}

extension SourceSurvey {
  /// The assets as they are now, and those that may be there though they cannot be looked at.
  func assets(known: [ShelvedAsset]?, isHeld: Bool) -> [ShelvedAsset] {
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
  /// One text for one state of the folder.
  var text: String {
    let lines = (articles + assets + marks).map { "\($0.path)\u{0}\($0.stamp.text)" } + findings.map(\.description)
    return (lines + links.sorted()).joined(separator: "\n")
  }
}

extension [ShelvedAsset] {
  /// Stands for the assets as they are.
  var key: String {
    lowercaseHex(sha256(map { "\($0.path)\u{0}\($0.stamp)" }.joined(separator: "\n").utf8))
  }
}

extension FileStamp {
  /// Whether a later change is sure to give another stamp: file systems count time in ticks (a few ms; FAT and some
  /// network file systems, which leave the fraction at 0, up to two seconds), and a file that changed within the tick
  /// in which it was read looks unchanged.
  fileprivate func isSettled(at nanoseconds: Int64) -> Bool {
    let tick: Int64 = changed % 1_000_000_000 == 0 ? 2_500_000_000 : 50_000_000
    return max(modified, changed) + tick < nanoseconds
  }
}
