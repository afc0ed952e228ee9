internal import Files
internal import Glibc
internal import Markdown
internal import Model
internal import Synchronization
internal import Text

/// The folder of a source, which no path may leave. Paths are relative to the site folder.
///
/// A path is checked when the file is opened: component by component, none of which may be a symbolic link. So a link
/// that replaces a file after the folder was listed is not followed. A link is followed only to a file of its
/// source that is itself published.
struct SiteRoot: Sendable {
  /// Why a source has no articles.
  enum Absence { case notThere, courantsOwn }

  /// Relative to the site folder; empty for the whole site folder.
  private let source: String
  /// The source's folder with symbolic links resolved; nil if it does not exist.
  let realSource: String?
  /// Nil if the source's folder exists.
  let absence: Absence?
  private let secrets: PrivateFiles
  /// Courant's own folders, which every run writes to. Absolute.
  let ownFolders: [String]
  private let lastFolder = LastFolder()

  /// - Parameter root: the absolute path of the site folder.
  init(_ root: String, source: String, of site: Site) {
    self.source = source
    secrets = PrivateFiles(of: site, in: root)
    ownFolders = [root + "/public", root + "/var"]
    let folder = realPath(source.isEmpty ? root : root + "/" + source)
    guard let realRoot = realPath(root), let folder, isPath(folder, in: realRoot), isFolder(folder) else {
      realSource = nil
      absence = .notThere
      return
    }
    let isOwn = secrets.hold(folder, below: realRoot)
    (realSource, absence) = isOwn ? (nil, .courantsOwn) : (folder, nil)
  }

  /// The files that the settings name and that are never published, wherever they are.
  var namesOfSecrets: [String] { secrets.named }

  /// The bytes of an article.
  func read(_ path: String) throws(UnreadableFile) -> [UInt8] {
    let file = try open(path)
    do throws(FileFault) {
      return try file.bytes(most: MarkdownDocument.maxBytes)
    } catch .tooLong {
      throw .tooLong
    } catch {
      throw UnreadableFile("this file cannot be read: \(error)", isPassing: true)
    }
  }

  /// Opens a regular file of the source.
  func open(_ path: String) throws(UnreadableFile) -> OpenFile {
    guard let inside = inside(path) else { throw .outside(source) }
    var descriptor = openStrictly(inside)
    if descriptor < 0, errno == ELOOP || errno == ENOTDIR {
      descriptor = openStrictly(try target(of: inside))
      // A link has replaced it since.
      if descriptor < 0, errno == ELOOP || errno == ENOTDIR { throw .outside(source) }
    }
    guard descriptor >= 0 else {
      if errno == EPERM { throw .secret }
      throw UnreadableFile(
        errno == ENOENT ? "this file does not exist" : "this file cannot be opened: \(lastError())", isPassing: true)
    }
    guard let file = OpenFile(owning: descriptor) else { throw .notAFile }
    if secrets.holds(file.status) { throw .secret }
    return file
  }

  /// Like ``open(_:)``, but refuses private keys and copies of the site's own files: for `static/`, which may contain files of
  /// any kind.
  func openPlain(_ path: String) throws(UnreadableFile) -> OpenFile {
    let file = try open(path)
    if let objection = secrets.objection(to: file) { throw objection }
    return file
  }

  /// The status of a file that was listed with this one; for a symbolic link, that of its target.
  func judged(_ status: stat, of path: String) throws(UnreadableFile) -> stat {
    if status.st_mode & S_IFMT == S_IFLNK { return try open(path).status }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    if secrets.holds(status) { throw .secret }
    return status
  }

  /// Opens a folder of the source; -1 and `errno` if it does not exist. Courant's own folders are refused (EPERM).
  func openFolder(_ path: String) -> Int32 {
    guard let inside = inside(path), let name = inside.last else { return openEach([]) }
    guard let folder = lastFolder.opened(inside.dropLast(), open: openEach) else { return -1 }
    return openFolder(name, in: folder.descriptor)
  }
}

extension SiteRoot {
  /// The target of a path that contains a symbolic link, if the link is followed; nil otherwise.
  func target(ofLink path: String) -> String? {
    // Problems with a link are reported when it is opened.
    guard let inside = inside(path), let target = try? target(of: inside), target != inside else { return nil }
    return (components(of: source) + target).joined(separator: "/")
  }

  /// The components of a path relative to the source; nil if it leaves the source.
  private func inside(_ path: String) -> [Substring]? {
    let inside = components(of: path)
    let own = components(of: source)
    guard inside.starts(with: own), !inside.contains(".."), !inside.contains(".") else { return nil }
    return Array(inside.dropFirst(own.count))
  }

