internal import CSync
internal import Foundation
internal import Glibc

/// Some files on their way into a ``PublicFolder``: under temporary names until all of them are safe on the disk.
struct PublicWriting {
  private let folder: PublicFolder
  /// Temporary path, final path.
  private var waiting: [(temporary: String, target: String)] = []
  private var written: [String] = []
  private var folders = Set<String>()

  /// From so many files on the whole file system is synced once, and not each of them.
  private static let many = 200

  init(_ folder: PublicFolder) { self.folder = folder }

  mutating func add(_ file: PublicFolder.File) throws {
    let target = folder.root + "/" + file.path
    let isNew = !holds(file.bytes, target)
    if isNew {
      try put(file.bytes, target, like: nil)
      written.append(file.path)
    }
    guard let compressed = file.compressed, isNew || !holds(compressed, target + ".gz") else { return }
    // With the date of the file, so that a server gives both the same Last-Modified.
    try put(compressed, target + ".gz", like: isNew ? waiting[waiting.count - 1].temporary : target)
  }

  /// Returns the paths of the files that were written.
  mutating func finish() throws -> [String] {
    if waiting.isEmpty { return [] }
    try sync(waiting.map(\.temporary))
    while let (temporary, target) = waiting.first {
      guard rename(temporary, target) == 0 else { throw PublicFolder.Failure(path: target, reason: errno) }
      waiting.removeFirst()
    }
    try sync(folders.sorted())
    return written
  }

  /// Takes the temporary files away.
  func abandon() { for (temporary, _) in waiting { unlink(temporary) } }
}

extension PublicWriting {
  private mutating func put(_ bytes: [UInt8], _ target: String, like other: String?) throws {
    let parent = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])
    if folders.insert(parent).inserted { try makeFolder(parent) }
    let temporary = "\(folder.root)/\(PublicFolder.temporaryPrefix)\(getpid())-\(waiting.count)"
    waiting.append((temporary, target))
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw PublicFolder.Failure(path: temporary, reason: errno) }
    defer { close(file) }
    try write(bytes, file, temporary)
    guard let other else { return }
    var status = stat()
    guard stat(other, &status) == 0 else { throw PublicFolder.Failure(path: other, reason: errno) }
    let times = [status.st_mtim, status.st_mtim]
    guard futimens(file, times) == 0 else { throw PublicFolder.Failure(path: temporary, reason: errno) }
  }

  private func write(_ bytes: [UInt8], _ file: Int32, _ path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw PublicFolder.Failure(path: path, reason: errno) }
      rest = rest.dropFirst(written)
    }
  }

  private func holds(_ bytes: [UInt8], _ target: String) -> Bool {
    var status = stat()
    guard stat(target, &status) == 0, Int(status.st_size) == bytes.count,
      let data = FileManager.default.contents(atPath: target)
    else { return false }
    return data.elementsEqual(bytes)
  }

  private func makeFolder(_ path: String) throws {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw PublicFolder.Failure(path: path, reason: (error as NSError).underlyingPOSIXCode ?? errno)
    }
  }

  /// Waits until the disk has these files or folders.
  private func sync(_ paths: [String]) throws {
    for path in paths.count >= Self.many ? [folder.root] : paths {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw PublicFolder.Failure(path: path, reason: errno) }
      defer { close(file) }
      guard (paths.count >= Self.many ? syncfs(file) : fsync(file)) == 0 else {
        throw PublicFolder.Failure(path: path, reason: errno)
      }
    }
  }
}

extension NSError {
  fileprivate var underlyingPOSIXCode: Int32? {
    if domain == NSPOSIXErrorDomain { return Int32(code) }
    return (userInfo[NSUnderlyingErrorKey] as? NSError)?.underlyingPOSIXCode
  }
}
