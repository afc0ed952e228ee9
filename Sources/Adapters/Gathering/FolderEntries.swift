/// The files in some folders and below them, each with a number that changes whenever its name or its stamp does.
///
/// Kept as ``FolderState`` reads them, because in most runs nobody asks.
package struct FolderEntries: Sendable {
  private struct Folder {
    /// Empty for the first one, otherwise `/sub`.
    let path: String
    /// Of each file: its name, a zero, its type, and the stamp if it is no folder.
    let bytes: [UInt8]
    /// Where each file ends in ``bytes``.
    let ends: [Int]
  }

  /// A file with a number that was not there before.
  package struct Entry: Hashable, Sendable {
    /// `/sub/name`.
    package let path: String
    package let stamp: FileStamp
  }

  /// What changed among the files.
  package struct Changes: Sendable {
    /// Only regular files whose names are plain text.
    package let entries: [Entry]
    /// The numbers that are no longer there, as many as ``entries``.
    package let gone: Set<UInt64>
  }

  private var folders: [Folder] = []
  /// What could not be read.
  private var faults: [String] = []

  package init() {}

  mutating func add(_ folder: String, _ bytes: [UInt8], ends: [Int]) {
    folders.append(Folder(path: folder, bytes: bytes, ends: ends))
  }

  mutating func add(fault: String) { faults.append(fault) }

  /// Ascending.
  package var numbers: [UInt64] {
    var numbers = faults.map { Self.number($0.utf8, after: Self.basis) }
    for folder in folders {
      let basis = Self.basis(of: folder.path)
      var start = 0
      for end in folder.ends {
        numbers.append(Self.number(folder.bytes[start..<end], after: basis))
        start = end
      }
    }
    return numbers.sorted()
  }

  /// Nil if files were added or removed, if something other than a regular file changed, or if more than `most` files changed.
  ///
  /// - Parameter numbers: ``numbers`` as they were before.
  package func changes(since numbers: [UInt64], most: Int) -> Changes? {
    let now = self.numbers
    guard now.count == numbers.count else { return nil }
    let gone = Self.missing(from: now, of: numbers)
    let new = Set(Self.missing(from: numbers, of: now))
    guard new.count == gone.count, new.count <= most else { return nil }
    let entries = entries(numbered: new)
    return entries.count == gone.count ? Changes(entries: entries, gone: Set(gone)) : nil
  }

  /// Those of `some` that `others` lacks; both ascending.
  private static func missing(from others: [UInt64], of some: [UInt64]) -> [UInt64] {
    var missing: [UInt64] = []
    var position = 0
    for number in some {
      while position < others.count, others[position] < number { position += 1 }
      if position == others.count || others[position] != number { missing.append(number) }
    }
    return missing
  }

  private func entries(numbered wanted: Set<UInt64>) -> [Entry] {
    var entries: [Entry] = []
    for folder in folders {
      let basis = Self.basis(of: folder.path)
      var start = 0
      for end in folder.ends {
        let bytes = folder.bytes[start..<end]
        start = end
        if wanted.contains(Self.number(bytes, after: basis)), let entry = Self.entry(bytes, in: folder.path) {
          entries.append(entry)
        }
      }
    }
    return entries
  }

  private static let regular = UInt8(8)  // S_IFREG >> 12

  private static func entry(_ bytes: ArraySlice<UInt8>, in folder: String) -> Entry? {
    guard let end = bytes.firstIndex(of: 0), let name = String(validating: bytes[..<end], as: UTF8.self) else {
      return nil
    }
    let rest = bytes[(end + 1)...]
    guard rest.first == regular, let stamp = FileStamp(bytes: rest.dropFirst()) else { return nil }
    return Entry(path: folder + "/" + name, stamp: stamp)
  }

  /// The number of a regular file.
  ///
  /// - Parameter path: `/sub/name`.
  package static func number(of path: String, _ stamp: FileStamp) -> UInt64 {
    let (folder, name) = parted(path)
    var bytes = Array(name.utf8)
    bytes += [0, regular]
    stamp.append(to: &bytes)
    return number(bytes, after: basis(of: folder))
  }

  // FNV-1a: numbers are compared with those of the same folder only, and nobody gains anything from two that are equal.

  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func basis(of folder: String) -> UInt64 { number([0], after: number(folder.utf8, after: basis)) }

  private static func number(_ bytes: some Sequence<UInt8>, after basis: UInt64) -> UInt64 {
    bytes.reduce(basis) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
