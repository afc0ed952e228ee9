internal import Files
internal import Foundation
internal import Glibc
package import Time

/// The folder that a web server serves. A client never sees half a file, and unchanged bytes are not written, so that
/// their date and the ETag derived from it stay the same.
///
/// Relies on POSIX for `rename` within a file system: the name always refers to the old file or the new one.
package struct PublicFolder {
  package let root: String
  /// Permissions, regardless of the umask: a web server running as another user reads `public/`.
  let modes: (file: mode_t, folder: mode_t)
  /// Notes every path that is looked for; nil if nobody wants to know.
  let asked: AskedPaths?

  /// - Parameter isPrivate: whether the files contain readers' addresses or tokens, so that only
  ///   their owner may read them.
  package init(_ root: String, isPrivate: Bool = false, asked: AskedPaths? = nil) {
    self.root = root
    self.asked = asked
    modes = isPrivate ? (0o600, 0o700) : (0o644, 0o755)
  }

  /// A file could not be written: the disk is full, or the permissions are wrong.
  package struct Failure: PublishingFailure {
    let path: String
    let reason: Int32

    package var isForWantOfRoom: Bool { [ENOSPC, EDQUOT, EFBIG].contains(reason) }

    package var description: String {
      "cannot write \(path): \(String(cString: strerror(reason)))"
        + (isForWantOfRoom ? "; free space on the disk, then run again" : "")
    }
  }

  /// A file that belongs in the folder.
  package struct File {
    /// Relative.
    let path: String
    let bytes: [UInt8]
    /// The same bytes, compressed: stored next to the file as `path.gz`, with the same date.
    let compressed: [UInt8]?

    package init(path: String, bytes: [UInt8], compressed: [UInt8]? = nil) {
      self.path = path
      self.bytes = bytes
      self.compressed = compressed
    }
  }

  /// Writes `bytes` to `path` (relative), unless the file already has them. Returns whether it was written.
  package func write(_ bytes: [UInt8], to path: String) throws -> Bool {
    try !write([File(path: path, bytes: bytes)]).isEmpty
  }

  /// Writes the files that are missing or have different bytes. Returns their paths.
  ///
  /// First all bytes are synced to disk under temporary names, then each file gets its name, then the names are synced.
  /// So if this is interrupted at any point, each file is either old or new.
  package func write(_ files: [File]) throws -> [String] {
    let writing = try PublicWriting(self)
    for file in files { try writing.add(file) }
    return try writing.finish()
  }

  static let temporaryPrefix = ".courant-tmp-"

  /// Removes partly written files of runs that were killed. Call it only while holding the site's lock.
  package func sweep() {
    // An unreadable root is reported when it is written to.
    for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    where name.hasPrefix(Self.temporaryPrefix) {
      unlink(root + "/" + name)
    }
  }

  /// Removes a file, and any folders left empty by this.
  package func remove(_ path: String) throws -> Bool {
    guard unlink(root + "/" + path) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw Failure(path: path, reason: errno)
    }
    var folder = enclosingFolder(of: path)
    while !folder.isEmpty, rmdir(root + "/" + folder) == 0 { folder = enclosingFolder(of: folder) }
    return true
  }

  /// Nil if the file does not exist or cannot be read.
  package func read(_ path: String) -> [UInt8]? {
    asked?.note(path, in: root)
    return try? readFile(root + "/" + path)  // treated as missing: the file is then written, which reports the cause
  }

  package func exists(_ path: String) -> Bool {
    asked?.note(path, in: root)
    return access(root + "/" + path, F_OK) == 0
  }
}

extension PublicFolder: PublishingPlace {
  /// Enough to make syncing cheap, few enough that a killed run loses little work.
  package var most: Int { 4_096 }
  package var isOrdered: Bool { false }
  package var servesCompressed: Bool { true }

  package func prepare() { sweep() }

  package func batch() throws -> any PublishingBatch { try PublicWriting(self) }

  package func remove(_ paths: [String]) throws -> PublicRemoval {
    var removal = PublicRemoval()
    removal.removed = try paths.filter { try remove($0) }
    return removal
  }

  package func mayExist(_ path: String) -> Bool { exists(path) }

  package func names(in folder: String) -> [String]? {
    asked?.note(folder, in: root)
    return (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
  }

  /// When a file was written; nil if it does not exist.
  package func date(_ path: String) -> Instant? {
    asked?.note(path, in: root)
    let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + path)
    return (attributes?[.modificationDate] as? Date).map { Instant(seconds: Int64($0.timeIntervalSince1970)) }
  }
}
