internal import Files
internal import Glibc
internal import Model

/// Lists `static/` and everything below it, with one folder open at a time. Symbolic links and special files are refused.
struct StaticWalk {
  private let root: SiteRoot
  private var found = StaticFiles()
  private var pending = [StaticFolder.name]

  init(_ root: SiteRoot) { self.root = root }

  consuming func run() -> StaticFiles {
    while let folder = pending.popLast() { list(folder) }
    found.files.sort { $0.path < $1.path }
    found.findings.sort()
    return found
  }
}

extension StaticWalk {
  private mutating func list(_ folder: String) {
    let descriptor = root.openFolder(folder)
    if descriptor < 0, errno == ENOENT { return }  // deleted since its name was read
    guard descriptor >= 0 else { return close(folder, errno) }
    guard let stream = unsafe fdopendir(descriptor) else {
      let reason = errno
      Glibc.close(descriptor)
      return close(folder, reason)
    }
    defer { unsafe closedir(stream) }
    let error = unsafe forEachEntry(of: stream) { name, _ in unsafe add(name, of: descriptor, in: folder) }
    if error != 0 { close(folder, error) }
  }

  private mutating func close(_ folder: String, _ reason: Int32) {
    found.closed.insert(folder)
    let words = unsafe String(cString: strerror(reason))
    report(folder, "this folder cannot be read: \(words); its published files stay until it can be")
  }

  @unsafe private mutating func add(_ bytes: UnsafePointer<CChar>, of descriptor: Int32, in folder: String) {
    let written = unsafe String(validatingCString: bytes)
    let name = unsafe StaticName(written ?? String(cString: bytes))
    if name.isLeftover { return }
    let path = folder + "/" + name.text
    guard written != nil, name.isPlain else { return report(path, "this name is not plain UTF-8 text; rename it") }
    guard !name.isHidden(in: folder) else { return report(path, StaticName.whyHidden, weight: .warning) }
    var status = stat()
    guard unsafe fstatat(descriptor, bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }  // deleted since
    add(path, status)
  }

  private mutating func add(_ path: String, _ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: pending.append(path)
    case S_IFREG: addFile(path, status)
    case S_IFLNK: report(path, "is a symbolic link, which is not followed; replace it with what it leads to")
    default: report(path, "is not a regular file, so it cannot be published; remove it")
    }
  }

  private mutating func addFile(_ path: String, _ status: stat) {
    do throws(UnreadableFile) {
      _ = try root.judged(status, of: path)
    } catch {
      return report(path, error.sentence)
    }
    guard status.st_size <= FolderSource.maxAssetBytes else { return report(path, UnreadableFile.largeAsset.sentence) }
    let inside = String(path.utf8.dropFirst(StaticFolder.name.utf8.count + 1)) ?? path
    let open: @Sendable () throws(UnreadableFile) -> OpenFile = { [root] () throws(UnreadableFile) in
      try root.openPlain(path)
    }
    found.files.append(StaticFiles.File(path: inside, stamp: FileStamp(status), open: open))
  }

  private mutating func report(_ path: String, _ sentence: String, weight: Finding.Weight = .fault) {
    found.findings.append(Finding(printable(path), sentence, weight: weight))
  }
}