  /// The target of a link within the path.
  private func target(of inside: [Substring]) throws(UnreadableFile) -> [Substring] {
    let written = inside.last.map(String.init) ?? ""
    guard let realSource, let real = realPath(([realSource[...]] + inside).joined(separator: "/")) else {
      throw UnreadableFile("this link leads nowhere; correct or remove it", isPassing: true)
    }
    guard real != realSource, isPath(real, in: realSource) else { throw .outside(source) }
    let inside = Array(components(of: real).dropFirst(components(of: realSource).count))
    let isHidden = inside.contains { $0.utf8.first == UInt8(ascii: ".") }
    let name = String(inside[inside.count - 1])
    let kind = FileKind(name: name)
    guard !isHidden, kind == .article || kind == .asset || MarkerFile(name: name) != nil else { throw .unpublished }
    // A draft named like an image would be published unchanged.
    guard ending(of: name) == ending(of: written), !isHiddenByName(inside) else { throw .unpublished }
    return inside
  }

  private func ending(of name: String) -> Substring? { name.lowercased().split(separator: ".").dropFirst().last }

  private func isHiddenByName(_ inside: [Substring]) -> Bool {
    HiddenPlace.hidingFolder(above: inside.joined(separator: "/")) != nil
      || inside.last.map { HiddenPlace.question(file: String($0)) != nil } ?? false
  }

  private func openStrictly(_ inside: [Substring]) -> Int32 {
    guard let name = inside.last, let folder = lastFolder.opened(inside.dropLast(), open: openEach) else { return -1 }
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    return unsafe openat(folder.descriptor, String(name), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
  }

  private func openEach(_ inside: ArraySlice<Substring>) -> Int32 {
    var folder = realSource.map { unsafe Glibc.open($0, Self.folderFlags) } ?? -1
    for name in inside where folder >= 0 {
      let around = folder
      folder = openFolder(name, in: around)
      let reason = errno
      close(around)
      errno = reason
    }
    return folder
  }

  private func openFolder(_ name: Substring, in folder: Int32) -> Int32 {
    let found = unsafe openat(folder, String(name), Self.folderFlags)
    var status = stat()
    guard found >= 0, unsafe fstat(found, &status) != 0 || secrets.holds(status) else { return found }
    close(found)
    errno = EPERM
    return -1
  }

  private static let folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
}

/// The folder of the last file opened: articles are read folder by folder.
private final class LastFolder: Sendable {
  final class Folder: Sendable {
    let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
  }

  private let last = Mutex<(path: ArraySlice<Substring>, folder: Folder)?>(nil)

  /// Nil, with `errno` set, if it cannot be opened.
  func opened(_ path: ArraySlice<Substring>, open: (ArraySlice<Substring>) -> Int32) -> Folder? {
    last.withLock { last in
      if let last, last.path == path { return last.folder }
      let descriptor = open(path)
      guard descriptor >= 0 else { return nil }
      let folder = Folder(descriptor)
      last = (path, folder)
      return folder
    }
  }
}

extension UnreadableFile {
  static let tooLong = UnreadableFile(
    "this file is longer than \(MarkdownDocument.maxBytes / 1_000_000) MB, the limit for an article; split it")
  static let notAFile = UnreadableFile("not a regular file; not published")
  static let secret = UnreadableFile(
    "this file belongs to the site's settings, keys or ledger; it is never published")
  static let key = UnreadableFile(
    "this file contains a private key; it is never published. Move it, and create a new key if it was published before")
  static let copyOfOwn = UnreadableFile(
    "this file is a copy of the site's settings, passwords or ledger; it is never published. Remove it")
  static let unpublished = UnreadableFile(
    "this link leads to a file that is not published; replace the link with the file")

  static let largeAsset = UnreadableFile(
    "this file is larger than \(FolderSource.maxAssetBytes / 1_000_000_000) GB; host it elsewhere and link to it"
  )

  static func outside(_ source: String) -> UnreadableFile {
    let place = source.isEmpty ? "the site folder" : "the folder `\(source)`"
    return UnreadableFile("this link leads out of \(place) and is not followed; replace it with the file")
  }
}

extension FileStamp {
  init(_ status: stat) {
    let nanoseconds = { (time: timespec) in Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
    self.init(
      size: Int64(status.st_size), modified: nanoseconds(status.st_mtim), changed: nanoseconds(status.st_ctim),
      inode: UInt64(status.st_ino))
  }
}

/// Whether one path, without symbolic links, equals the other or is below it.
private func isPath(_ path: String, in folder: String) -> Bool {
  path == folder || folder == "/" || path.utf8.starts(with: (folder + "/").utf8)
}

/// Splits at every slash, even before a combining mark that Unicode would join to it.
private func components(of path: String) -> [Substring] {
  path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
}

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

private func realPath(_ path: String) -> String? {
  guard let real = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}

/// The message for `errno`.
func lastError() -> String { unsafe String(cString: strerror(errno)) }

/// A path in the form used in findings: on one line.
func printable(_ path: String) -> String { oneLine(path) }
