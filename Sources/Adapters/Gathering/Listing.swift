package import Model

/// Every relevant file of a source, as it is in the folder now.
package struct Listing: Hashable, Sendable {
  /// Markdown files, in the order of their paths.
  package var articles: [ListedFile] = []
  /// Markdown files that are easy-to-read versions of articles, in the order of their paths.
  package var easy: [ListedFile] = []
  /// Images, sound, video and PDF files, in the order of their paths.
  package var assets: [ListedFile] = []
  /// Marker files, such as `_index.md`, which affect files next to them or below them, in the order of their paths.
  package var markers: [ListedFile] = []
  /// Files and folders that cannot be used.
  package var findings: [Finding] = []
  /// Paths of folders and files that exist but cannot be read now; empty for the site folder itself.
  package var closed: Set<String> = []
  /// The targets of symbolic links used as articles and assets, by path: an article hidden at
  /// the target is hidden here too.
  package var targets: [String: String] = [:]
  /// Symbolic links to folders, which are not entered.
  package var links: Set<String> = []

  package static let empty = Listing()

  package init() {}
}

extension Listing {
  /// Whether `path`, which is not listed, may still exist: it is in a folder that cannot be read.
  package func mayHold(_ path: String) -> Bool { Self.holds(path, in: closed) }

  /// Whether it consists of files alone, without anything that cannot be used.
  package var isSound: Bool { findings.isEmpty && closed.isEmpty && links.isEmpty && targets.isEmpty }

  /// The symbolic link in place of a folder above `path`.
  package func link(above path: String) -> String? { Self.above(path).first(where: links.contains) }

  private static func holds(_ path: String, in folders: Set<String>) -> Bool {
    !folders.isEmpty && (folders.contains("") || above(path).contains(where: folders.contains))
  }

  /// The path itself and the folders that contain it.
  private static func above(_ path: String) -> [String] {
    var folders = [path]
    while let end = folders.last?.lastIndex(of: "/") { folders.append(String(folders[folders.count - 1][..<end])) }
    return folders
  }
}

package struct ListedFile: Hashable, Sendable {
  /// Relative to the site folder, for example `articles/2026/mogad.md`.
  package let path: String
  package let stamp: FileStamp

  package init(path: String, stamp: FileStamp) {
    self.path = path
    self.stamp = stamp
  }
}

/// Changes when a file changes: a file with an equal stamp need not be read again.
///
/// Programs cannot set the change time, so a changed file is noticed even if a copy kept its size and modification
/// time, as `rsync -t` and `git checkout` may do.
package struct FileStamp: Hashable, Sendable {
  /// In bytes.
  package let size: Int64
  /// In nanoseconds since 1970.
  package let modified: Int64
  /// In nanoseconds since 1970.
  package let changed: Int64
  package let inode: UInt64

  package init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  /// Whether a change after `changed` is certain to show at `now`, both in nanoseconds since 1970: file systems count time in ticks
  /// (a few ms; up to two seconds on FAT and some network file systems, which leave the fraction at 0), and a file that changes
  /// within the tick in which it was read looks unchanged.
  package static func isSettled(_ changed: Int64, at now: Int64) -> Bool {
    let tick: Int64 = changed % 1_000_000_000 == 0 ? 2_500_000_000 : 50_000_000
    return changed < now - tick
  }

  /// A stamp that no file has.
  package static let unknown = FileStamp(size: 0, modified: 0, changed: 0, inode: 0)

  /// Parses ``text``.
  package init?(text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 4, let size = Int64(parts[0]), let modified = Int64(parts[1]), let changed = Int64(parts[2]),
      let inode = UInt64(parts[3])
    else { return nil }
    self.init(size: size, modified: modified, changed: changed, inode: inode)
  }

  /// `size modified changed inode` in decimal: equal strings mean equal stamps.
  package var text: String {
    var bytes: [UInt8] = []
    appendText(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends ``text``. Digit by digit, because every file of a site is compared by it in every run.
  package func appendText(to bytes: inout [UInt8]) {
    for (place, number) in [size, modified, changed].enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: " ")) }
      if number < 0 { bytes.append(UInt8(ascii: "-")) }
      Self.append(number.magnitude, to: &bytes)
    }
    bytes.append(UInt8(ascii: " "))
    Self.append(inode, to: &bytes)
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Parses what ``append(to:)`` wrote.
  init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count == 32 else { return nil }
    let numbers = (0..<4).map { place in
      bytes.dropFirst(8 * place).prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    self.init(
      size: Int64(bitPattern: numbers[0]), modified: Int64(bitPattern: numbers[1]),
      changed: Int64(bitPattern: numbers[2]), inode: numbers[3])
  }

  /// Appends its four numbers, eight bytes each.
  package func append(to bytes: inout [UInt8]) {
    for number in [UInt64(bitPattern: size), UInt64(bitPattern: modified), UInt64(bitPattern: changed), inode] {
      unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
  }
}

extension Listing {
  /// Keeps only data files that belong to a folder or to an article: other JSON files are not Courant's concern.
  mutating func keepUsefulMarkers() {
    guard markers.contains(where: { MarkerFile(name: parted($0.path).name) == .values }) else { return }
    let stems = Set(articles.map { stem(of: $0.path) })
    markers.removeAll { file in
      let (folder, name) = parted(file.path)
      guard MarkerFile(name: name) == .values, !name.lowercased().contains("11tydata"), !MarkerFile.isOfFolder(name)
      else {
        return false
      }
      return String(name.prefix { $0 != "." }) != parted(folder).name && !stems.contains(stem(of: file.path))
    }
  }
}
