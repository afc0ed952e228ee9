internal import Glibc
internal import Model

/// Lists a folder and everything below it, with one folder open at a time.
///
/// Folders that are symbolic links are not entered, so there are no loops; Courant's own folders are not entered
/// either. A symbolic link counts as the file it leads to if ``SiteRoot`` follows it; otherwise it is reported. Every
/// run does this: one `fstatat` per file.
struct FolderWalk {
  private let site: SiteRoot
  private var listing = Listing()
  private var pending: [String]
  /// The source's folder.
  private let source: String
  private let exclusion: Exclusion
  /// Kinds of unread files already reported, with their folders.
  private var unread = Set<String>()
  /// Files that are published only in the folder of an article.
  private var bundled: [ListedFile] = []

  /// `folder` is relative to the site folder; empty for the whole site folder.
  init(_ folder: String, in site: SiteRoot, excluding exclusion: Exclusion) {
    self.site = site
    self.exclusion = exclusion
    source = folder
    pending = [folder]
  }

  consuming func run() -> Listing {
    while let folder = pending.popLast() { list(folder, isTop: folder == source) }
    listing.articles.sortByPath()
    listing.easy.sortByPath()
    if !bundled.isEmpty { listing.assets += bundled.filter(isInBundle(below: source)) }
    listing.assets.sortByPath()
    listing.markers.sortByPath()
    listing.keepUsefulMarkers()
    listing.findings.sort()
    return listing
  }
}

extension FolderWalk {
  /// Whether a file is in the folder of an article or below it: `post/index.md`, or Hexo's `post/` next to `post.md`.
  private func isInBundle(below source: String) -> (ListedFile) -> Bool {
    var bundles = Set<String>()
    for article in listing.articles {
      let (folder, name) = parted(article.path)
      bundles.insert(isIndexName(name) ? folder : stem(of: article.path))
    }
    bundles.remove(source)
    return { file in foldersAbove(file.path).contains(where: bundles.contains) }
  }

  private mutating func list(_ folder: String, isTop: Bool) {
    let descriptor = site.openFolder(folder)
    if descriptor < 0, [ENOENT, EPERM].contains(errno), !isTop { return }  // deleted since, or Courant's own
    guard descriptor >= 0 else { return close(folder, errno, "this folder cannot be opened", isTop) }
    guard let stream = unsafe fdopendir(descriptor) else {
      return close(folder, errno, "this folder cannot be listed", isTop)
    }
    defer { unsafe closedir(stream) }
    let error = unsafe forEachEntry(of: stream) { name, type in
      if unsafe name[0] != 0x2E || isMeta(name) { unsafe add(name, type: type, of: descriptor, in: folder, isTop) }
    }
    if error != 0 { close(folder, error, "this folder cannot be listed", isTop) }
  }

  /// MkDocs's `.meta.yml`, the one file that is read though its name begins with a dot.
  private func isMeta(_ name: UnsafePointer<CChar>) -> Bool {
    unsafe strcmp(name, ".meta.yml") == 0 || strcmp(name, ".meta.yaml") == 0
  }

  /// Everything below an unreadable folder stays published; a folder that was deleted after its name was read is empty.
  private mutating func close(_ path: String, _ error: Int32, _ sentence: String, _ isTop: Bool) {
    if !isTop, error == ENOENT || error == ENOTDIR { return }
    listing.closed.insert(path)
    let reason = unsafe String(cString: strerror(error))
    report(path, "\(sentence): \(reason); its published files stay until it can be read")
  }

  @unsafe private mutating func add(
    _ name: UnsafePointer<CChar>, type: UInt8, of descriptor: Int32, in folder: String, _ isTop: Bool
  ) {
    let entry = unsafe FolderEntry(name, in: folder)
    // Files hidden by a marker file stay hidden.
    if !exclusion.isEmpty, !entry.isMarker, exclusion.holds(inside(entry.path)) { return }
    if entry.kind == nil, type == DT_LNK {
      listing.links.insert(entry.path)
      if unsafe isFolder(name, of: descriptor) { noteLinkedFolder(entry.path) }
    }
    if entry.kind == nil, type == DT_REG, !isTop || !entry.name.lowercased().hasPrefix("readme.") {
      noteUnread(entry.name, entry.path)
    }
    guard entry.isRead || type == DT_DIR || type == DT_UNKNOWN else { return }
    var status = stat()
    if type != DT_DIR, unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0 {
      if entry.isRead { close(entry.path, errno, "this file cannot be examined", false) }
      return  // deleted since
    }
    let isFolder = type == DT_DIR || status.st_mode & S_IFMT == S_IFDIR
    guard isFolder || entry.isRead else { return }
    guard entry.isPlain else { return report(entry.path, "this name is not plain UTF-8 text; rename it") }
    if isFolder { return pending.append(entry.path) }
    if entry.isMarker { addMarker(entry.path, status) }
    guard let kind = entry.kind, !(kind == .article && isTop && entry.isReadme) else { return }
    addFile(entry.path, kind, status)
  }

