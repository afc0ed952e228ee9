internal import Foundation
internal import Glibc

/// The folder that a web server serves. A poller never sees half a file, and bytes that did not change are not touched,
/// so their date and the ETag a server makes of it stay as they are.
///
/// Assumes what POSIX says of `rename` within a file system: the name means the old file or the new one, never none.
package struct PublicFolder {
  let root: String

  package init(_ root: String) { self.root = root }

  /// A file could not be written: the disk is full, or the rights are wrong.
  package struct Failure: Error, CustomStringConvertible {
    let path: String
    let reason: Int32

    package var description: String {
      "cannot write \(path): \(String(cString: strerror(reason)))"
        + (reason == ENOSPC || reason == EDQUOT ? "; make room on the disk, then run again" : "")
    }
  }

  /// Writes `bytes` to `path` (relative) unless they are there already. Returns whether it wrote.
  package func write(_ bytes: [UInt8], to path: String) throws -> Bool {
    let target = root + "/" + path
    if holds(bytes, target) { return false }
    let folder = (target as NSString).deletingLastPathComponent
    try makeFolder(folder)
    let temporary = root + "/\(Self.temporaryPrefix)\(getpid())"
    do {
      try put(bytes, temporary)
      guard rename(temporary, target) == 0 else { throw Failure(path: target, reason: errno) }
      try sync(folder)
    } catch {
      unlink(temporary)
      throw error
    }
    return true
  }

  private static let temporaryPrefix = ".courant-tmp-"

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
    FileManager.default.contents(atPath: root + "/" + path).map { Array($0) }
  }

  package func exists(_ path: String) -> Bool { access(root + "/" + path, F_OK) == 0 }

  private func holds(_ bytes: [UInt8], _ target: String) -> Bool {
    var status = stat()
    guard stat(target, &status) == 0, Int(status.st_size) == bytes.count,
      let data = FileManager.default.contents(atPath: target)
    else { return false }
    return data.elementsEqual(bytes)
  }

  private func makeFolder(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(path: folder, reason: (error as NSError).underlyingPOSIXCode ?? errno)
    }
  }

  /// Writes the bytes and waits until the disk has them.
  private func put(_ bytes: [UInt8], _ path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure(path: path, reason: errno) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Failure(path: path, reason: errno) }
      rest = rest.dropFirst(written)
    }
    guard fsync(file) == 0 else { throw Failure(path: path, reason: errno) }
  }

  private func sync(_ folder: String) throws {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(path: folder, reason: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw Failure(path: folder, reason: errno) }
  }
}

extension NSError {
  fileprivate var underlyingPOSIXCode: Int32? {
    if domain == NSPOSIXErrorDomain { return Int32(code) }
    return (userInfo[NSUnderlyingErrorKey] as? NSError)?.underlyingPOSIXCode
  }
}
