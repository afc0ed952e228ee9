internal import Glibc
internal import Model

/// Lists a folder and all below it, one folder open at a time.
///
/// Folders that are symbolic links are not entered, so there are no loops; files that are symbolic links count if they
/// lead to a file inside the site folder. This is the part of a run that always happens: one `fstatat` a file.
struct FolderWalk {
  private let site: SiteRoot
  private var listing = Listing()
  private var pending: [String]

  /// `folder` is relative to the site folder; empty means all of it.
  init(_ folder: String, in site: SiteRoot) { (self.site, pending) = (site, [folder]) }

  consuming func run() -> Listing {
    let source = pending[0]
    while let folder = pending.popLast() { list(folder, isTop: folder == source) }
    listing.articles.sort { $0.path < $1.path }
    listing.assets.sort { $0.path < $1.path }
    listing.marks.sort { $0.path < $1.path }
    listing.keepTellingMarks()
    listing.findings.sort()
    return listing
  }
}

extension FolderWalk {
  private mutating func list(_ folder: String, isTop: Bool) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (isTop ? 0 : O_NOFOLLOW)
    let descriptor = unsafe open(site.absolute(folder), flags)
    guard descriptor >= 0 else { return report(folder, "this folder cannot be opened: \(lastError()).") }
    guard let stream = unsafe fdopendir(descriptor) else {
      return report(folder, "this folder cannot be listed: \(lastError()).")
    }
    defer { unsafe closedir(stream) }
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe UnsafeRawPointer(entry).advanced(by: nameOffset).assumingMemoryBound(to: CChar.self)
      if unsafe name[0] != 0x2E { unsafe take(name, type: entry.pointee.d_type, of: descriptor, in: folder, isTop) }
      errno = 0
    }
    if errno != 0 { report(folder, "this folder cannot be listed: \(lastError()).") }
  }

  @unsafe private mutating func take(
    _ bytes: UnsafePointer<CChar>, type: UInt8, of descriptor: Int32, in folder: String, _ isTop: Bool
  ) {
    let written = unsafe String(validatingCString: bytes)
    let name = unsafe written ?? String(cString: bytes)  // repaired, to be shown
    let kind = FileKind(name: name)
    let isMark = FolderMark(name: name) != nil
    guard kind != nil || isMark || type == DT_DIR || type == DT_UNKNOWN else { return }
    var status = stat()
    if type != DT_DIR, unsafe fstatat(descriptor, bytes, &status, AT_SYMLINK_NOFOLLOW) != 0 { return }  // gone by now
    let isFolder = type == DT_DIR || status.st_mode & S_IFMT == S_IFDIR
    guard isFolder || kind != nil || isMark else { return }
    let path = folder.isEmpty ? name : folder + "/" + name
    guard written != nil, !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      return report(path, "this name is not plain text in UTF-8; rename it.")
    }
    if isFolder {
      if !(folder.isEmpty && SiteRoot.generated.contains(name)) { pending.append(path) }
    } else if status.st_mode & S_IFMT != S_IFLNK || site.follow(path, &status) {
      guard status.st_mode & S_IFMT == S_IFREG else { return }
      if isMark { listing.marks.append(ListedFile(path: path, stamp: FileStamp(status))) }
      if let kind { take(path, kind, status, isReadMe: isTop && name.lowercased() == "readme.md") }
    }
  }

  private mutating func take(_ path: String, _ kind: FileKind, _ status: stat, isReadMe: Bool) {
    let file = ListedFile(path: path, stamp: FileStamp(status))
    switch kind {
    case .article: if !isReadMe { listing.articles.append(file) }
    case .asset: listing.assets.append(file)
    }
  }

  private mutating func report(_ path: String, _ sentence: String) {
    listing.findings.append(Finding(printable(path.isEmpty ? "." : path), sentence))
  }
}

private let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
