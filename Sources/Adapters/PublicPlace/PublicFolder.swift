internal import Files
internal import Foundation
internal import Glibc
package import Model

/// The folder that a web server serves. A poller never sees half a file, and bytes that did not change are not touched,
/// so their date and the ETag a server makes of it stay as they are.
///
/// Assumes what POSIX says of `rename` within a file system: the name means the old file or the new one, never none.
package struct PublicFolder {
  package let root: String
  /// What others may do, whatever the umask: a web server of another user reads `public/`.
  let modes: (file: mode_t, folder: mode_t)

  /// - Parameter isPrivate: what is written holds addresses or tokens of readers, and is for its owner alone.
  package init(_ root: String, isPrivate: Bool = false) {
    self.root = root
    modes = isPrivate ? (0o600, 0o700) : (0o644, 0o755)
  }

  /// A file could not be written: the disk is full, or the rights are wrong.
  package struct Failure: Error, CustomStringConvertible {
    let path: String
    let reason: Int32

    package var isForWantOfRoom: Bool { [ENOSPC, EDQUOT, EFBIG].contains(reason) }

    package var description: String {
      "cannot write \(path): \(String(cString: strerror(reason)))"
        + (isForWantOfRoom ? "; make room on the disk, then run again" : "")
    }
  }

  /// A file that is to stand in the folder.
  package struct File {
    /// Relative.
    let path: String
    let bytes: [UInt8]
    /// The same, compressed: it stands beside the file as `path.gz` and has its date.
    let compressed: [UInt8]?

    package init(path: String, bytes: [UInt8], compressed: [UInt8]? = nil) {
      (self.path, self.bytes, self.compressed) = (path, bytes, compressed)
    }
  }

  /// Writes `bytes` to `path` (relative) unless they are there already. Returns whether it wrote.
  package func write(_ bytes: [UInt8], to path: String) throws -> Bool {
    try !write([File(path: path, bytes: bytes)]).isEmpty
  }

  /// Writes those files that are not there already. Returns their paths.
  ///
  /// First all bytes are on the disk under temporary names, then each file gets its name, then the names are on the disk:
  /// whenever it ends early, each file is old or new.
  package func write(_ files: [File]) throws -> [String] {
    var writing = try PublicWriting(self)
    for file in files { try writing.add(file) }
    return try writing.finish()
  }

  static let temporaryPrefix = ".courant-tmp-"

  /// Takes away what runs that were killed left half written. Only under the lock of the site.
  package func sweep() {
    // A root that cannot be read will be told of when it is written to.
    for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    where name.hasPrefix(Self.temporaryPrefix) {
      unlink(root + "/" + name)
    }
  }

  /// Removes a file, and the folders that it leaves empty.
  package func remove(_ path: String) throws -> Bool {
    guard unlink(root + "/" + path) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw Failure(path: path, reason: errno)
    }
    var folder = (path as NSString).deletingLastPathComponent
    while !folder.isEmpty, rmdir(root + "/" + folder) == 0 {
      folder = (folder as NSString).deletingLastPathComponent
    }
    return true
  }

  /// Nil if there is no such file, or it cannot be read.
  package func read(_ path: String) -> [UInt8]? {
    try? readFile(root + "/" + path)  // as if there were none: it is then written, which says what is wrong
  }

  package func exists(_ path: String) -> Bool { access(root + "/" + path, F_OK) == 0 }
}

extension PublicFolder {
  /// When a file was written; nil if there is none.
  package func date(_ path: String) -> Instant? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + path)
    return (attributes?[.modificationDate] as? Date).map { Instant(seconds: Int64($0.timeIntervalSince1970)) }
  }
}