  /// Relative to the source's folder.
  private func inside(_ path: String) -> String {
    String(path.utf8.dropFirst(source.isEmpty ? 0 : source.utf8.count + 1)) ?? path
  }

  private mutating func noteLinkedFolder(_ path: String) {
    let sentence = "this folder is a symbolic link, which is not followed; replace it with the folder itself"
    listing.findings.append(Finding(printable(path), sentence, weight: .notice))
  }

  /// A link counts as the file it leads to.
  private mutating func addFile(_ path: String, _ kind: FileKind, _ status: stat) {
    do throws(UnreadableFile) {
      let judged = try site.judged(status, of: path)
      if status.st_mode & S_IFMT == S_IFLNK { listing.targets[path] = site.target(ofLink: path) }
      add(path, kind, judged)
    } catch {
      if error.isPassing { listing.closed.insert(path) }
      report(path, error.sentence)
    }
  }

  /// An unread text file is reported, once per folder and kind.
  private mutating func noteUnread(_ name: String, _ path: String) {
    guard let ending = FileKind.unreadEnding(of: name) else { return }
    let folder = parted(path).folder
    let files = (folder.isEmpty ? "" : folder + "/") + "*." + ending
    guard HiddenPlace.hidingFolder(above: inside(path)) == nil, unread.insert(files).inserted else { return }
    let sentence = "files of this kind are not read; to publish them, write Markdown in files named *.md"
    listing.findings.append(Finding(printable(files), sentence, weight: .notice))
  }

  /// A marker file behind a link that is not followed is kept: it cannot be read, and so
  /// hides everything it may be about.
  private mutating func addMarker(_ path: String, _ status: stat) {
    guard [S_IFREG, S_IFLNK].contains(status.st_mode & S_IFMT) else { return }
    let judged = (try? site.judged(status, of: path)) ?? status
    listing.markers.append(ListedFile(path: path, stamp: FileStamp(judged)))
  }

  private mutating func add(_ path: String, _ kind: FileKind, _ status: stat) {
    let file = ListedFile(path: path, stamp: FileStamp(status))
    switch kind {
    case .article where FileKind.isEasyVersion(path): listing.easy.append(file)
    case .article: listing.articles.append(file)
    case .bundled where status.st_size > FolderSource.maxAssetBytes: break
    case .bundled: bundled.append(file)
    case .asset where status.st_size > FolderSource.maxAssetBytes: report(path, UnreadableFile.largeAsset.sentence)
    case .asset: listing.assets.append(file)
    }
  }

  /// Whether a link leads to a folder.
  @unsafe private func isFolder(_ link: UnsafePointer<CChar>, of descriptor: Int32) -> Bool {
    var status = stat()
    return unsafe fstatat(descriptor, link, &status, 0) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private mutating func report(_ path: String, _ sentence: String) {
    listing.findings.append(Finding(printable(path.isEmpty ? "." : path), sentence))
  }
}

/// A name in a folder, and what follows from it alone.
private struct FolderEntry {
  /// Repaired, for display, if it is not UTF-8.
  let name: String
  let path: String
  /// Whether the name is UTF-8 without control characters.
  let isPlain: Bool
  let kind: FileKind?
  let isMarker: Bool

  @unsafe init(_ bytes: UnsafePointer<CChar>, in folder: String) {
    let written = unsafe String(validatingCString: bytes)
    name = unsafe written ?? String(cString: bytes)
    path = folder.isEmpty ? name : folder + "/" + name
    isPlain = written != nil && !name.utf8.contains { $0 < 0x20 || $0 == 0x7F }
    kind = FileKind(name: name)
    isMarker = MarkerFile(name: name) != nil
  }

  var isRead: Bool { kind != nil || isMarker }

  var isReadme: Bool { name.utf8.count == 9 && name.lowercased() == "readme.md" }
}
