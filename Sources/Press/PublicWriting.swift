internal import Foundation
internal import Glibc

/// Some files on their way into a ``PublicFolder``: under temporary names until all of them are safe on the disk.
struct PublicWriting {
  private let folder: PublicFolder
  /// Temporary path, final path.
  private var waiting: [(temporary: String, target: String)] = []
  private var written: [String] = []
  private var folders = Set<String>()
  /// Written but not safe yet. They stay open until then: a fault of the disk is told to those who have the file open.
  private var unsynced: [(file: Int32, path: String)] = []
  /// So many of them, since a process may not have many files open.
  private static let atOnce = 128

  init(_ folder: PublicFolder) { self.folder = folder }

  mutating func add(_ file: PublicFolder.File) throws {
    let target = folder.root + "/" + file.path
    // Also around a file that is there: a run that was killed may have named it and synced no folder.
    try makeFolder(of: target)
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
    try syncFiles()
    while let (temporary, target) = waiting.first {
      guard rename(temporary, target) == 0 else { throw PublicFolder.Failure(path: target, reason: errno) }
      waiting.removeFirst()
    }
    for folder in folders.sorted() { try sync(folder) }
    return written
  }

  /// Takes the temporary files away.
  func abandon() {
    for (file, _) in unsynced { close(file) }
    for (temporary, _) in waiting { unlink(temporary) }
  }
}

extension PublicWriting {
  private mutating func put(_ bytes: [UInt8], _ target: String, like other: String?) throws {
    let temporary = "\(folder.root)/\(PublicFolder.temporaryPrefix)\(getpid())-\(waiting.count)"
    waiting.append((temporary, target))
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw PublicFolder.Failure(path: temporary, reason: errno) }
    unsynced.append((file, temporary))
    try write(bytes, file, temporary)
    if let other { try date(file, like: other) }
    if unsynced.count >= Self.atOnce { try syncFiles() }
  }

  private func date(_ file: Int32, like other: String) throws {
    var status = stat()
    guard stat(other, &status) == 0, futimens(file, [status.st_mtim, status.st_mtim]) == 0 else {
      throw PublicFolder.Failure(path: other, reason: errno)
    }
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

  /// A folder's name is safe only when the folder around it is synced, so all those up to the root are.
  private mutating func makeFolder(of target: String) throws {
    var parent = target[..<(target.lastIndex(of: "/") ?? target.startIndex)]
    let nearest = String(parent)
    guard folders.insert(nearest).inserted else { return }
    try makeFolder(nearest)
    while parent.count > folder.root.count, let slash = parent.lastIndex(of: "/") {
      parent = parent[..<slash]
      folders.insert(String(parent))
    }
  }

  private func makeFolder(_ path: String) throws {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw PublicFolder.Failure(path: path, reason: (error as NSError).underlyingPOSIXCode ?? errno)
    }
  }

  /// Waits until the disk has what was written. The first wait mostly covers the rest: a journal is written as a whole.
  private mutating func syncFiles() throws {
    while let (file, path) = unsynced.first {
      guard fsync(file) == 0 else { throw PublicFolder.Failure(path: path, reason: errno) }
      close(file)
      unsynced.removeFirst()
    }
  }

  private func sync(_ folder: String) throws {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw PublicFolder.Failure(path: folder, reason: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw PublicFolder.Failure(path: folder, reason: errno) }
  }
}

extension NSError {
  fileprivate var underlyingPOSIXCode: Int32? {
    if domain == NSPOSIXErrorDomain { return Int32(code) }
    return (userInfo[NSUnderlyingErrorKey] as? NSError)?.underlyingPOSIXCode
  }
}
