package import Files
internal import Foundation
internal import Glibc

/// Files being written to a ``PublicFolder``: under temporary names until all of them are synced to disk.
///
/// A few files are synced one by one. For many, the whole file system is synced twice: before the first file gets its
/// name, and after the last one (docs/publishing.md). Files without a name are removed if this ends early.
package final class PublicWriting: PublishingBatch {
  private let root: PublicFolder.Root
  private let modes: (file: mode_t, folder: mode_t)
  /// Temporary path and final path, both relative to the root.
  private var waiting: [(temporary: String, target: String)] = []
  private var written: [String] = []
  private var folders: Set<String> = []
  /// The last folder, if it was created here: it has no other files.
  private var newFolder: String?
  /// Written but not synced. They stay open until then, because disk errors are reported only through an open file.
  private var unsynced: [(file: Int32, path: String)] = []
  /// Whether there are too many files to sync each one.
  private var areMany = false
  /// With more files than this, ``areMany`` is true.
  private static let few = 64
  private static let temporaryPrefix = "\(PublicFolder.temporaryPrefix)\(getpid())-"

  /// Creates the root if it does not exist.
  package init(_ folder: PublicFolder) throws {
    root = try PublicFolder.Root(folder.root, mode: folder.modes.folder)
    modes = folder.modes
  }

  deinit {
    for (file, _) in unsynced { close(file) }
    for (temporary, _) in waiting { unlinkat(root.descriptor, temporary, 0) }
  }

  package func add(_ file: PublicFolder.File) throws {
    // Needed even for an existing file: a run that was killed may have renamed it without syncing the folder.
    try makeFolder(of: file.path)
    let isNew = isInNewFolder(file.path) || !root.holds(file.bytes, file.path)
    if isNew {
      try put(file.bytes, file.path, like: nil)
      written.append(file.path)
    }
    guard let compressed = file.compressed, isNew || !root.holds(compressed, file.path + ".gz") else { return }
    // With the date of the file, so that a server sends the same Last-Modified for both.
    try put(compressed, file.path + ".gz", like: isNew ? waiting[waiting.count - 1].temporary : file.path)
  }

  /// Copies a file unless it already exists with the same bytes. After a throw nothing of the copy is left, and an
  /// existing file is unchanged.
  package func copy(_ file: borrowing OpenFile, to path: String) throws {
    try makeFolder(of: path)
    if !isInNewFolder(path), root.holds(copyOf: file, path) { return }
    let opened = unsynced.count
    let waited = waiting.count
    do {
      let copy = try create(path)
      try root.copy(file, to: copy, path)
    } catch {
      discard(opened: opened, waited: waited)
      throw error
    }
    if areMany { closeFiles() }
    written.append(path)
  }

  /// Returns the paths of the written files.
  package func finish() throws -> [String] {
    if areMany { try root.syncAll() } else { try syncFiles() }
    for (done, (temporary, target)) in waiting.enumerated() {
      guard renameat(root.descriptor, temporary, root.descriptor, target) == 0 else {
        let failure = root.failure(target)
        waiting.removeFirst(done)
        throw failure
      }
    }
    waiting = []
    if areMany { try root.syncAll() } else { try syncFolders() }
    return written
  }
}

extension PublicWriting {
  private func put(_ bytes: [UInt8], _ target: String, like other: String?) throws {
    let file = try create(target)
    try root.write(bytes[...], file, target)
    if let other { try root.date(file, like: other) }
    if areMany { closeFiles() }
  }

  /// Creates an empty file under a temporary name.
  private func create(_ target: String) throws -> Int32 {
    let temporary = "\(Self.temporaryPrefix)\(waiting.count)"
    let file = openat(root.descriptor, temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, modes.file)
    guard file >= 0 else { throw root.failure(target) }
    fchmod(file, modes.file)
    waiting.append((temporary, target))
    unsynced.append((file, target))
    areMany = areMany || unsynced.count > Self.few
    return file
  }

  /// Removes files created since these counts.
  private func discard(opened: Int, waited: Int) {
    for (file, _) in unsynced[opened...] { close(file) }
    for (temporary, _) in waiting[waited...] { unlinkat(root.descriptor, temporary, 0) }
    unsynced.removeSubrange(opened...)
    waiting.removeSubrange(waited...)
  }

  private func closeFiles() {
    for (file, _) in unsynced { close(file) }
    unsynced = []
  }

  /// Creates a folder and its parents, each once.
  private func makeFolder(of path: String) throws {
    let folder = enclosingFolder(of: path)
    guard !folder.isEmpty, folders.insert(folder).inserted else { return }
    try makeFolder(of: folder)
    let isNew = mkdirat(root.descriptor, folder, modes.folder) == 0
    guard isNew || errno == EEXIST else { throw root.failure(folder) }
    if isNew { fchmodat(root.descriptor, folder, modes.folder, 0) }
    newFolder = isNew ? folder + "/" : nil
  }

  private func isInNewFolder(_ path: String) -> Bool { newFolder.map { path.utf8.starts(with: $0.utf8) } ?? false }

  /// Waits until the files are on disk. The first wait mostly covers the rest, because a file system's journal is
  /// written as a whole.
  private func syncFiles() throws {
    for (file, path) in unsynced {
      guard fsync(file) == 0 else { throw root.failure(path) }
    }
    closeFiles()
  }

  /// A folder's name is on disk only when its parent is synced, so all of them are.
  private func syncFolders() throws {
    for folder in folders.sorted() + ["."] {
      let file = openat(root.descriptor, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard file >= 0 else { throw root.failure(folder) }
      defer { close(file) }
      guard fsync(file) == 0 else { throw root.failure(folder) }
    }
  }
}
